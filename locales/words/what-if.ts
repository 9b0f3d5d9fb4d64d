import type { HelpOn } from "#locales/words/help.ts";
import type { NoPoints, Supposed } from "#services/analysis/what-if.ts";
import type { WhatIfChartWords } from "#services/charts/what-if-spec.ts";
import type { Formula } from "#services/indicators/formulas.ts";
import type { BandCode, Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface WhatIfCatalog {
  readonly whatIf: WhatIfWords;
}

export interface WhatIfWords {
  readonly commands: HelpOn<"gialap">;
  title(facts: { unit: Unit; parent: Unit; period: Period }): TextPart;
  /** What is supposed, and that all else stays. */
  supposing(supposed: Supposed): string;
  /** `band`: of a total. */
  figure(facts: { supposed: Supposed; band: BandCode | null }): TextPart;
  formula(facts: { formula: Formula; checked: boolean }): string;
  /** Why the total does not follow. */
  lacking(facts: { reason: NoPoints; indicator: Indicator }): string;
  noPlace: string;
  /** It is no result; `evidence`: of the figures it rests on. */
  notReal(evidence: string): string;
  chart: WhatIfChartWords;
}
