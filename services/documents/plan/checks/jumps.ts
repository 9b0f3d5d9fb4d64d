import { type Checked, cellOf, type Pair, pairsOf } from "#services/documents/plan/checks/checked.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { subtract } from "#services/sheets/places.ts";
import type { Sheet } from "#services/sheets/sheet.ts";

/** A change of more than so many times what the unit's figure usually changes by is doubtful. */
const TIMES_USUAL = 6;

/** Changes that make a habit. */
const FEWEST_CHANGES = 3;

/** A figure that hardly ever moves may move by this much: part of the maximum, or a number of things. */
const LEAST_USUAL = { share: 0.005, count: 2 };

/** Without a habit: part of the maximum, or percentage points, that nobody gains or loses in one period without a reason. */
const SHARE = 0.25;
const COUNT_FACTOR = 5;
const COUNT_LEAST = 50;
const HIGHEST = 100;

/** Figures far from those of the period before. */
export function jumps(
  checked: Pick<Checked, "draft" | "previous" | "history" | "indicators" | "nameOf">,
): readonly ImportWarning[] {
  const { draft, previous, history, indicators, nameOf } = checked;
  if (!previous) return [];
  const usualOf = usualChanges(history);
  return pairsOf(checked).flatMap((pair): readonly ImportWarning[] => {
    const { before, after } = pair;
    const indicator = indicators.get(after.indicator);
    const usual = usualOf(cellOf(after));
    if (!(usual === null ? isFar(pair, indicator) : isUnusual(pair, usual, indicator))) return [];
    const facts = {
      unit: nameOf(after.unit),
      indicator: after.indicator,
      before: before.value,
      after: after.value,
      period: draft.period,
      earlier: previous.period,
    };
    return [{ code: "jump", facts: usual === null ? facts : { ...facts, usual } }];
  });
}

/** By how much a unit's figure changes from one period to the next, as a rule: the median; null = too little is known. */
function usualChanges(history: readonly Sheet[]): (cell: string) => number | null {
  const changes = new Map<string, number[]>();
  let later: ReadonlyMap<string, number> | null = null;
  for (const sheet of history) {
    const values = valuesOf(sheet);
    for (const [cell, value] of values) {
      const next = later?.get(cell);
      if (next === undefined) continue;
      const known = changes.get(cell) ?? [];
      changes.set(cell, known);
      known.push(Math.abs(subtract(next, value)));
    }
    later = values;
  }
  return (cell) => {
    const known = changes.get(cell) ?? [];
    return known.length < FEWEST_CHANGES ? null : medianOf(known);
  };
}

function valuesOf({ observations }: Sheet): ReadonlyMap<string, number> {
  return new Map(observations.flatMap((one) => (one.value === null ? [] : [[cellOf(one), one.value]])));
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function isUnusual({ before, after }: Pair, usual: number, indicator: Indicator | undefined): boolean {
  const isCount = indicator?.measure === "count";
  const least = isCount ? LEAST_USUAL.count : LEAST_USUAL.share * (indicator?.max ?? HIGHEST);
  return Math.abs(subtract(after.value, before.value)) > TIMES_USUAL * Math.max(usual, least);
}

function isFar({ before, after }: Pair, indicator: Indicator | undefined): boolean {
  const [from, to] = [before.value, after.value];
  if (indicator?.measure !== "count") return Math.abs(to - from) > SHARE * (indicator?.max ?? HIGHEST);
  return (
    Math.abs(to - from) >= COUNT_LEAST && Math.max(from, to) > COUNT_FACTOR * Math.max(1, Math.min(from, to))
  );
}
