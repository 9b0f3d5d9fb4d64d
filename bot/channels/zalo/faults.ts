import type { SilenceKind } from "#bot/channels/silence.ts";

/** Zalo answered that it did not do what a call asked for. */
export class ZaloRefusal extends Error {
  override readonly name = "ZaloRefusal";
  readonly method: string;
  /** Zalo's code, else the HTTP status; null = neither says anything. */
  readonly code: number | null;
  readonly description: string;
  constructor(method: string, code: number | null, description: string) {
    super(`${method}: ${description} (${code ?? "no code"})`);
    this.method = method;
    this.code = code;
    this.description = description;
  }
}

/** Zalo gave no answer that can be understood. */
export class ZaloSilence extends Error {
  override readonly name = "ZaloSilence";
  readonly method: string;
  readonly kind: SilenceKind;
  /** Of garbage: the HTTP status it came with. */
  readonly status: number | null;
  constructor(
    method: string,
    kind: SilenceKind,
    { status, ...options }: { cause?: unknown; status?: number } = {},
  ) {
    super(`${method}: no answer (${status === undefined ? kind : `${kind}, HTTP ${status}`})`, options);
    this.method = method;
    this.kind = kind;
    this.status = status ?? null;
  }
}
