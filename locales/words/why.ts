import type { HelpOn } from "#locales/words/help.ts";
import type { NoDossierRule } from "#services/analysis/dossiers.ts";
import type { WaterfallChartWords } from "#services/charts/waterfall-spec.ts";
import type { Formula } from "#services/indicators/formulas.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface WhyCatalog {
  readonly why: WhyWords;
}

export interface WhyWords {
  readonly commands: HelpOn<"visao">;
  title(facts: { unit: Unit; parent: Unit; period: Period }): TextPart;
  noTotal: string;
  /** `over`: units that both lists have. */
  split(facts: {
    before: number;
    now: number;
    /** "so với tháng 7/2024". */
    against: string;
    /** How many units. */
    over: number;
    byOwn: number;
    byOthers: number;
    alone: number;
  }): string;
  /** Names of units that went ahead, or fell behind. */
  overtakers(names: readonly string[], more: number): string;
  overtaken(names: readonly string[], more: number): string;
  /** `why`: the reason, in words. */
  noSplit(why: string): string;
  publishedOnly: string;
  onlyUnit: string;
  /** What the parts of a change add up to; `rest`: null = nothing is left. */
  parts(facts: { change: string; against: string; parts: readonly string[]; rest: string | null }): string;
  part(facts: { indicator: Indicator; change: string }): string;
  noParts: string;
  /** Over the groups, most to gain first. */
  headroom: string;
  /** `places`: its places among its like, nearest list first. */
  group(facts: { indicator: Indicator; value: string; lost: string; places: readonly string[] }): TextPart;
  /** In a longer list than the unit's own. */
  widerPlace(facts: { scope: Unit; rank: number; of: number }): string;
  /** Over figures that fell or miss their target. */
  components: string;
  next(facts: { unit: Unit; rank: number; value: string; gap: string }): string;
  first: string;
  /** In the sentence about a gap: so many dossiers close it. */
  closes(facts: { formula: Formula; dossiers: number; gain: string }): string;
  /** All that is missing does not close it. */
  notEnough(facts: { formula: Formula; dossiers: number; gain: string }): string;
  /** What some more dossiers are worth, and all that are missing. */
  worth(facts: {
    formula: Formula;
    group: Indicator;
    some: { dossiers: number; gain: string } | null;
    all: { dossiers: number; gain: string };
    checked: boolean;
  }): string;
  /** `dossiers`: null = all that is missing does not reach it. */
  reaches(facts: { indicator: Indicator; level: string; formula: Formula; dossiers: number | null }): string;
  unruled(facts: { reason: NoDossierRule; groups: readonly Indicator[] }): string;
  /** Such dossiers count elsewhere too. */
  twice: string;
  chart: WaterfallChartWords;
  readonly actions: { readonly why: string; readonly trend: string; readonly formula: string };
}
