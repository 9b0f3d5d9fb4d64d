import type { CommandContext } from "#commands/define-command.ts";
import { expectEditor } from "#commands/kit/expect.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { allAction } from "#commands/rules/card.ts";
import type { RuleVerb } from "#commands/rules/read-order.ts";
import { type Asked, expectHeld, factsOf, seek } from "#commands/rules/seek.ts";
import { typedRule, typedSubject } from "#commands/rules/typed-rule.ts";
import type { Rule } from "#services/alerts/rule.ts";
import type { ScopedRule } from "#services/alerts/rules.ts";
import { wishedRule } from "#services/alerts/wish.ts";
import type { Deed } from "#services/audit/deed.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";

type Context = CommandContext<unknown>;

/** Sets a rule of a scope, switches it, or gives it up; holds from the next publication on. */
export async function change(
  verb: Exclude<RuleVerb, "test">,
  asked: Asked,
  context: Context,
): Promise<Reply> {
  const { services, t, asker } = context;
  const { scope } = asked;
  await expectEditor(scope, context);
  const sought = await seek(asked, services);
  if (verb === "usual") return giveUp(expectHeld(sought), asked, context);
  const rule = verb === "off" ? { ...expectHeld(sought).rule, isOn: false } : wishedRule(asked.wish, sought);
  await services.alerts.rules.set(scope.id, rule, asker.sender);

  const own = sought.scoped?.scope === scope.id ? sought.scoped.rule : null;
  const undo = own ? typedBack(own, rule, context) : `mặc định ${typedSubject(factsOf(rule, services))}`;
  const facts = { ...factsOf(rule, services), scope };
  const said = rule.isOn
    ? t.rules.set(facts)
    : t.rules.off({ ...facts, open: await countOpen(rule, asked, context) });
  return { ...answer(said, undo, asked, context), deeds: [deedOf(rule, asked, context)] };
}

function deedOf(rule: Rule, { scope }: Asked, { services }: Context): Deed {
  return { kind: "rule-changed", unit: scope.id, about: typedSubject(factsOf(rule, services)) };
}

/** Alerts that end with a rule. */
async function countOpen({ id }: Rule, { scope }: Asked, { services }: Context): Promise<number> {
  return (await services.alerts.openIn(scope.id)).filter(({ rule }) => rule === id).length;
}

/** Back to what holds above the scope. */
async function giveUp({ rule }: ScopedRule, asked: Asked, context: Context): Promise<Reply> {
  const { services, t } = context;
  const { scope } = asked;
  if (!(await services.alerts.rules.unset(scope.id, rule.id))) {
    return { text: lines(t.rules.nothingSet), actions: [[allAction(scope, context)]] };
  }
  const left = await services.alerts.rules.of(scope.id);
  const now = left.find((one) => one.rule.id === rule.id) ?? null;
  const said = t.rules.usual({
    was: factsOf(rule, services),
    now: now && { ...factsOf(now.rule, services), from: services.units.get(now.scope ?? "") ?? null },
    scope,
  });
  const told = answer(said, typedBack(rule, now?.rule ?? null, context), asked, context);
  return { ...told, deeds: [deedOf(rule, asked, context)] };
}

/** How a rule is typed that was in the place of another one. */
function typedBack(rule: Rule, now: Rule | null, { services }: Context): string {
  return rule.isOn ? typedRule(factsOf(rule, services), now) : `tắt ${typedSubject(factsOf(rule, services))}`;
}

function answer(said: TextPart, undo: string, { scope }: Asked, context: Context): Reply {
  const { services, t, asker } = context;
  const where = scopeWords(scope, asker.home, services);
  return {
    text: lines(said, t.rules.fromNext),
    actions: [
      [{ label: t.rules.actions.undo, command: typed("/nguong", undo, where) }, allAction(scope, context)],
    ],
  };
}
