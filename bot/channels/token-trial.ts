import type { BotAccount, TokenTrouble } from "#locales/words/setup.ts";

/** What a platform says of a token that is tried: whose it is, or what is wrong. */
export type TokenTrial = BotAccount | { readonly trouble: TokenTrouble };

/** The first thing like a token in what a person pasted, which may be the whole message it came in. */
export function tokenIn(pasted: string, shape: RegExp): string | { readonly trouble: "empty" | "shape" } {
  if (pasted.trim() === "") return { trouble: "empty" };
  return shape.exec(pasted)?.[0] ?? { trouble: "shape" };
}
