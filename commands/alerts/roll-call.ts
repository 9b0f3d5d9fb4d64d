import type { CommandContext } from "#commands/define-command.ts";
import { boardAction } from "#commands/parts/alert-actions.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** Units named that have not seen their alerts. */
const NAMED = 20;

/** Which units with alerts have seen them all: "78/104". */
export async function rollCall(
  scope: Unit,
  { services, t }: Pick<CommandContext<unknown>, "services" | "t">,
): Promise<Reply> {
  const open = await services.alerts.openIn(scope.id);
  if (open.length === 0) return { text: lines(t.alerts.noneOf(scope)), actions: [] };
  const unitOf = unitLookup(services.units);
  const units = [...new Set(open.map(({ unit }) => unit))];
  const unseen = [...new Set(open.filter(({ state }) => state === "open").map(({ unit }) => unit))];
  const names = unseen.map((unit) => t.rank.chart.unit(unitOf(unit)));
  return {
    text: lines(
      t.alerts.rollCall({ seen: units.length - unseen.length, of: units.length }),
      names.length > 0 && t.alerts.notSeen(names.slice(0, NAMED), Math.max(0, names.length - NAMED)),
    ),
    actions: [[boardAction(scope, services, t)]],
  };
}
