import type { Remembered } from "#bot/answering/dispatch/recent.ts";
import type { Command } from "#commands/define-command.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** What a sentence is understood with. */
export interface Listening {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly home: Unit;
  readonly t: Catalog;
  /** What the sender was answered last, not long ago; null = nothing. */
  readonly last: Remembered | null;
}
