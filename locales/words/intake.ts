import type { HelpOn } from "#locales/words/help.ts";
import type { StoredBesides } from "#services/intake/stored-intake.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface IntakeCatalog {
  readonly intake: IntakeWords;
}

/** What is said of documents that people send or paste to be taken in. */
export interface IntakeWords {
  readonly commands: HelpOn<"nhap">;
  /** `takesFiles`: here it may be sent as a file; `takesPictures`: as a picture. */
  ask(facts: { takesFiles: boolean; takesPictures: boolean }): TextPart;
  /** Above the preview of a file. */
  file(name: string): TextPart;
  /** The same for pictures that were sent at once. */
  pages(count: number): TextPart;
  /** Which page is read now, shown anew with every page; pages count from 1. */
  reading(facts: { page: number; of: number }): TextPart;
  /** The same where it can be said once alone. */
  readingLong(facts: { of: number }): TextPart;
  /** Below it: so many parts of something else are being pasted. */
  stillCollected(parts: number): string;
  /** Below it, in a group: it came with other files. */
  readonly othersBeside: string;
  /** Where pictures come one by one: each was read as a paper of one page. */
  readonly onePage: string;
  /** In a group only answers to the bot are heard. */
  readonly howInGroup: string;
  /** `isOffered`: nobody asked for it yet. */
  received(facts: { parts: number; length: number; isOffered: boolean }): TextPart;
  /** A message that was corrected; `at` from 1. */
  replacedWhileCollecting(facts: { at: number; parts: number; length: number }): TextPart;
  /** The same, above what is understood now. */
  replaced(facts: { at: number; parts: number }): TextPart;
  /** Title of a preview; who wrote it may be empty. */
  title(source: string): TextPart;
  /** Scope and period, then how much is known of it. */
  sheet(facts: { scope: string; period: string; units: number; indicators: number }): TextPart;
  counts(facts: { fresh: number; changed: number; same: number; gone: number; asOf: string | null }): string;
  moreUnits(count: number): string;
  moreSheets(count: number): string;
  newUnits(names: readonly string[], more: number): TextPart;
  heading(
    kind: "targets" | "tasks" | "warnings" | "unread",
    facts: { count: number; shown: number },
  ): TextPart;
  /** `example`: a cell of it, as it would be typed right. */
  nothingStored(example: string): TextPart;
  /** The same, of no paper. */
  readonly example: string;
  readonly known: string;
  /** Nothing that can be kept was found. */
  readonly empty: string;
  howToRight(example: string): string;
  whoConfirms(unit: Unit): string;
  /** Above a preview that is shown anew instead of being stored: other data came between, or it may not be. */
  readonly notYet: {
    readonly changed: TextPart;
    readonly open: TextPart;
    /** Whoever confirmed it first did so again; it takes two. */
    readonly "same-person": TextPart;
  };
  /** Above a preview that one person confirmed; `told`: how many others were written to. */
  oneMore(facts: { code: string; told: number; isGroup: boolean }): TextPart;
  /** To whoever may be the second; the name may be empty. */
  secondAsked(name: string): TextPart;
  /** Above what is in force now. */
  readonly undone: string;
  /** One of two persons wants it. */
  readonly undoOneMore: string;
  /** What of the paper stays; at least one of them is more than 0. */
  notUndone(besides: StoredBesides): string;
  /** `restores`: the version whose figures it holds again; 0 = none are left. */
  undoneSheet(facts: { scope: string; period: string; version: number; restores: number | null }): string;
  readonly rows: TextPart;
  readonly discarded: string;
  savedTargets(count: number): string;
  readonly howToCorrect: string;
  readonly endsSample: string;
  readonly actions: {
    readonly read: string;
    readonly confirm: string;
    readonly rows: string;
    readonly summary: string;
    readonly discard: string;
    readonly again: string;
    readonly undo: string;
  };
}
