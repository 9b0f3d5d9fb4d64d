import * as z from "zod";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { handoverNotice } from "#commands/messages/notices/handover.ts";
import { platformNotice } from "#commands/messages/notices/platforms.ts";
import type { MessageContext } from "#commands/messages/results.ts";
import { boardAction } from "#commands/parts/alert-actions.ts";
import { broadcastActions, nameOf, readOn } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Broadcast } from "#services/broadcasts/broadcast.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import { toPeriod } from "#services/periods/period.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Schedule } from "#services/schedules/schedule.ts";
import type { Services } from "#services/services.ts";

type Notice = Extract<Recipe, { kind: "notice" }>;

const AboutBroadcast = z.object({ broadcast: z.string() });
const AboutBatch = z.object({ batch: z.string() });
const AboutMonth = z.object({
  scope: z.string(),
  period: z.string().transform(toPeriod),
  missing: z.number(),
  listed: z.number(),
});
const AboutSchedule = z.object({
  schedule: z.string(),
  period: z.string().transform(toPeriod),
  deadline: z.string().optional(),
  occurrence: z.string().optional(),
});

/** What people are told unasked, as things stand when it is sent. */
export async function noticeMessage(context: MessageContext<Notice>): Promise<Reply> {
  const { services, t, recipe } = context;
  const other = (await platformNotice(context)) ?? (await handoverNotice(context));
  if (other) return other;
  const figures = await aboutFigures(recipe, services, t);
  if (figures) return figures;
  const broadcast = AboutBroadcast.safeParse(recipe.facts).data?.broadcast;
  const found = broadcast === undefined ? null : await services.broadcasts.get(broadcast);
  if (found) return aboutBroadcast(recipe, found, services, t);
  const facts = AboutSchedule.safeParse(recipe.facts).data;
  const schedule = facts && (await services.schedules.get(facts.schedule));
  if (facts && schedule) return aboutSchedule(facts, schedule, services, t);
  return { text: lines(t.messages.notices.gone), actions: [] };
}

/** Figures that are not there, or that most units fell by. */
async function aboutFigures({ facts }: Notice, services: Services, t: Catalog): Promise<Reply | null> {
  const unitOf = unitLookup(services.units);
  const month = AboutMonth.safeParse(facts).data;
  if (month) {
    const said = t.alerts.noFigures({ ...month, scope: unitOf(month.scope) });
    return { text: lines(said), actions: [[boardAction(unitOf(month.scope), services, t)]] };
  }
  const named = AboutBatch.safeParse(facts).data?.batch;
  const batch = named === undefined ? null : await services.alerts.batch(named);
  if (!batch) return null;
  const items = batch.inhibited.flatMap(({ rule, indicator: id, units, of }) => {
    const indicator = services.indicators.get(id);
    return indicator ? [t.alerts.fellItem({ rule: t.alerts.rule(rule), indicator, units, of })] : [];
  });
  const scope = unitOf(batch.scope);
  const { period } = batch;
  return {
    text: lines(t.alerts.fellTogether({ scope, period, items })),
    actions: [readOn(scope, period, services, t), [boardAction(scope, services, t)]],
  };
}

async function aboutBroadcast(
  { notice }: Notice,
  broadcast: Broadcast,
  services: Services,
  t: Catalog,
): Promise<Reply> {
  const name = nameOf(broadcast.recipe, services, t);
  const { notices } = t.messages;
  const waiting = async () => {
    const reach = await services.broadcasts.reach(broadcast);
    return notices.draft({ name, reach, schedule: await sendsByItself(broadcast, services, t) });
  };
  const said = notice === "one-more" ? notices.oneMore({ name }) : await waiting();
  return { text: lines(said), actions: broadcastActions(broadcast, t) };
}

/** The schedule that will send a draft unless it is called off. */
async function sendsByItself(
  { recipe }: Broadcast,
  { schedules }: Services,
  t: Catalog,
): Promise<string | null> {
  if (recipe.kind !== "results") return null;
  const due = (await schedules.list()).find(
    (schedule) => schedule.scope === recipe.scope && schedules.wouldSend(schedule, recipe.period),
  );
  return due ? t.schedules.called({ id: due.id, rule: t.schedules.rule(due.rule) }) : null;
}

function aboutSchedule(
  facts: z.infer<typeof AboutSchedule>,
  { id, rule, scope: scopeId }: Schedule,
  services: Services,
  t: Catalog,
): Reply {
  const { notices } = t.messages;
  const scope = unitLookup(services.units)(scopeId);
  const { period, deadline, occurrence } = facts;
  const schedule = t.schedules.called({ id, rule: t.schedules.rule(rule) });
  const moment = (iso: string): string => t.figures.moment(services.local(iso));
  const all: Action = { label: t.schedules.actions.all, command: "/lich" };
  if (deadline !== undefined) {
    const said = notices.noData({ schedule, scope, period, deadline: moment(deadline) });
    return { text: lines(said), actions: [[all]] };
  }
  const prepare = {
    label: t.broadcasts.actions.prepare,
    command: typed("/phatsong", period, anywhere(scope, services, period)),
  };
  const said = notices.missed({ schedule, scope, period, occurrence: moment(occurrence ?? "") });
  return { text: lines(said), actions: [[prepare, all]] };
}
