import type { HelpOn } from "#locales/words/help.ts";
import type { ComparisonChartWords } from "#services/charts/comparison-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { UnitView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface ComparisonCatalog {
  readonly comparison: ComparisonWords;
}

export interface ComparisonWords {
  readonly commands: HelpOn<"sosanh">;
  title(sides: readonly UnitView[]): TextPart;
  /** A side that was asked for has no figures. */
  lacking(facts: { unit: Unit; period: Period }): string;
  /** How often each side is the best of those that can be told apart; `alike`: all have the same. */
  better(facts: {
    counts: readonly { readonly name: string; readonly count: number }[];
    alike: number;
    of: number;
  }): TextPart;
  noneBetter: string;
  /** Periods that cannot be set against each other; `why` says the reason. */
  broken(why: string): string;
  otherKind: string;
  /** Units of different kinds. */
  unlike: string;
  /** The name of an indicator at the beginning of its line. */
  row(indicator: Indicator): string;
  figure(facts: { name: string; value: string; place: string | null }): string;
  /** Points out of their maximum with the share of it, rates, counts. */
  value(value: number, indicator: Indicator): string;
  nothing(name: string): string;
  idle(name: string): string;
  /** At the end of a line: sides that have no such figure. */
  without(names: readonly string[]): string;
  gap(amount: string): string;
  changed(amount: string): string;
  page(facts: { page: number; pages: number; of: number }): string;
  /** Held by one side only. */
  alone(indicators: readonly Indicator[]): string;
  /** Asked for, and held by none. */
  lost(indicators: readonly Indicator[]): string;
  chart: ComparisonChartWords;
  actions: { readonly trend: string };
}
