import type { HelpOn } from "#locales/words/help.ts";
import type { TrendChartWords } from "#services/charts/trend-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface TrendCatalog {
  readonly trend: TrendWords;
}

export interface TrendWords {
  readonly commands: HelpOn<"xuhuong">;
  title(facts: { unit: Unit; indicator: Indicator }): TextPart;
  /** One period a line; `beside`: its change, its place, or why nothing is compared. */
  point(facts: { period: Period; value: string; beside: readonly string[] }): TextPart;
  /** What the changes of all points are set against. */
  compared: string;
  place(rank: number, of: number | null): string;
  /** The period is not over. */
  unfinished: string;
  missing(periods: readonly Period[]): string;
  /** There is one period, or none with a place. */
  onlyOne: string;
  noPlaces: string;
  ends(facts: { highest: string; highestIn: Period; lowest: string; lowestIn: Period }): string;
  /** What is usual, from so many periods, and where the last one lies. */
  usual(facts: {
    low: string;
    high: string;
    mean: string;
    of: number;
    last: "inside" | "above" | "below";
  }): string;
  target(facts: { comparison: Target["comparison"]; value: string; met: number; of: number }): string;
  chart: TrendChartWords;
  actions: { readonly periods: (count: number) => string; readonly places: string; readonly values: string };
}
