import { compareObservations } from "#services/sheets/overlay.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";

/** A figure that was published one way and then another; null = it was not, or is no longer, there. */
export interface CorrectedFigure {
  readonly unit: string;
  readonly indicator: string;
  readonly before: Observation | null;
  readonly after: Observation | null;
}

/**
 * What a newer version takes back or restates of an older one: other values or published ranks, figures that are gone,
 * and units added to a list that was out already. A whole new indicator corrects nothing.
 */
export function whatChanged(before: Sheet, after: Sheet): readonly CorrectedFigure[] {
  const known = new Set(before.observations.map(({ indicator }) => indicator));
  return compareObservations(before.observations, after.observations).flatMap((change) => {
    const { before: old, after: now } = change;
    const figure = old ?? now;
    if (!figure || !isTold(old, now, known)) return [];
    return [{ unit: figure.unit, indicator: figure.indicator, before: old, after: now }];
  });
}

function isTold(old: Observation | null, now: Observation | null, known: ReadonlySet<string>): boolean {
  if (!old) return now !== null && known.has(now.indicator);
  return now === null || old.value !== now.value || old.rank !== now.rank;
}
