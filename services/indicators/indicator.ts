/** What is measured: points of the index, a percentage, a number of things, a time. Rates are not points. */
export type Measure = "points" | "rate" | "count" | "duration";

/** up: higher is better. */
export type Direction = "up" | "down" | "neutral";

/** The six groups of the portal. */
export type GroupId = "CKMB" | "TDGQ" | "CLGQ" | "TTTT" | "MDHL" | "MDSH";

/** The id of the total score, out of 100. */
export const TOTAL = "TOTAL";

/** One measured thing of the index, as data. Source of the catalogue: domain notes on Quyết định 766/QĐ-TTg. */
export interface Indicator {
  /** `TOTAL`, one of the six portal codes, or kebab-case. */
  readonly id: string;
  readonly measure: Measure;
  readonly direction: Direction;
  /** Points only: the maximum. */
  readonly max: number | null;
  readonly group: GroupId | null;
  readonly name: { readonly vi: string; readonly en: string };
  /** Short enough for a column of a table: at most 22 letters, in English 26. */
  readonly short: { readonly vi: string; readonly en: string };
  /** What is counted: "hồ sơ", "bản"; null for points and rates. */
  readonly noun: { readonly vi: string; readonly en: string } | null;
  /** Further Vietnamese spellings in letters and questions, best first. */
  readonly aliases: readonly string[];
  /** Codes of the portal's answers. */
  readonly portalCodes: readonly string[];
}

export type BandCode = "excellent" | "good" | "fair" | "average" | "weak";

/** A class of total scores, from `min` points on: Xuất sắc, Tốt, Khá, Trung bình, Yếu. */
export interface Band {
  readonly code: BandCode;
  readonly min: number;
}
