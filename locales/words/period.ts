import type { Period } from "#services/periods/period.ts";

/** What these words add to the catalog. */
export interface PeriodCatalog {
  readonly periods: PeriodWords;
}

/** How periods are called. */
export interface PeriodWords {
  /** In full: "tháng 8/2024". */
  readonly name: (period: Period) => string;
  /** For a column or an axis: "t8/2024". */
  readonly short: (period: Period) => string;
  /** Beside another period, whose year goes without saying: July 2024 beside August 2024 is "tháng 7". */
  readonly relative: (period: Period, beside: Period) => string;
}
