import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { expectScope } from "#commands/kit/expect.ts";
import { joinWords } from "#commands/kit/typed.ts";
import { unitIn } from "#commands/kit/unit-in.ts";
import { backTest } from "#commands/rules/back-test.ts";
import { card } from "#commands/rules/card.ts";
import { change } from "#commands/rules/change.ts";
import { list } from "#commands/rules/list.ts";
import { type RuleOrder, readOrder } from "#commands/rules/read-order.ts";
import { remainderOf } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { isUnitName } from "#commands/slots/unit-slot.ts";
import { Refusal } from "#services/refusal.ts";
import type { Unit } from "#services/units/unit.ts";

/** By which rules alerts are raised: shown, tried on past results, set and unset, in plain words. */
export const rules = defineCommand({
  name: "nguong",
  words: (t) => t.rules,
  sisters: ["nguongcanhbao", "quytac", "rules"],
  role: "viewer",
  slots: { words: slot.words() },

  async run(context) {
    const { slots, services, asker } = context;
    const { words } = slots;
    if (isUnitName(words, { services, home: asker.home }))
      return list(await scopeOf({ said: "", rest: remainderOf(words) }, context), context);
    const order = readOrder(words, services.indicators);
    if (!order) throw new Refusal("rule-unclear", { typed: words });
    const scope = await scopeOf(order, context);
    const { verb, wish } = order;
    if (wish === null) return list(scope, context);
    const asked = { scope, wish };
    if (verb === null) return card(asked, context);
    return verb === "test" ? backTest(asked, context) : change(verb, asked, context);
  },
});

/** The scope named, else the chat's home. Rejects with the Refusals of a unit's name. */
async function scopeOf(
  { said, rest }: Pick<RuleOrder, "said" | "rest">,
  context: CommandContext<unknown>,
): Promise<Unit> {
  const calledAs = joinWords(context.calledAs, said);
  return expectScope(await unitIn({ text: rest.text, rest }, "scope", { ...context, calledAs }));
}
