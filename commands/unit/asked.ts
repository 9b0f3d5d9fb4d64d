import type { CommandContext } from "#commands/define-command.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { Subject } from "#services/reply/reply.ts";
import type { UnitView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** What is asked of units. */
export interface UnitSlots {
  readonly units: readonly Unit[];
  readonly period: PeriodWish | null;
  readonly indicators: readonly (readonly Indicator[])[];
  /** Their places are. */
  readonly place: boolean;
  /** Of the sheet that lists them; null = the one in force. */
  readonly version: number | null;
}

export type UnitContext = Pick<CommandContext<unknown>, "services" | "t" | "asker">;

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
