import type { Slot } from "#commands/slots/slot.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

export interface SlotQuestion {
  /** What was typed after the command's name. */
  readonly text: string;
  /** The name it was called by: its title word narrows units ("/huyen Mê Linh"). */
  readonly calledAs: string;
  readonly slots: Readonly<Record<string, Slot>>;
  readonly services: Services;
  readonly home: Unit;
}
