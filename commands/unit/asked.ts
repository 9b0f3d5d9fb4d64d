import { type SlotValues, slot, unitsSlots } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Subject } from "#services/reply/reply.ts";
import type { UnitView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** What may be said of units. */
export const unitSlots = {
  ...unitsSlots,
  place: slot.place(),
  /** Of the sheet that lists them. */
  version: slot.version(),
};
export type UnitSlots = SlotValues<typeof unitSlots>;

/** What an answer on units is about. */
export function subjectOf(
  { period }: UnitView,
  units: readonly Unit[],
  indicators: readonly Indicator[] = [],
): Subject {
  return {
    command: "xa",
    units: units.map(({ id }) => id),
    period,
    indicators: indicators.map(({ id }) => id),
    kind: "",
  };
}
