import { type Period, periodRange } from "#services/periods/period.ts";
import { createMemoOfHeads } from "#services/results/memo-of-heads.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import { COUNTRY_ID, MERGER_DATE, type UnitKind } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** Which of a scope's units are listed: its areas, all communes below it, or its departments. */
export type ListKind = "areas" | "communes" | "departments";

const KINDS: Record<ListKind, readonly UnitKind[]> = {
  areas: ["province", "district", "commune"],
  communes: ["commune"],
  departments: ["department"],
};

/** The sheets that together list the asked units of a scope in one period. */
export interface UnitList {
  readonly scope: string;
  readonly period: Period;
  readonly kind: ListKind;
  readonly sheets: readonly Sheet[];
  isListed(unit: string): boolean;
}

const periodHeads = createMemoOfHeads<readonly SheetHead[]>();
const listHeads = createMemoOfHeads<readonly SheetHead[]>();

/** Heads of one period's sheets. */
export function headsOfPeriod(heads: readonly SheetHead[], period: Period): readonly SheetHead[] {
  return periodHeads(heads, period, () => heads.filter((head) => head.period === period));
}

/** Heads of the sheets that list such units of the scope: its own, or those of the scopes below it. */
export function headsOfList(
  heads: readonly SheetHead[],
  units: Units,
  scope: string,
  kind: ListKind,
): readonly SheetHead[] {
  const find = (): readonly SheetHead[] => {
    const lists = (head: SheetHead): boolean => head.units.some((unit) => isOfKind(units, unit, kind));
    const own = heads.filter((head) => head.scope === scope && lists(head));
    if (own.length > 0 || kind !== "communes") return own;
    return heads.filter((head) => isBelow(units, head.scope, scope) && lists(head));
  };
  return listHeads(heads, `${scope}/${kind}`, find, units.count());
}

const naming = createMemoOfHeads<ReadonlyMap<string, readonly SheetHead[]>>();
const NOWHERE: readonly SheetHead[] = [];

/** Heads of the sheets that list a unit; a scope's own figure stands in its parent's sheet. */
export function headsNaming(heads: readonly SheetHead[], unit: string): readonly SheetHead[] {
  return naming(heads, "", () => byUnit(heads)).get(unit) ?? NOWHERE;
}

function byUnit(heads: readonly SheetHead[]): ReadonlyMap<string, readonly SheetHead[]> {
  const found = new Map<string, SheetHead[]>();
  for (const head of heads) {
    for (const unit of head.units) {
      if (unit === head.scope) continue;
      const same = found.get(unit);
      if (same) same.push(head);
      else found.set(unit, [head]);
    }
  }
  return found;
}

/** A sheet names more than one unit of a kind. */
export function listsSeveral(head: SheetHead, units: Units, kind: ListKind): boolean {
  return head.units.filter((unit) => isOfKind(units, unit, kind)).length > 1;
}

export interface ListPlace {
  readonly scope: string;
  readonly period: Period;
  readonly kind: ListKind;
  /** Of the scope's own sheet; the current one by default. */
  readonly version?: number;
}

/** Reads the list of one period; no sheets = nothing is stored for it. */
export async function readList(sheets: Sheets, units: Units, place: ListPlace): Promise<UnitList> {
  const { version, ...where } = place;
  const heads = headsOfPeriod(await sheets.heads(), where.period);
  const wanted = headsOfList(heads, units, where.scope, where.kind);
  const found = await Promise.all(
    wanted.map((head) => {
      const asked = head.scope === where.scope ? version : undefined;
      return sheets.version(head.scope, head.period, asked ?? head.version);
    }),
  );
  return {
    ...where,
    sheets: found.filter((sheet) => sheet !== null),
    isListed: (unit) => isOfKind(units, unit, where.kind),
  };
}

/** One observation a listed unit, for one indicator. */
export function observationsOf(list: UnitList, indicator: string): readonly Observation[] {
  const rows = list.sheets.flatMap((sheet) => contentsOf(sheet).byIndicator.get(indicator) ?? []);
  return rows.filter(({ unit }) => list.isListed(unit));
}

/**
 * Units that the list should hold: those it names at all and, for periods that end after the merger, when the shipped
 * lists are whole, every area of its scopes.
 */
export function expectedUnits(list: UnitList, units: Units): readonly string[] {
  const named = list.sheets.flatMap((sheet) => contentsOf(sheet).units);
  const listsAreWhole = list.kind !== "departments" && periodRange(list.period).end >= MERGER_DATE;
  const today = listsAreWhole ? scopesOf(list, units).flatMap((scope) => childrenToday(units, scope)) : [];
  const expected = new Set([...named, ...today]);
  return [...expected].filter(list.isListed);
}

/** The scopes whose children are listed: a list of the country's communes is of all provinces, stored or not. */
function scopesOf({ scope, kind }: UnitList, units: Units): readonly string[] {
  return kind === "communes" && scope === COUNTRY_ID ? childrenToday(units, scope) : [scope];
}

function childrenToday(units: Units, scope: string): readonly string[] {
  return units.children(scope).flatMap(({ id, validTo }) => (validTo === null ? [id] : []));
}

interface Contents {
  readonly byIndicator: ReadonlyMap<string, readonly Observation[]>;
  readonly units: readonly string[];
}

const contents = new WeakMap<Sheet, Contents>();

/** A sheet's observations by indicator and the units it names, sorted out once a sheet. */
function contentsOf(sheet: Sheet): Contents {
  const known = contents.get(sheet);
  if (known) return known;
  const byIndicator = new Map<string, Observation[]>();
  for (const observation of sheet.observations) {
    const same = byIndicator.get(observation.indicator);
    if (same) same.push(observation);
    else byIndicator.set(observation.indicator, [observation]);
  }
  const sorted = { byIndicator, units: [...new Set(sheet.observations.map(({ unit }) => unit))] };
  contents.set(sheet, sorted);
  return sorted;
}

function isOfKind(units: Units, unit: string, kind: ListKind): boolean {
  const found = units.get(unit);
  return found !== undefined && KINDS[kind].includes(found.kind);
}

function isBelow(units: Units, unit: string, scope: string): boolean {
  return scope === COUNTRY_ID || units.ancestors(unit).some(({ id }) => id === scope);
}
