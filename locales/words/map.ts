import type { HelpOn } from "#locales/words/help.ts";
import type { MapChartWords } from "#services/charts/map-spec.ts";
import type { MapShade } from "#services/charts/map-steps.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { MapStep } from "#services/reply/map-chart.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface MapCatalog {
  readonly map: MapWords;
}

export interface MapWords {
  readonly commands: HelpOn<"bando">;
  title(facts: {
    period: Period;
    scope: Unit;
    units: readonly Unit[];
    /** null = the total, which goes without saying. */
    named: Indicator | null;
    shade: MapShade;
  }): TextPart;
  /** What each colour stands for, and how many have it. */
  steps(facts: { legend: string; steps: readonly MapStep[] }): string;
  /** Who gained or lost the most places; `more` others lost or gained as many as the last one named. */
  movers(facts: { way: "rose" | "fell"; names: readonly string[]; more: number }): string;
  moves(facts: { rose: number; fell: number; same: number; against: string }): string;
  met(facts: { target: Target; indicator: Indicator; met: number; of: number }): string;
  /** Units without a figure, some of them by name. */
  grey(facts: { count: number; of: number; names: readonly string[]; shade: MapShade }): string;
  /** Units in the list that have no boundaries. */
  absent(facts: { count: number; names: readonly string[] }): string;
  chart: MapChartWords;
  actions: Readonly<Record<MapShade, string>>;
}
