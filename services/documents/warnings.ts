/** Most serious first. */
export const WARNING_CODES = [
  "over-100",
  "over-maximum",
  "undoes-correction",
  "untrusted-table",
  "unread-table",
  "doubtful-figures",
  "different-figures",
  "doubtful-words",
  "unread-cells",
  "unclear-shares",
  "unknown-scope",
  "tables-without-period",
  "tables-without-units",
  "tables-without-figures",
  "unread-rows",
  "unread-column",
  "other-index",
  "paper-stands",
  "identical-to-last",
  "jump",
  "change-differs",
  "later-change-differs",
  "rank-differs",
  "missing-units",
  "missing-numbers",
  "missing-figures",
  "doubtful-cells",
  "share-or-rate",
  "count-differs",
  "sum-differs",
  "unsure",
  "no-task-scope",
  "given-period",
  "period-from-name",
  "given-scope",
  "in-english",
  "no-date",
  "no-extraction-time",
  "unknown-unit",
  "unreckoned-cells",
  "hidden-sheets",
  "hidden-rows",
  "hidden-columns",
  "converted",
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

export interface ImportWarning {
  readonly code: WarningCode;
  /** Facts a sentence is built from in `locales/`. */
  readonly facts: Readonly<Record<string, string | number>>;
}
