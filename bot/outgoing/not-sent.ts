/**
 * A request that was certainly not carried out: it failed before a byte of it was written. Never quotes the address,
 * which may hold a token, nor the proxy's password.
 */
export class NotSent extends Error {
  override readonly name = "NotSent";
  /** Of the network, such as ECONNREFUSED; PROXY_REFUSED when a proxy would not let us through. */
  readonly code: string;
  /** What the proxy answered instead of letting us through: 407 = it wants a user and a password. */
  readonly proxyStatus: number | null;
  constructor(
    code: string,
    { proxyStatus = null, ...options }: { cause?: unknown; proxyStatus?: number | null } = {},
  ) {
    super(`nothing was sent: ${proxyStatus === null ? code : `the proxy answered ${proxyStatus}`}`, options);
    this.code = code;
    this.proxyStatus = proxyStatus;
  }
}

export function refusedByProxy(status: number): NotSent {
  return new NotSent("PROXY_REFUSED", { proxyStatus: status });
}

/** Any failure from before the request was written. */
export function toNotSent(error: unknown): NotSent {
  if (error instanceof NotSent) return error;
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return new NotSent(hasCode ? String(error.code) : "FAILED", { cause: error });
}
