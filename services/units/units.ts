import type { Unit, UnitKind } from "#services/units/unit.ts";

export interface FindUnitOptions {
  /** Sought first among this unit, its children and deeper descendants. */
  readonly scope?: string;
  /** ISO date; units that existed then are preferred. */
  readonly at?: string;
  /** Then among these sets, in order (units with data for the period, units with any data). */
  readonly preferred?: readonly ReadonlySet<string>[];
  /** Only these kinds. */
  readonly kinds?: readonly UnitKind[];
  /** Only inside this unit; nothing outside is ever answered. */
  readonly within?: string;
  /** Only names as they are written: no slips are forgiven, and no nearest ones sought, which takes the time. */
  readonly exact?: boolean;
}

/** One unit, several to choose from, or none with the nearest three. */
export type UnitMatch =
  | { readonly found: "one"; readonly unit: Unit; readonly exact: boolean }
  | { readonly found: "several"; readonly units: readonly Unit[] }
  | { readonly found: "none"; readonly nearest: readonly Unit[] };

/** A unit no list knows (a commune merged in 2024, a department), added under a parent. */
export interface NewUnit {
  readonly parent: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly portalCode?: string;
}

/** Every unit known: shipped lists plus what was added at run time. */
export interface Units {
  /** How many are known; grows whenever one is learned. */
  count(): number;
  get(id: string): Unit | undefined;
  /**
   * Direct children of every era, in the list's own order: those that ended (`validTo`) and those that papers added too. Which
   * of them a period's list has is said by its sheet.
   */
  children(id: string): readonly Unit[];
  /** From the parent up to the country. */
  ancestors(id: string): readonly Unit[];
  /** Its ancestors, and for a commune the merger left unchanged those of its former district too. */
  places(id: string): readonly Unit[];
  /** The units that it took over, wholly or in part. */
  predecessors(id: string): readonly Unit[];
  /** Finds a unit by what a person or a scan wrote: "p. An Khê", "Cuong Chinh", "UBND TT Vương". */
  find(text: string, options?: FindUnitOptions): UnitMatch;
  /** It comes with the bot; false = documents added it, or nobody knows it. */
  isListed(id: string): boolean;
  byPortalCode(code: string): Unit | undefined;
  /** Id that `add` gives: the same parent, title and name always make the same id. */
  idFor(unit: NewUnit): string;
  /** The unit as `add` would make it, without adding. */
  draft(unit: NewUnit): Unit;
  /** Takes units made by `draft` into this registry's memory; known ids are left as they are. */
  learn(units: readonly Unit[]): void;
}
