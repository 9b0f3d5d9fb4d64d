import type { Counts, Dossier, DossierCounts } from "#services/documents/dossiers/dossier.ts";
import type { DossierKind } from "#services/documents/dossiers/dossier-kinds.ts";
import { groupBy } from "#services/group-by.ts";
import { daysBetween } from "#services/periods/calendar.ts";
import { foldWords } from "#services/text/fold.ts";

/** Up to so many days late, as offices class them: a few days, some, many. */
const FEW_DAYS = 3;
const SOME_DAYS = 10;

export interface Counted {
  readonly counts: Omit<DossierCounts, "rowsWithoutCode" | "outside">;
  /** By unit as written: what of it is counted, by kind. */
  readonly units: ReadonlyMap<string, ReadonlyMap<DossierKind, number>>;
}

/** Counts dossiers, each code once. `moment`: the day up to which days late are reckoned, where none are given. */
export function countDossiers(all: readonly Dossier[], moment: string | null): Counted {
  const byCode = groupBy(all, ({ code }) => code);
  const repeated = [...byCode].flatMap(([code, same]) => (same.length > 1 ? [code] : []));
  const dossiers = [...byCode.values()].map(oneOf);
  const late = dossiers.filter(({ kind }) => kind?.startsWith("overdue"));
  const counting = dossiers.filter(({ kind }) => kind !== "none" && kind !== null);
  const days = late.map((dossier) => dossier.late ?? reckoned(dossier, moment));
  return {
    counts: {
      total: dossiers.length,
      onTime: dossiers.filter(({ kind }) => kind === "none").length,
      unknownKind: dossiers.filter(({ kind }) => kind === null).length,
      withoutUnit: dossiers.filter(({ unit }) => unit === null).length,
      byField: countsBy(counting, ({ field }) => field ?? ""),
      byMinistry: countsBy(counting, ({ ministry }) => ministry ?? ""),
      late: classed(days),
      reckonedTo: late.some((dossier) => dossier.late === null && reckoned(dossier, moment) !== null)
        ? moment
        : null,
      repeated,
      odd: dossiers.filter(({ isOdd }) => isOdd).map(({ code }) => code),
    },
    units: unitsOf(
      counting,
      late.every(({ state }) => state !== null),
    ),
  };
}

/** A dossier that stands in several lists or rows: what one leaves open another may say. */
function oneOf(same: readonly Dossier[]): Dossier {
  const [first] = same;
  const said = <K extends keyof Dossier>(what: K) => same.find((each) => each[what] !== null)?.[what];
  if (!first) throw new RangeError("no dossier");
  return {
    ...first,
    unit: said("unit") ?? null,
    field: said("field") ?? null,
    late: said("late") ?? null,
    due: said("due") ?? null,
    kind: said("kind") ?? null,
    state: said("state") ?? null,
  };
}

function reckoned({ due }: Dossier, moment: string | null): number | null {
  return due === null || moment === null ? null : daysBetween(due, moment.slice(0, 10));
}

function classed(days: readonly (number | null)[]): DossierCounts["late"] {
  const within = (from: number, to: number) =>
    days.filter((each) => each !== null && each > from && each <= to).length;
  return {
    few: within(Number.NEGATIVE_INFINITY, FEW_DAYS),
    some: within(FEW_DAYS, SOME_DAYS),
    many: within(SOME_DAYS, Number.POSITIVE_INFINITY),
    unknown: days.filter((each) => each === null).length,
  };
}

/** By what a dossier says, however it is capitalised; most first. */
function countsBy(dossiers: readonly Dossier[], of: (dossier: Dossier) => string): Counts {
  const groups = groupBy(dossiers, (dossier) => foldWords(of(dossier)));
  return [...groups.values()]
    .map((group) => [group[0] ? of(group[0]) : "", group.length] as const)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "vi"));
}

/** Open and closed ones are counted apart only where the list says it of all that are late. */
function unitsOf(counting: readonly Dossier[], saysStates: boolean): Counted["units"] {
  const units = new Map<string, Map<DossierKind, number>>();
  const names = new Map<string, string>();
  for (const { unit, kind, state } of counting) {
    if (unit === null || kind === null || kind === "none") continue;
    const folded = foldWords(unit);
    const name = names.get(folded) ?? unit;
    names.set(folded, name);
    const counts = units.get(name) ?? new Map<DossierKind, number>();
    units.set(name, counts);
    const kinds = new Set([
      kind,
      ...(saysStates && state !== null && kind === "overdue-dossiers" ? [state] : []),
    ]);
    for (const each of kinds) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return units;
}
