import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { UnitView } from "#services/results/views.ts";
import { subtract } from "#services/sheets/places.ts";

/** What one group did to the total. */
export interface GroupChange {
  readonly indicator: Indicator;
  readonly before: number;
  readonly now: number;
  readonly change: number;
}

/** A change of the total by groups: the parts and the rest add up to it. Points. */
export interface Attribution {
  readonly before: number;
  readonly now: number;
  readonly change: number;
  /** Groups known in both periods, the greatest loss first. */
  readonly parts: readonly GroupChange[];
  /** What they leave unexplained: groups that are not known in both periods, and rounding. */
  readonly rest: number;
}

/** A group's points as far as they are held, of its maximum. */
export interface Headroom {
  readonly indicator: Indicator;
  readonly value: number;
  readonly max: number;
  /** Points up to the maximum. */
  readonly lost: number;
}

interface UnitFigures extends Pick<UnitView, "figures" | "rankings"> {
  readonly unit: { readonly id: string };
}

/** Splits the change of a unit's total since the period before; null = the total of either is not known. */
export function attribute(view: UnitFigures): Attribution | null {
  const total = heldOf(view).find(({ indicator }) => indicator.id === TOTAL);
  if (!total || total.before === null) return null;
  const { before, now } = total;
  const change = subtract(now, before);
  const known = heldOf(view).filter(hasBefore);
  const parts = apart(known).map(
    (group): GroupChange => ({ ...group, change: subtract(group.now, group.before) }),
  );
  const explained = parts.reduce((sum, part) => sum + part.change, 0);
  return {
    before,
    now,
    change,
    parts: parts.sort((a, b) => a.change - b.change),
    rest: subtract(change, explained),
  };
}

/** The groups by what they leave to gain, most first. */
export function headroomOf(view: UnitFigures): readonly Headroom[] {
  return apart(heldOf(view))
    .flatMap(({ indicator, now }): Headroom[] => {
      const { max } = indicator;
      return max === null ? [] : [{ indicator, value: now, max, lost: Math.max(0, subtract(max, now)) }];
    })
    .sort((a, b) => b.lost - a.lost);
}

interface Held {
  readonly indicator: Indicator;
  readonly now: number;
  readonly before: number | null;
}

type HeldTwice = Held & { readonly before: number };

const hasBefore = (held: Held): held is HeldTwice => held.before !== null;

function heldOf({ figures, rankings, unit }: UnitFigures): readonly Held[] {
  return figures.flatMap(({ indicator, observation: { value: now } }): Held[] => {
    if (indicator.measure !== "points" || now === null) return [];
    const row = rankings.get(indicator.id)?.rows.find((one) => one.unit === unit.id);
    return [{ indicator, now, before: row?.previousValue ?? null }];
  });
}

/** The portal's older group of online services holds two of the six: it counts only where they are not both there. */
const OLDER = { id: "online-services", parts: ["CLGQ", "TTTT"] };

/** Groups of which none is part of another. */
function apart<H extends Held>(held: readonly H[]): readonly H[] {
  const has = (id: string): boolean => held.some(({ indicator }) => indicator.id === id);
  const isSplit = OLDER.parts.every(has);
  const isWhole = !isSplit && has(OLDER.id);
  return held.filter(({ indicator: { id, group } }) => {
    if (id === OLDER.id) return isWhole;
    return id === group && !(isWhole && OLDER.parts.includes(id));
  });
}
