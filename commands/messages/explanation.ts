import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { explanationActions, explanationText, matterLine } from "#commands/parts/explanation-words.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Explanation } from "#services/explanations/explanation.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";

export const explanation: MessageKind<"explanation"> = {
  message: explanationMessage,
  isMadeAnew: true,
  asksDecision: true,
};

/** News of an explanation, as things stand when it is sent. */
async function explanationMessage({ services, t, recipe }: MessageContext<"explanation">): Promise<Reply> {
  const { alert, nth, news, acts } = recipe;
  const explanation = (await services.explanations.ofAlert(alert)).find((one) => one.nth === nth);
  if (!explanation) throw new Error(`explanation ${nth} of alert ${alert} is owed but not there`);
  if (news === "due") return dueMessage(explanation, acts, services, t);
  return {
    text: explanationText(explanation, services, t),
    actions: acts ? explanationActions(explanation, t) : [],
  };
}

async function dueMessage(
  { alert: number, reading, period, remedy, deadline }: Explanation,
  acts: boolean,
  services: Services,
  t: Catalog,
): Promise<Reply> {
  const { explanations: words } = t;
  const alert = await services.alerts.get(number);
  const again = { label: words.actions.again, command: `/giaitrinh ${number}` };
  return {
    text: lines(
      words.due({ number, day: words.day(deadline) }),
      matterLine(alert ?? { ...reading, period }, services, t),
      words.said("remedy", remedy),
    ),
    actions: acts ? [[again]] : [],
  };
}
