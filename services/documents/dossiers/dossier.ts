import type { DossierKind } from "#services/documents/dossiers/dossier-kinds.ts";

/** One line of a list, without anything that tells whose it is. */
export interface Dossier {
  /** As it is told apart from others. */
  readonly code: string;
  /** Number of the ministry whose system it came from; null = a province's. */
  readonly ministry: string | null;
  /** The code is not as codes are written. */
  readonly isOdd: boolean;
  /** As written; null = the list does not say. */
  readonly unit: string | null;
  readonly field: string | null;
  /** Days it is late by, as the list says or as its two days show; null = to be reckoned from `due`, or unknown. */
  readonly late: number | null;
  /** ISO day on which it was owed. */
  readonly due: string | null;
  /** What it counts as; null = the list does not say. "none": it is not late. */
  readonly kind: DossierKind | "none" | null;
  /** Of a late one: still open, or closed; null = the list does not say. */
  readonly state: "overdue-open-dossiers" | "overdue-closed-dossiers" | null;
}

/** Counts by name, most first. */
export type Counts = readonly (readonly [name: string, count: number])[];

/** What is kept of lists of dossiers: counts, and codes that somebody has to look at. */
export interface DossierCounts {
  /** Different dossiers. */
  readonly total: number;
  /** Of those, what counts as nothing: on time, or of a kind that the list does not say. */
  readonly onTime: number;
  readonly unknownKind: number;
  /** No unit is named beside them: they are in no unit's count. */
  readonly withoutUnit: number;
  readonly byField: Counts;
  /** By numbers of ministries; "" = a province's own system. */
  readonly byMinistry: Counts;
  /** Late ones by days; `unknown`: neither days nor dates are given. */
  readonly late: {
    readonly few: number;
    readonly some: number;
    readonly many: number;
    readonly unknown: number;
  };
  /** Days were reckoned by the calendar up to this moment, ISO; null = the list gives them all. */
  readonly reckonedTo: string | null;
  /** Codes that stand more than once: counted once. */
  readonly repeated: readonly string[];
  /** Codes that are not as codes are written: counted. */
  readonly odd: readonly string[];
  /** Rows without a code: not counted. */
  readonly rowsWithoutCode: number;
  /** Codes that stand in sentences: not counted. */
  readonly outside: number;
}
