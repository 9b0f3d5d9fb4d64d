import type { HelpOn } from "#locales/words/help.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface SourceCatalog {
  readonly sources: SourceWords;
  readonly check: CheckWords;
}

export interface SourceWords {
  readonly commands: HelpOn<"nguon">;
  title(facts: { scope: Unit; period: Period }): TextPart;
  version(facts: { version: number; at: string; code: string; current: boolean; state: string }): TextPart;
  document(facts: { name: string; detail: string }): string;
  issued(date: string): string;
  hash(short: string): string;
  rows(figures: number, units: number): string;
  ownRow(parent: Unit): TextPart;
  compared(facts: {
    scope: Unit;
    period: Period;
    from: number;
    version: number;
    page: number;
    pages: number;
  }): TextPart;
  /** Heads the changes of one kind. */
  changes(head: string): TextPart;
  /** Two versions hold the same figures. */
  readonly same: string;
  /** On a button: what one version changed of another. */
  compare(from: number, version: number): string;
}

export interface CheckWords {
  readonly commands: HelpOn<"kiemtra">;
  title(facts: { code: string; scope: Unit; period: Period; version: number }): TextPart;
  current: string;
  replaced(version: number): string;
  compare: string;
  /** Above the rows. */
  list(facts: { indicator: Indicator; units: string; page: number; pages: number }): TextPart;
  /** What else the code stands for, and how to see it. */
  others(code: string, indicators: readonly Indicator[]): TextPart;
}
