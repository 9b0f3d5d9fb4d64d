import type { HelpOn } from "#locales/words/help.ts";
import type { HeatChartWords } from "#services/charts/heat-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface TargetsCatalog {
  readonly targets: TargetsWords;
}

export interface TargetsWords {
  readonly commands: HelpOn<"chitieu">;
  title(facts: { period: Period; scope: Unit; units: string }): TextPart;
  /** Over a unit's own figures. */
  own(facts: { period: Period; unit: Unit }): TextPart;
  papers(papers: readonly string[]): string;
  /** How many of `of` units meet all targets, and how many miss one or more. */
  all(facts: { targets: number; met: number; missed: number; of: number }): TextPart;
  /** What stands in brackets behind those that miss a target. */
  inBrackets: string;
  /** One target; null = units have targets of their own. `papers`: empty = not kept, null = told elsewhere. */
  column(facts: {
    indicator: Indicator;
    target: Target | null;
    met: number;
    of: number;
    papers: readonly string[] | null;
  }): TextPart;
  missed(facts: { units: readonly string[]; more: number }): string;
  /** `target`: null = that of the line above. */
  missedUnit(facts: {
    name: string;
    value: string;
    gap: string;
    target: Target | null;
    indicator: Indicator;
  }): string;
  missing(names: readonly string[], more: number): string;
  idle(names: readonly string[], more: number): string;
  /** Targets of which no figures are held. */
  lost(set: readonly { readonly indicator: Indicator; readonly target: Target }[]): string;
  /** Under a unit's own figures: targets of its units, of which none has figures. */
  ofUnits(set: readonly { readonly indicator: Indicator; readonly target: Target }[]): string;
  chart: HeatChartWords;
  actions: { readonly missed: (indicator: Indicator) => string };
}
