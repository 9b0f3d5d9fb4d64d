import type { HelpOn } from "#locales/words/help.ts";

/** What these words add to the catalog. */
export interface TakeBackCatalog {
  readonly takeBack: TakeBackWords;
}

/** What is said when an answer is taken out of a group again. */
export interface TakeBackWords {
  readonly commands: HelpOn<"thuhoi">;
  readonly done: string;
  /** Asked without naming an answer: how it is named. */
  readonly how: string;
  /** The platform of this chat takes nothing back. */
  readonly never: string;
  /** The button under an answer. */
  readonly action: string;
}
