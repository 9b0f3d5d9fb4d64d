import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { alerts } from "#commands/messages/alerts.ts";
import { alertsReminder } from "#commands/messages/alerts-reminder.ts";
import { correction } from "#commands/messages/correction.ts";
import { digest } from "#commands/messages/digest.ts";
import { explanation } from "#commands/messages/explanation.ts";
import { notice } from "#commands/messages/notice.ts";
import { results } from "#commands/messages/results.ts";
import { taskReminder } from "#commands/messages/task-reminder.ts";
import type { MessageWords } from "#locales/words/deliveries.ts";
import { isTrial } from "#services/broadcasts/trial.ts";
import type { Delivery, RecipeKind } from "#services/delivery/delivery.ts";
import type { Reply } from "#services/reply/reply.ts";
import { bold, italic, lines } from "#services/reply/text.ts";

/** Every kind of message that chats are owed. */
export const messages: { readonly [K in RecipeKind]: MessageKind<K> } = {
  results,
  correction,
  alerts,
  digest,
  "alerts-reminder": alertsReminder,
  explanation,
  notice,
  "task-reminder": taskReminder,
};

/** The message of any recipe. Rejects when it cannot be made now. */
export function recipeMessage<K extends RecipeKind>(context: MessageContext<K>): Promise<Reply> {
  const kind: K = context.recipe.kind;
  return messages[kind].message(context);
}

/** A message that may have arrived before says so, and so does one that is only tried out. */
export function asDelivered(
  reply: Reply,
  { resent, recipe, cause }: Pick<Delivery, "resent" | "recipe" | "cause">,
  { resent: again, trial }: Pick<MessageWords, "resent" | "trial">,
): Reply {
  const message = messages[recipe.kind].asksDecision ? reply : { ...reply, stands: true as const };
  const marks = [...(isTrial(cause) ? [bold(trial)] : []), ...(resent ? [italic(again)] : [])];
  return marks.length > 0 ? { ...message, text: lines(...marks, reply.text) } : message;
}
