import { type Context, inPrivate } from "#commands/explain/asked.ts";
import { begin } from "#commands/explain/drafting.ts";
import { expectOfficer } from "#commands/kit/expect.ts";
import { unitIn } from "#commands/kit/unit-in.ts";
import { matterOf, worstFirst } from "#commands/parts/alert-words.ts";
import { matterLine } from "#commands/parts/explanation-words.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import { type Alert, isOpen } from "#services/alerts/alert.ts";
import type { Explanation } from "#services/explanations/explanation.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** Matters offered in one list: a screen of a phone. */
const LISTED = 8;

/** The one open alert of a unit, or a choice among several. */
export async function alertsOfUnit(words: string, context: Context): Promise<Reply> {
  const { services } = context;
  const unit = await unitIn({ text: words }, "unit", context);
  await expectOfficer(unit, context);
  const open = worstFirst(await services.alerts.openOf(unit.id));
  const [only, ...more] = open;
  if (!only) throw new Refusal("no-alerts", { unit });
  if (more.length === 0) return begin(only.number, context);
  const reply = await inPrivate(context, (t) => choice(unit, open, services, t));
  return { ...reply, beside: true };
}

function choice(unit: Unit, open: readonly Alert[], services: Services, t: Catalog): Reply {
  const shown = open.slice(0, LISTED);
  return {
    text: lines(
      t.explanations.choose(unit, open.length),
      ...shown.map((alert) => t.alerts.boardLine({ ...alert, matter: matterOf(alert, services, t).matter })),
    ),
    actions: shown.map(({ number }) => [
      { label: t.explanations.actions.explain(number), command: `/giaitrinh ${number}` },
    ]),
  };
}

/** What waits for the asker: explanations to decide on, alerts of their own units to explain. */
export async function overview(context: Context): Promise<Reply> {
  const { services, t } = context;
  const waiting = (await toReview(context)).slice(0, LISTED);
  const open = (await toExplain(context)).slice(0, LISTED);
  const line = (one: Alert | Explanation, number: number): TextPart =>
    t.explanations.listed(
      number,
      matterLine("reading" in one ? { ...one.reading, period: one.period } : one, services, t),
    );
  const see = ({ alert }: Explanation): readonly Action[] => [
    { label: t.explanations.actions.viewOf(alert), command: `/giaitrinh ${alert} xem` },
  ];
  const explain = ({ number }: Alert): readonly Action[] => [
    { label: t.explanations.actions.explain(number), command: `/giaitrinh ${number}` },
  ];
  return {
    text: lines(
      waiting.length > 0 && t.explanations.toReview,
      ...waiting.map((one) => line(one, one.alert)),
      open.length > 0 && t.explanations.toExplain,
      ...open.map((one) => line(one, one.number)),
      waiting.length + open.length === 0 && t.explanations.nothing,
    ),
    actions: [...waiting.map(see), ...open.map(explain)],
  };
}

async function toReview({ services, asker }: Context): Promise<readonly Explanation[]> {
  if (!atLeast(asker.role, "editor")) return [];
  const waiting = (await services.explanations.all()).filter(({ state }) => state === "waiting");
  const roles = await Promise.all(waiting.map(({ reading }) => asker.roleIn(reading.unit)));
  return waiting.filter((_, i) => atLeast(roles[i] ?? "viewer", "editor"));
}

/** Of the units the asker is bound to. */
async function toExplain({ services, asker }: Context): Promise<readonly Alert[]> {
  const grants = await services.rights.grantsOf(asker.sender);
  const bound = grants
    .filter(({ role }) => role === "officer")
    .map(({ unit }) => unitLookup(services.units)(unit));
  const lists = await Promise.all(bound.map(({ id }) => services.alerts.openOf(id)));
  return worstFirst(lists.flat().filter((alert) => isOpen(alert) && !isAnswered(alert)));
}

const isAnswered = ({ state }: Alert): boolean => state === "explained" || state === "accepted";
