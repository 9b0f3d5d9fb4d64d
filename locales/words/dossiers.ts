/** What these words add to the catalog. */
export interface DossierCatalog {
  readonly dossiers: DossierWords;
}

/** What a list names, shortened: numbers as they are written. */
export interface NamedCounts {
  readonly shown: readonly { readonly name: string; readonly count: string }[];
  /** Further ones that are not shown. */
  readonly more: number;
}

/** Codes of dossiers, shortened. */
export interface NamedCodes {
  readonly count: string;
  readonly shown: readonly string[];
  readonly more: number;
}

/** What was counted of lists of dossiers. Numbers come as they are written; null = there are none. */
export interface DossierWords {
  readonly heading: string;
  total(facts: { total: string; onTime: string | null; withoutUnit: string | null }): string;
  unknownKind(count: string): string;
  /** A name is empty where the list gives no field. */
  byField(counts: NamedCounts): string;
  /** A name is a ministry's number; empty = a province's own system. */
  byMinistry(counts: NamedCounts): string;
  late(facts: {
    few: string;
    some: string;
    many: string;
    unknown: string | null;
    /** Days of the calendar up to here. */
    reckonedTo: string | null;
  }): string;
  repeated(codes: NamedCodes): string;
  odd(codes: NamedCodes): string;
  rowsWithoutCode(count: string): string;
  outside(count: string): string;
  readonly nobodyKept: string;
}
