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
  /** `version`: the one that is opened. */
  title(facts: { scope: Unit; period: Period; version?: number }): TextPart;
  /** `state`: null = it holds no figures. */
  version(facts: {
    version: number;
    at: string;
    code: string;
    current: boolean;
    state: string | null;
  }): TextPart;
  /** Of the version that is opened. */
  stored(facts: { at: string; code: string; state: string | null }): TextPart;
  /** Another version took its place. */
  superseded(by: number): TextPart;
  readonly inForce: string;
  confirmedBy(names: readonly string[]): string;
  /** What a version changed of the one before. `restores`: the older one whose figures it holds again; null = none. */
  counted(facts: {
    changed: number;
    added: number;
    gone: number;
    before: number;
    restores: number | null;
  }): string;
  /** It took back all figures. */
  readonly withdrew: string;
  /** Heads what persons said of the documents while they were taken in. */
  readonly saidByPersons: string;
  olderVersions(count: number): string;
  document(facts: { name: string; detail: string }): string;
  issued(date: string): string;
  hash(short: string): string;
  rows(figures: number, units: number): string;
  /** How whole a list is: units held of those that are listed there, groups of the index held of six. */
  completeness(facts: { held: number; expected: number; groups: number; of: number }): string;
  /** A button to what is held of each period. */
  allPeriods: string;
  periodsHeld(scope: Unit): TextPart;
  /** One period; `whole`: null = it is not known how many units its list should have. */
  held(facts: {
    period: Period;
    units: number;
    indicators: number;
    whole: { held: number; expected: number; groups: number; of: number } | null;
    asOf: string | null;
  }): string;
  /** Months without figures between others. */
  notHeld(months: { from: Period; to: Period }): string;
  earlierPeriods(count: number): string;
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
  readonly comparedWithBefore: string;
  readonly comparedWithCurrent: string;
  open(version: number): string;
  rankingOf(version: number): string;
  readonly allVersions: string;
  readonly restore: string;
  /** Heads what an older version's return would change; version 0 = all figures would be withdrawn. */
  restoring(facts: { scope: Unit; period: Period; version: number }): TextPart;
  wouldChange(facts: { version: number; over: number }): string;
  nothingToRestore(facts: { version: number; over: number }): string;
  moreChanges(count: number): string;
  readonly willBeCorrected: string;
  agree(version: number): string;
  /** Meanwhile another version came into force. */
  overtaken(current: number): string;
  /** Where it takes two persons, to the first: what the other may type. */
  restoreOneMore(command: string): TextPart;
  restored(facts: { scope: Unit; period: Period; version: number; restores: number }): TextPart;
  readonly isCorrected: string;
  /** On a button: the files a version was read from, as they were sent. */
  readonly openOriginals: string;
  /** Heads their list, when there are several. */
  readonly originals: string;
  readonly noOriginals: string;
  /** On a button: one of several. */
  original(part: number): string;
  originalSent(name: string): string;
  /** The name of a picture that came without one. */
  unnamedOriginal(part: number): string;
  /** A workbook of all that two versions have otherwise. */
  readonly file: {
    name(facts: { scope: Unit; period: Period; from: number; version: number }): string;
    readonly sheet: string;
    columns(from: number, version: number): readonly string[];
  };
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
