import type { NoticeMessage } from "#commands/kit/message.ts";
import { broadcastActions, nameOf } from "#commands/parts/broadcast-parts.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Broadcast } from "#services/broadcasts/broadcast.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";

/** Results are in: whom they go to, and whether a schedule sends them unless somebody calls them off. */
export const draft: NoticeMessage<"draft"> = async ({ services, t, facts }) => {
  const broadcast = await services.broadcasts.get(facts.broadcast);
  if (!broadcast) return null;
  const name = nameOf(broadcast.recipe, services, t);
  const reach = await services.broadcasts.reach(broadcast);
  const schedule = await sendsByItself(broadcast, services, t);
  return {
    text: lines(t.messages.notices.draft({ name, reach, schedule })),
    actions: broadcastActions(broadcast, t),
  };
};

export const oneMore: NoticeMessage<"one-more"> = async ({ services, t, facts }) => {
  const broadcast = await services.broadcasts.get(facts.broadcast);
  if (!broadcast) return null;
  const name = nameOf(broadcast.recipe, services, t);
  return { text: lines(t.messages.notices.oneMore({ name })), actions: broadcastActions(broadcast, t) };
};

export const held: NoticeMessage<"held"> = async ({ services, t, facts }) => {
  const broadcast = await services.broadcasts.get(facts.broadcast);
  if (!broadcast) return null;
  const name = nameOf(broadcast.recipe, services, t);
  return { text: lines(t.platforms.held({ ...facts, name })), actions: broadcastActions(broadcast, t) };
};

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
