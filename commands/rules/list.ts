import type { CommandContext } from "#commands/define-command.ts";
import { inRows } from "#commands/kit/rows.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { originOf } from "#commands/rules/origin.ts";
import { factsOf } from "#commands/rules/seek.ts";
import { typedSubject } from "#commands/rules/typed-rule.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** Buttons in a row: the names of rules are long. */
const IN_A_ROW = 2;

/** Every rule that holds for the units of a scope, each with a button that opens it. */
export async function list(scope: Unit, context: CommandContext<unknown>): Promise<Reply> {
  const { services, t, asker } = context;
  const rules = await services.alerts.rules.of(scope.id);
  const origin = await originOf(context);
  const where = scopeWords(scope, asker.home, services);
  return {
    text: lines(
      t.rules.title(scope),
      ...rules.map((one) => t.rules.item({ ...factsOf(one.rule, services), origin: origin(one) })),
      t.rules.how,
    ),
    actions: inRows(
      rules.map(({ rule }) => ({
        label: t.rules.label(factsOf(rule, services)),
        command: typed("/nguong", typedSubject(factsOf(rule, services)), where),
      })),
      IN_A_ROW,
    ),
  };
}
