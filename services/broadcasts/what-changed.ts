import { compareObservations } from "#services/sheets/overlay.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";

/** What two versions say otherwise of a unit; null = it was not, or is no longer, there. */
export interface CorrectedFigure {
  readonly unit: string;
  readonly indicator: string;
  readonly before: Observation | null;
  readonly after: Observation | null;
  /** The older version had nothing at all of this indicator, but of others; all figures of a month that had none are restated. */
  readonly isAdded: boolean;
}

/** All that two versions say otherwise: values, published ranks and changes, figures that are gone or were added. */
export function whatChanged(before: Sheet, after: Sheet): readonly CorrectedFigure[] {
  const known = new Set(before.observations.map(({ indicator }) => indicator));
  const isAdded = (indicator: string): boolean => known.size > 0 && !known.has(indicator);
  return compareObservations(before.observations, after.observations).flatMap((change) => {
    const { kind, before: old, after: now } = change;
    const figure = old ?? now;
    if (!figure || kind === "same") return [];
    const { unit, indicator } = figure;
    return [{ unit, indicator, before: old, after: now, isAdded: isAdded(indicator) }];
  });
}

/**
 * A newer version takes back or restates something of an older one, or adds units to a list that was out already. A
 * whole new indicator corrects nothing, nor does a published change that only one of them gives. What holds an older
 * version's figures again corrects all that is otherwise.
 */
export function corrects(before: Sheet, after: Sheet): boolean {
  const changed = whatChanged(before, after);
  if (after.restores !== null) return changed.length > 0;
  return changed.some(({ before: old, after: now, isAdded }) => {
    if (!old || !now) return !isAdded;
    const isOther = old.change !== null && now.change !== null && old.change !== now.change;
    return old.value !== now.value || old.rank !== now.rank || isOther;
  });
}
