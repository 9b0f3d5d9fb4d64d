/** A refusal: HTTP 200 with `error` other than 0. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export const badField = (field: string): ApiError => new ApiError(-201, `Params is invalid: ${field}`);
