import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { heardMessage } from "#commands/messages/alerts.ts";
import type { Reply } from "#services/reply/reply.ts";

export const digest: MessageKind<"digest"> = {
  message: digestMessage,
  isMadeAnew: false,
  asksDecision: false,
};

/** What quiet hours kept back, in the order it happened. */
async function digestMessage({ services, t, recipe }: MessageContext<"digest">): Promise<Reply> {
  const { chat, day } = recipe;
  const heard = await services.alerts.digest(chat, day);
  return heardMessage(heard, t.alerts.digestTitle({ day: t.figures.date(day) }), { services, t });
}
