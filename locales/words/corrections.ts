import type { CutOutChartWords } from "#services/charts/cut-out-spec.ts";
import type { DoubtfulFigure } from "#services/documents/extraction.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { WordKind } from "#services/sheets/persons-word.ts";
import type { ObservationChange } from "#services/sheets/sheets.ts";

/** What these words add to the catalog. */
export interface CorrectionCatalog {
  readonly corrections: CorrectionWords;
}

/** What is asked of a paper that waits, and what persons said of it. */
export interface CorrectionWords {
  readonly asks: {
    readonly period: TextPart;
    /** `guess`: the period that was taken, in words. */
    year(guess: string): TextPart;
    readonly scope: TextPart;
    readonly issuer: TextPart;
  };
  /** How new units are agreed to, or named rightly; `one` of them. */
  askNewUnits(one: string): string;
  /** How doubtful figures are settled; `one` of them, as it would be typed. */
  askDoubtful(one: string): string;
  /** Lines that wait for an answer, and how many of them are shown. */
  waiting(facts: { count: number; shown: number }): TextPart;
  doubtful(facts: { count: number; shown: number }): TextPart;
  doubtfulLine(facts: {
    unit: string;
    indicator: string;
    read: string;
    suggestion: string | null;
    page: number | null;
  }): string;
  /** "Tổng điểm, tăng giảm": which figure of an indicator. */
  part(indicator: string, part: DoubtfulFigure["part"]): string;
  /** What was read of a cell; may be empty. */
  readAs(read: string): string;
  /** Doubtful cells as they stand in the paper. */
  readonly chart: CutOutChartWords;
  /** Above figures that persons put right when an earlier paper was taken in, and that this one turns into others. */
  undoes(facts: { count: number; shown: number }): TextPart;
  readonly howToKeep: string;
  /** Above the words of persons. */
  heading(facts: { count: number; shown: number }): TextPart;
  /** One word, its figures as the reader writes them; of a value that was read with doubt `before` is what was read. */
  word(facts: {
    kind: WordKind;
    unit: string;
    indicator: string;
    before: string | null;
    after: string | null;
    isDoubtful: boolean;
  }): string;
  /** A word about what is not in the paper any more. */
  lost(word: string): string;
  /** Several units that were agreed to at once. */
  newUnits(names: readonly string[]): string;
  /** Above a renewed preview. */
  corrected(count: number): TextPart;
  readonly takenBack: TextPart;
  /** Above figures that would become others. */
  differences(facts: { scope: string; period: string; count: number }): string;
  /** In the place of a figure that would be held no more. */
  readonly gone: string;
  /** Above all lines that differ, all doubtful figures, and with the workbook. */
  readonly titles: {
    readonly differences: TextPart;
    readonly suggestions: TextPart;
    readonly workbook: TextPart;
  };
  readonly workbook: {
    name(code: string): string;
    readonly sheet: string;
    /** Scope, period, unit, indicator, value, change, rank, of, the value held, what becomes of it. */
    readonly columns: readonly string[];
    readonly kinds: Readonly<Record<ObservationChange["kind"], string>>;
  };
  readonly actions: {
    /** Units to be added. */
    newUnits(count: number): string;
    readonly takeBack: string;
    readonly differences: string;
    readonly workbook: string;
    readonly suggestions: string;
    /** Agrees to all suggestions that are listed. */
    agree(count: number): string;
  };
}
