import type { BlockCode } from "#services/documents/plan/plan-import.ts";
import type { DocumentRefusalCode } from "#services/documents/refused.ts";
import type { WarningCode } from "#services/documents/warnings.ts";
import type { Period } from "#services/periods/period.ts";

/** What these words add to the catalog. */
export interface ImportCatalog {
  readonly importing: ImportWords;
}

/** Facts a sentence about a document is built from. */
export type ImportFacts = Readonly<Record<string, string | number>>;

/** What is said while a document is taken in. */
export interface ImportWords {
  readonly usage: string;
  /** `--period` or `--scope` says nothing known. */
  readonly unknownGiven: string;
  /** The file could not be opened. */
  unreadable(name: string): string;
  readonly refused: Readonly<Record<DocumentRefusalCode, (facts: ImportFacts) => string>>;
  readonly warnings: Readonly<Record<WarningCode, (facts: ImportFacts) => string>>;
  readonly blocked: Readonly<Record<BlockCode, string>>;
  /** First line of a preview: the file and who wrote it. */
  heading(facts: { name: string; issuer: string | null; number: string | null; date: string | null }): string;
  /** Above the rows of one scope and period. */
  sheet(facts: {
    scope: string;
    period: string;
    asOf: string | null;
    fresh: number;
    changed: number;
    same: number;
    gone: number;
  }): string;
  /** In the place of a moment where rows have different ones. */
  readonly severalMoments: string;
  /** One unit's figures on one line. */
  /** At the end of a heading, of the published changes below it; null = the period before has no name. */
  inBrackets(earlier: Period | null): string;
  row(facts: { unit: string; figures: readonly string[] }): string;
  /** "13/30", "hạng 57". */
  rank(rank: number, of: number | null): string;
  target(facts: {
    scope: string;
    indicator: string;
    comparison: string;
    value: string;
    period: string | null;
  }): string;
  /** `isHeld`: taken from this or another document before. */
  task(facts: { text: string; owners: readonly string[]; due: string; isHeld: boolean }): string;
  dueDate(date: string, includesDay: boolean): string;
  weekly(weekday: number, time: string): string;
  readonly headings: {
    readonly newUnits: string;
    readonly targets: string;
    readonly tasks: string;
    readonly warnings: string;
    readonly unread: string;
  };
  saved(versions: readonly { scope: string; period: string; version: number }[]): string;
  savedTasks(count: number): string;
  readonly nothingNew: string;
  readonly howToConfirm: string;
}
