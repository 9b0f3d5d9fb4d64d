/** What a unit is in the evaluation; like is ranked with like. */
export type UnitKind = "country" | "province" | "district" | "commune" | "department";

/** One authority that is evaluated: a province, a district (until 30/6/2025), a commune, a department. */
export interface Unit {
  /** Stable id; never shown, never a national code (codes are reused between eras). */
  readonly id: string;
  readonly kind: UnitKind;
  /** Bare name, NFC, with accents: "Cương Chính". */
  readonly name: string;
  /** The word before the name, lower case: "xã", "phường", "thị trấn", "huyện", "tỉnh"; empty for a department. */
  readonly title: string;
  readonly parent: string | null;
  /** First and last day on which the unit existed, ISO; null = no limit known. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Ids of the units that took it over. */
  readonly successors: readonly string[];
  readonly aliases: readonly string[];
  readonly codes: { readonly gso?: string; readonly portal?: string };
}

/** "xã Cương Chính", "Sở Y tế". */
export function fullName(unit: Pick<Unit, "title" | "name">): string {
  return unit.title === "" ? unit.name : `${unit.title} ${unit.name}`;
}

/** The root scope: the whole country, whose children are the provinces. */
export const COUNTRY_ID = "vn";

/** First day of the two-level local government: districts ended, communes merged. */
export const MERGER_DATE = "2025-07-01";
