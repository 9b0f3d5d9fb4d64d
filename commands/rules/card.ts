import type { CommandContext } from "#commands/define-command.ts";
import { isEditorOf } from "#commands/kit/expect.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { originOf } from "#commands/rules/origin.ts";
import { type Asked, expectHeld, factsOf, seek } from "#commands/rules/seek.ts";
import { typedSubject } from "#commands/rules/typed-rule.ts";
import type { Rule } from "#services/alerts/rule.ts";
import type { ScopedRule } from "#services/alerts/rules.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** One rule: what it means, who set it, what is open by it, and what may be done with it. */
export async function card(asked: Asked, context: Context): Promise<Reply> {
  const { services, t } = context;
  const { scope } = asked;
  const scoped = expectHeld(await seek(asked, services));
  const { rule } = scoped;
  const facts = factsOf(rule, services);
  const origin = await originOf(context);
  const open = (await services.alerts.openIn(scope.id)).filter((alert) => alert.rule === rule.id);
  return {
    text: lines(
      t.rules.cardTitle({ ...facts, scope }),
      `${capital(t.rules.means(facts))}.`,
      t.rules.reach(rule),
      t.rules.state({ isOn: rule.isOn, origin: origin(scoped) }),
      ...levelLines(rule, t),
      t.rules.open({ alerts: open.length, units: new Set(open.map(({ unit }) => unit)).size }),
    ),
    actions: [await actionsOf(scoped, scope, context), [allAction(scope, context)]],
  };
}

/** Where a level does not hold. */
export function levelLines(rule: Rule, t: Context["t"]): readonly (string | false)[] {
  return rule.kind === "level" ? [t.rules.afterTargets, rule.finishedOnly && t.rules.finishedOnly] : [];
}

/** Whoever may not set rules may try them. */
async function actionsOf(
  { rule, scope: setBy }: ScopedRule,
  scope: Unit,
  context: Context,
): Promise<readonly Action[]> {
  const { services, t, asker } = context;
  const { actions } = t.rules;
  const where = scopeWords(scope, asker.home, services);
  const act = (label: string, verb: string): Action => ({
    label,
    command: typed("/nguong", verb, typedSubject(factsOf(rule, services)), where),
  });
  const test = rule.kind === "missing" ? [] : [act(actions.test, "thử")];
  if (!(await isEditorOf(scope.id, context))) return test;
  return [
    rule.isOn ? act(actions.off, "tắt") : act(actions.on, "bật"),
    ...test,
    ...(setBy === scope.id ? [act(actions.usual, "mặc định")] : []),
  ];
}

export function allAction(scope: Unit, { services, t, asker }: Context): Action {
  const where = scopeWords(scope, asker.home, services);
  return { label: t.rules.actions.all, command: typed("/nguong", where) };
}
