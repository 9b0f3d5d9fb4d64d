import type { RefusalCode, RefusalFacts } from "#services/refusal.ts";
import type { TextPart } from "#services/reply/text.ts";

/** What these words add to the catalog. */
export interface RefusalCatalog {
  readonly refusals: RefusalWords;
  /** What is said when the bot itself failed. */
  readonly unexpected: string;
  /** The store cannot be read, or not be written to, just now. */
  readonly storeAway: string;
}

/** What an asker is told when a question cannot be answered: by its code, with the facts. */
export type RefusalWords = { readonly [Code in RefusalCode]: (facts: RefusalFacts[Code]) => TextPart };
