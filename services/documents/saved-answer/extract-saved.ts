import type { ExtractedRow, ExtractedSheet, Extraction } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import { createUnitResolver, type UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import type { SavedAnswer, SavedRow } from "#services/documents/saved-answer/saved-answer.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { groupBy } from "#services/group-by.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { localDate, localMoment } from "#services/periods/calendar.ts";
import { isOpenAt, type Period, periodOrNull, periodRange } from "#services/periods/period.ts";
import { bareDepartment } from "#services/portal/unit-namer.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

export interface ExtractSavedOptions {
  readonly units: Units;
  readonly indicators: Indicators;
  readonly given?: Given | undefined;
}

/** The portal reckons days as Vietnam does. */
const TIME_ZONE = "Asia/Ho_Chi_Minh";
const PORTAL = "dichvucong.gov.vn";

/** What a kept answer of the portal says, as a paper's figures: read, checked and confirmed like those. */
export function extractSaved(answer: SavedAnswer, options: ExtractSavedOptions): Extraction {
  const { given = {} } = options;
  const said = answer.period === null ? null : periodOrNull(answer.period);
  const period = said ?? given.period ?? null;
  const scope = scopeOf(answer, options.units) ?? options.units.get(given.scope ?? "") ?? null;
  const read = period && scope ? readInto(answer, { ...options, period, scope }) : null;
  const isGiven = said === null && read !== null;
  return {
    document: documentOf(answer, period),
    sheets: read?.sheets ?? [],
    warnings: [
      ...(isGiven ? [{ code: "given-period" as const, facts: { period: period ?? "" } }] : []),
      ...(answer.fetchedAt === null ? [{ code: "no-extraction-time" as const, facts: {} }] : []),
      ...(read?.warnings ?? []),
    ],
    unread: read?.unread ?? [],
    open: [...(period ? [] : (["period"] as const)), ...(scope ? [] : (["scope"] as const))],
    ...{ targets: [], tasks: [] },
  };
}

/** Provisional unless it was fetched after its period's end. */
function documentOf({ fetchedAt }: SavedAnswer, period: Period | null): Extraction["document"] {
  const isClosed = period !== null && fetchedAt !== null && !isOpenAt(period, fetchedAt, TIME_ZONE);
  const date = fetchedAt && localDate(fetchedAt, TIME_ZONE);
  return { kind: "portal", issuer: PORTAL, number: null, date, title: null, provisional: !isClosed };
}

/** The province asked about; of an answer that lists provinces, the country. */
function scopeOf({ root, units: rows }: SavedAnswer, units: Units): Unit | null {
  const byCode = root.code === null ? undefined : units.byPortalCode(root.code);
  if (byCode) return byCode;
  if (rows.every(({ code }) => code !== null && units.byPortalCode(code)?.kind === "province"))
    return units.get(COUNTRY_ID) ?? null;
  const match = units.find(root.name, { kinds: ["province"] });
  return match.found === "one" && match.exact ? match.unit : null;
}

interface Place extends ExtractSavedOptions {
  readonly period: Period;
  readonly scope: Unit;
}

type Read = Pick<Extraction, "sheets" | "warnings" | "unread">;

function readInto(answer: SavedAnswer, place: Place): Read {
  const { units, scope, period } = place;
  const resolver = createUnitResolver(units, periodRange(period).end);
  const counts = new Map([true, false].map((is) => [is, countOf(answer, is)]));
  const listed = answer.units.map((row) => {
    const unit = unitOf(row, scope, units);
    return { row, name: unit ? resolver.readable(unit) : bareName(row), isKnown: unit !== null };
  });
  const rows = listed.flatMap(({ row, name }) => rowsOf(row, name, counts.get(row.isDepartment) ?? 0, place));
  const own = rowsOf(answer.root, resolver.readable(scope), 0, place);
  const unknown = listed.filter(({ isKnown, row }) => !isKnown && !row.isDepartment);
  return {
    sheets: sheetsOf({ rows, own, resolver, answer }, place),
    warnings: [...shortBy(answer), ...unknown.map(({ name }) => unknownUnit(name))],
    unread: unreadOf([answer.root, ...answer.units], place),
  };
}

/** A page of a longer list, or one that was cut. */
function shortBy({ stated, units: { length: listed } }: SavedAnswer): readonly ImportWarning[] {
  return stated === null || stated === listed ? [] : [{ code: "count-differs", facts: { stated, listed } }];
}

const unknownUnit = (unit: string): ImportWarning => ({ code: "unknown-unit", facts: { unit } });

const countOf = ({ units }: SavedAnswer, isDepartment: boolean): number =>
  units.filter((row) => row.isDepartment === isDepartment).length;

/** By its code where our lists have it, else by its name inside the scope. */
function unitOf({ code, name }: SavedRow, scope: Unit, units: Units): Unit | null {
  const byCode = code === null ? undefined : units.byPortalCode(code);
  if (byCode) return byCode;
  const match = units.find(name, { within: scope.id, kinds: ["province", "commune", "department"] });
  return match.found === "one" && match.exact && match.unit.validTo === null ? match.unit : null;
}

const bareName = ({ name }: SavedRow): string => bareDepartment(name).replace(/^UBND /u, "");

function rowsOf(row: SavedRow, unit: string, of: number, { indicators }: Place): readonly ExtractedRow[] {
  return Object.entries(row.figures).flatMap(([code, value]): readonly ExtractedRow[] => {
    const indicator = indicatorOf(code, indicators);
    if (!indicator || value === null) return [];
    const isPlaced = code === "totalScore" && row.rank !== null && row.rank <= of;
    return [
      {
        ...{ unit, indicator: indicator.id, value, change: null },
        ...(isPlaced ? { rank: row.rank, of } : { rank: null, of: null }),
        ...{ confidence: 1, quote: `${row.name}: ${code} ${value}` },
      },
    ];
  });
}

const indicatorOf = (code: string, indicators: Indicators) =>
  indicators.byPortalCode(code) ?? indicators.get(code);

/** Codes that no indicator bears: the first figure of each, with how many more there are. */
function unreadOf(rows: readonly SavedRow[], { indicators }: Place): readonly string[] {
  const figures = rows.flatMap((row) =>
    Object.entries(row.figures).flatMap(([code, value]) =>
      value === null || indicatorOf(code, indicators)
        ? []
        : [{ code, quote: `${row.name}: ${code} ${value}` }],
    ),
  );
  return [...groupBy(figures, ({ code }) => code).values()].map(([first, ...more]) =>
    more.length === 0 ? (first?.quote ?? "") : `${first?.quote} (+${more.length})`,
  );
}

interface Rows {
  readonly rows: readonly ExtractedRow[];
  readonly own: readonly ExtractedRow[];
  readonly resolver: UnitResolver;
  readonly answer: SavedAnswer;
}

/** The scope's own figures stand in its parent's sheet. No list takes the place of a whole sheet: an answer may be of one group. */
function sheetsOf(
  { rows, own, resolver, answer }: Rows,
  { scope, period, units }: Place,
): readonly ExtractedSheet[] {
  const around = units.get(scope.parent ?? COUNTRY_ID) ?? scope;
  const { fetchedAt } = answer;
  const extractedAt = fetchedAt && localMoment(fetchedAt, TIME_ZONE);
  const sheet = (of: Unit, some: readonly ExtractedRow[]): ExtractedSheet => ({
    ...{ scope: resolver.readable(of), period, extractedAt, rows: some, complete: false },
  });
  if (around.id === scope.id) return [sheet(scope, [...rows, ...own])];
  return [sheet(scope, rows), sheet(around, own)];
}
