import type { NoticeMessage } from "#commands/kit/message.ts";
import { boardAction } from "#commands/parts/alert-actions.ts";
import { readOn } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { lines } from "#services/reply/text.ts";

/** A month's figures are not there, or not of most units. */
export const noFigures: NoticeMessage<"no-figures"> = ({ services, t, facts }) => {
  const scope = unitLookup(services.units)(facts.scope);
  return {
    text: lines(t.alerts.noFigures({ ...facts, scope })),
    actions: [[boardAction(scope, services, t)]],
  };
};

/** Most units of a scope fell by the same rule at once. */
export const fellTogether: NoticeMessage<"fell-together"> = async ({ services, t, facts }) => {
  const batch = await services.alerts.batch(facts.batch);
  if (!batch) return null;
  const items = batch.inhibited.flatMap(({ rule, indicator: id, units, of }) => {
    const indicator = services.indicators.get(id);
    return indicator ? [t.alerts.fellItem({ rule: t.alerts.rule(rule), indicator, units, of })] : [];
  });
  const scope = unitLookup(services.units)(batch.scope);
  const { period } = batch;
  return {
    text: lines(t.alerts.fellTogether({ scope, period, items })),
    actions: [readOn(scope, period, services, t), [boardAction(scope, services, t)]],
  };
};
