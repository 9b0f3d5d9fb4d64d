import { sumFault } from "#services/portal/check-answer.ts";
import type { PortalFault } from "#services/portal/faults.ts";
import { GROUP_CODES, type GroupCode } from "#services/portal/questions.ts";
import type { ListedUnit, PortalList } from "#services/portal/read-list.ts";

/** The seven believed answers about one province and period, which belong together. */
export interface AnswerSet {
  readonly totals: PortalList;
  readonly groups: Readonly<Record<GroupCode, PortalList>>;
}

/** Points of one unit: its total and six groups; null = nothing to measure. */
export interface UnitFigures {
  /** The portal's code, "H21.106". */
  readonly code: string;
  readonly name: string;
  readonly total: number | null;
  /** Dossiers received; null = the portal does not say. */
  readonly received: number | null;
  /** A group that is not there was not asked about. */
  readonly groups: Readonly<Partial<Record<GroupCode, number | null>>>;
}

/** The row of a province or of the country, then the units below. */
export interface SetFigures {
  readonly own: UnitFigures;
  readonly units: readonly UnitFigures[];
}

/**
 * Joins a set by the portal's ids, or says why it does not fit together: a group lists other units, or somebody's groups
 * do not add up to his total, as when one answer is of another time.
 */
export function joinSet({ totals, groups }: AnswerSet): SetFigures | PortalFault {
  const scores = new Map<GroupCode, ReadonlyMap<string, number | null>>();
  for (const code of GROUP_CODES) {
    const byId = new Map(groups[code].units.map(({ id, score }) => [id, score]));
    if (byId.size !== totals.units.length || !totals.units.every(({ id }) => byId.has(id)))
      return { code: "otherUnits", facts: [code] };
    scores.set(code, byId);
  }
  const received = new Map(groups.TDGQ.units.map((unit) => [unit.id, unit.received]));
  const own = figuresOf(
    { ...totals.root, received: groups.TDGQ.root.received },
    (code) => groups[code].root.score,
  );
  const units = totals.units.map((unit) =>
    figuresOf(
      { ...unit, received: received.get(unit.id) ?? null },
      (code) => scores.get(code)?.get(unit.id) ?? null,
    ),
  );
  for (const { name, total, groups: points } of [own, ...units]) {
    const fault = sumFault(
      name,
      total,
      GROUP_CODES.map((code) => points[code] ?? null),
    );
    if (fault) return fault;
  }
  return { own, units };
}

/** The country's list is whole by itself; of its own row it gives the total only. */
export function countryFigures({ root, units }: PortalList): SetFigures {
  const own = { code: "", name: root.name, total: root.score, received: null, groups: {} };
  return { own, units: units.map((unit) => figuresOf(unit, (group) => unit.groups?.[group] ?? null)) };
}

function figuresOf(
  { code, name, score, received }: Omit<ListedUnit, "id">,
  pointsIn: (group: GroupCode) => number | null,
): UnitFigures {
  const points = Object.fromEntries(GROUP_CODES.map((group) => [group, pointsIn(group)]));
  return { code: code ?? "", name, total: score, received, groups: points };
}
