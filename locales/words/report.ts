import type { HelpOn } from "#locales/words/help.ts";
import type { OwnFigure } from "#locales/words/letter.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface ReportCatalog {
  readonly report: ReportWords;
}

export interface ReportWords {
  readonly commands: HelpOn<"baocao">;
  title(facts: { scope: Unit; period: Period }): TextPart;
  /** `months`: those of the period that are stored. */
  holds(facts: { months: readonly Period[]; units: readonly Unit[] }): string;
  readonly paper: ReportPaperWords;
}

/** What stands in the report itself, beside the words of letters. */
export interface ReportPaperWords {
  title(period: Period): string;
  readonly number: string;
  /** "BÁO CÁO". */
  readonly kind: string;
  about(facts: { scope: Unit; period: Period }): string;
  reports(facts: { scope: Unit; period: Period; months: readonly Period[]; provisional: boolean }): string;
  /** Of its parts. */
  readonly heads: Readonly<Record<"own" | "units" | "orders", string>>;
  head(number: number, text: string): string;
  own(facts: { month: Period; figure: OwnFigure }): string;
  /** Head of a column: the indicator, what it is measured in, the month. */
  column(facts: { indicator: Indicator; month: Period }): string;
  ends(facts: { scope: Unit; period: Period }): string;
  /** Who led a month and who was last; either may be empty. */
  monthEnds(facts: {
    month: Period;
    indicator: Indicator;
    leaders: readonly string[];
    laggards: readonly string[];
  }): string;
  movers(facts: {
    from: Period;
    to: Period;
    indicator: Indicator;
    rose: readonly Move[];
    fell: readonly Move[];
  }): string;
  /** Units that missed a target in every month. */
  always(facts: { indicator: Indicator; target: Target; units: readonly Unit[]; more: number }): string;
  readonly receivers: readonly string[];
}

export interface Move {
  readonly unit: Unit;
  readonly change: number;
}
