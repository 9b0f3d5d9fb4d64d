import type { CommandContext } from "#commands/define-command.ts";
import { findKinds, type KindsFound } from "#commands/parts/subscription-kinds.ts";
import { remainderOf, words } from "#commands/slots/remainder.ts";
import { findUnit } from "#commands/slots/unit-slot.ts";
import type { Unit } from "#services/units/unit.ts";

export interface Wanted extends Pick<KindsFound, "kinds" | "isAll"> {
  /** null = none was named. */
  readonly unit: Unit | null;
}

/**
 * What is to be heard of which unit, as typed after a command, in any order. `known` may find the unit first. Rejects
 * with the Refusals of a unit's name, whose actions repeat the kinds.
 */
export async function readWanted(
  typed: string,
  { services, asker, calledAs }: Pick<CommandContext<unknown>, "services" | "asker" | "calledAs">,
  known: (name: string) => Unit | null = () => null,
): Promise<Wanted> {
  const { kinds, isAll, typed: named, rest } = findKinds(remainderOf(typed));
  const name = words(rest);
  const found = name === "" ? null : known(name);
  if (found || name === "") return { kinds, isAll, unit: found };
  const repeated = [calledAs, named].filter((word) => word !== "").join(" ");
  const question = { text: name, calledAs: repeated, slots: {}, services, home: asker.home };
  const unit = await findUnit(remainderOf(name), { ...question, period: null, kind: "optionalUnit" });
  return { kinds, isAll, unit };
}
