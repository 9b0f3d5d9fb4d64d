/** An answer with `ok: false`. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: number;
  readonly description: string;
  constructor(code: number, description: string) {
    super(description);
    this.code = code;
    this.description = description;
  }
}

export function badRequest(what: string): ApiError {
  return new ApiError(400, `Bad request: ${what}`);
}
