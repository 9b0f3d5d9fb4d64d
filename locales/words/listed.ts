import type { TextPart } from "#services/reply/text.ts";

/** What these words add to the catalog. */
export interface ListedCatalog {
  readonly listed: ListedWords;
}

/** What is said where there are no buttons and no files: actions become a numbered list, a file an address. */
export interface ListedWords {
  /** Above the list. In a group only what is sent in reply is heard. */
  pick(kind: "private" | "group"): string;
  item(number: number, label: string): string;
  /** Below it: what to type once the numbers hold no more. `commands`: all there are, or one as an example. */
  later(facts: { minutes: number; commands: readonly string[]; isAll: boolean }): string;
  /** At the end of what comes to a group unasked: only what mentions the bot or replies to it is heard there. */
  howToAsk(examples: readonly string[]): string;
  /** `until`: ISO with its offset. */
  file(facts: { name: string; address: string; until: string }): TextPart;
  noFile(name: string): string;
}
