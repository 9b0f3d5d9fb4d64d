import type { NoticeMessage } from "#commands/kit/message.ts";
import { closedReply } from "#commands/parts/closed-lines.ts";
import { placeUnit } from "#commands/parts/portal-lines.ts";
import { toPeriod } from "#services/periods/period.ts";
import { lines } from "#services/reply/text.ts";

/** The portal refused, or answered what cannot be believed. */
export const portal: NoticeMessage<"portal"> = ({ services, t: { portal: words }, facts: told }) => {
  const { trouble: kind, day, why } = told;
  const [key = "", ...rest] = told.facts;
  const [place = "", period = ""] = kind === "notBelieved" ? key.split("/") : [];
  const named = place === "" ? null : { place: placeUnit(place, services), period: toPeriod(period) };
  const facts = named ? rest : told.facts;
  const said = words.trouble({ kind, day, why, facts, place: null, period: null, ...named });
  const reopen = kind === "opened" ? [{ label: words.actions.reopen, command: "/dongbo mở lại" }] : [];
  return {
    text: lines(said),
    actions: [[...reopen, { label: words.actions.state, command: "/dongbo" }]],
  };
};

/** A closed period's figures, as they would be published now. */
export const portalFigures: NoticeMessage<"portal-figures"> = async ({ services, t, facts }) => {
  const waiting = await services.closedPeriods.waiting();
  const preview = waiting.find(({ period }) => period === facts.period);
  return preview ? closedReply(preview, services, t) : null;
};
