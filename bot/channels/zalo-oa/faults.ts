import type { SilenceKind } from "#bot/channels/silence.ts";

/** Zalo answered that it did not do what a call asked for; codes: developers.zalo.me, "Mã lỗi". */
export class OaRefusal extends Error {
  override readonly name = "OaRefusal";
  readonly method: string;
  readonly code: number;
  constructor(method: string, code: number, description: string) {
    super(`${method}: ${description} (${code})`);
    this.method = method;
    this.code = code;
  }
}

/** Zalo gave no answer that can be understood. */
export class OaSilence extends Error {
  override readonly name = "OaSilence";
  readonly kind: SilenceKind;
  constructor(method: string, kind: SilenceKind, options?: { cause?: unknown }) {
    super(`${method}: no answer (${kind})`, options);
    this.kind = kind;
  }
}

/** No token that could be used or renewed is left: a person has to paste two new ones. */
export class TokensLost extends Error {
  override readonly name = "TokensLost";
}
