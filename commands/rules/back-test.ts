import type { CommandContext } from "#commands/define-command.ts";
import { isEditorOf } from "#commands/kit/expect.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { allAction, levelLines } from "#commands/rules/card.ts";
import { type Asked, factsOf, seek } from "#commands/rules/seek.ts";
import { typedRule } from "#commands/rules/typed-rule.ts";
import type { TestCount } from "#locales/words/rules.ts";
import type { TestedPeriod } from "#services/alerts/back-test.ts";
import type { DailyRule, Rule } from "#services/alerts/rule.ts";
import { wishedRule } from "#services/alerts/wish.ts";
import { periodKind } from "#services/periods/period.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** Units named that would be told of most. */
const NAMED = 5;

/** What a rule would have told, had it held over the stored results; and the one in force beside it. */
export async function backTest(asked: Asked, context: Context): Promise<Reply> {
  const { services, t } = context;
  const { scope, wish } = asked;
  const sought = await seek(asked, services);
  const rule = wishedRule(wish, sought);
  if (rule.kind === "missing") throw new Refusal("rule-untestable", {});
  if (rule.kind === "daily") return dailyTest(rule, sought.held, scope, context);
  const tested = await services.alerts.backTest(scope.id, rule);
  const facts = { ...factsOf(rule, services), scope };
  return {
    text: lines(
      t.rules.testTitle(facts),
      ...levelLines(rule, t),
      ...(tested.length === 0 ? [t.rules.nothingStored(scope)] : testLines(tested, context)),
      tested.length > 0 && (await inForceLine(sought.held, rule, scope, context)),
      t.rules.onlyTried,
    ),
    actions: [
      ...((await isEditorOf(scope.id, context)) ? [[setAction(rule, sought.held, scope, context)]] : []),
      [allAction(scope, context)],
    ],
  };
}

/** Of daily observations nothing is replayed: it is said of whom it would tell now. */
async function dailyTest(rule: DailyRule, held: Rule | null, scope: Unit, context: Context): Promise<Reply> {
  const { services, t } = context;
  const found = await services.alerts.dailyTest(scope, rule);
  const names = found?.falling.map((id) => fullName(unitLookup(services.units)(id))) ?? [];
  return {
    text: lines(
      t.rules.testTitle({ ...factsOf(rule, services), scope }),
      found
        ? t.rules.dailyTested({ ...found, names: names.slice(0, NAMED), count: names.length })
        : t.rules.nothingDaily(scope),
      t.rules.onlyTried,
    ),
    actions: [
      ...((await isEditorOf(scope.id, context)) ? [[setAction(rule, held, scope, context)]] : []),
      [allAction(scope, context)],
    ],
  };
}

function testLines(tested: readonly TestedPeriod[], { services, t }: Context): readonly (TextPart | false)[] {
  const [first, last] = [tested[0]?.period, tested.at(-1)?.period];
  const inhibited = tested.filter(({ isInhibited }) => isInhibited).map(({ period }) => period);
  const units = mostTold(tested, services, t);
  return [
    first !== undefined &&
      last !== undefined &&
      t.rules.tested({ ...countOf(tested), periods: tested.length, kind: periodKind(first), first, last }),
    t.rules.perPeriod(tested.map(({ period, events }) => ({ period, times: events.length }))),
    units.length > 0 && t.rules.mostTold(units.slice(0, NAMED), Math.max(0, units.length - NAMED)),
    inhibited.length > 0 && t.rules.inhibited(inhibited),
  ];
}

function mostTold(tested: readonly TestedPeriod[], { units }: Services, t: Context["t"]) {
  const times = new Map<string, number>();
  for (const { unit } of tested.flatMap(({ events }) => events)) times.set(unit, (times.get(unit) ?? 0) + 1);
  const unitOf = unitLookup(units);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([unit, count]) => ({ name: t.rank.chart.unit(unitOf(unit)), times: count }));
}

/** Said when another form of the same rule is tried. */
async function inForceLine(
  held: Rule | null,
  rule: Rule,
  scope: Unit,
  { services, t }: Context,
): Promise<string | false> {
  if (!held || JSON.stringify({ ...held, isOn: true }) === JSON.stringify(rule)) return false;
  const tested = await services.alerts.backTest(scope.id, held);
  return t.rules.inForce({ ...countOf(tested), isOn: held.isOn });
}

function countOf(tested: readonly TestedPeriod[]): TestCount {
  const events = tested.flatMap((one) => one.events);
  return { times: events.length, units: new Set(events.map(({ unit }) => unit)).size };
}

function setAction(rule: Rule, held: Rule | null, scope: Unit, { services, t, asker }: Context) {
  const words = typedRule(factsOf(rule, services), held);
  return {
    label: t.rules.actions.set,
    command: typed("/nguong", words, scopeWords(scope, asker.home, services)),
  };
}
