export interface ErrorParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** An answer with `ok: false`. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: number;
  readonly description: string;
  readonly parameters: ErrorParameters | null;
  constructor(code: number, description: string, parameters: ErrorParameters | null = null) {
    super(description);
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

export function badRequest(what: string, parameters?: ErrorParameters): ApiError {
  return new ApiError(400, `Bad Request: ${what}`, parameters);
}
