import type { NoticeMessage } from "#commands/kit/message.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/** The figures a schedule waited for did not come. */
export const noData: NoticeMessage<"no-data"> = async ({ services, t, facts }) => {
  const found = await services.schedules.get(facts.schedule);
  if (!found) return null;
  const scope = unitLookup(services.units)(found.scope);
  const schedule = t.schedules.called({ id: found.id, rule: t.schedules.rule(found.rule) });
  const deadline = t.figures.moment(services.local(facts.deadline));
  const { period } = facts;
  return {
    text: lines(t.messages.notices.noData({ schedule, scope, period, deadline })),
    actions: [[allSchedules(t)]],
  };
};

/** The bot did not run when the schedule was due: the results may be sent now. */
export const missed: NoticeMessage<"missed"> = async ({ services, t, facts }) => {
  const found = await services.schedules.get(facts.schedule);
  if (!found) return null;
  const scope = unitLookup(services.units)(found.scope);
  const schedule = t.schedules.called({ id: found.id, rule: t.schedules.rule(found.rule) });
  const occurrence = t.figures.moment(services.local(facts.occurrence));
  const { period } = facts;
  const prepare: Action = {
    label: t.broadcasts.actions.prepare,
    command: typed("/phatsong", period, anywhere(scope, services, period)),
  };
  return {
    text: lines(t.messages.notices.missed({ schedule, scope, period, occurrence })),
    actions: [[prepare, allSchedules(t)]],
  };
};

const allSchedules = (t: Catalog): Action => ({ label: t.schedules.actions.all, command: "/lich" });
