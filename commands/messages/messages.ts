import { alertsMessage, digestMessage } from "#commands/messages/alerts.ts";
import { alertReminderMessage } from "#commands/messages/alerts-reminder.ts";
import { correctionMessage } from "#commands/messages/correction.ts";
import { noticeMessage } from "#commands/messages/notice.ts";
import { type MessageContext, resultsMessage } from "#commands/messages/results.ts";
import { taskReminderMessage } from "#commands/messages/task-reminder.ts";
import { explanationMessage } from "#commands/parts/explanation-words.ts";
import type { MessageWords } from "#locales/words/deliveries.ts";
import { isTrial } from "#services/broadcasts/trial.ts";
import type { Delivery, Recipe } from "#services/delivery/delivery.ts";
import type { Reply } from "#services/reply/reply.ts";
import { bold, italic, lines } from "#services/reply/text.ts";

/** The message of any recipe. */
export function recipeMessage({ services, t, recipe }: MessageContext): Promise<Reply> {
  if (recipe.kind === "results") return resultsMessage({ services, t, recipe });
  if (recipe.kind === "correction") return correctionMessage({ services, t, recipe });
  if (recipe.kind === "alerts") return alertsMessage({ services, t, recipe });
  if (recipe.kind === "digest") return digestMessage({ services, t, recipe });
  if (recipe.kind === "alerts-reminder") return alertReminderMessage({ services, t, recipe });
  if (recipe.kind === "explanation") return explanationMessage({ services, t, recipe });
  if (recipe.kind === "task-reminder") return taskReminderMessage({ services, t, recipe });
  return noticeMessage({ services, t, recipe });
}

/** Who is asked to decide reads the decision in the place of the question; all else is for everybody there to read. */
const ASK_FOR_A_DECISION: ReadonlySet<Recipe["kind"]> = new Set(["notice", "explanation"]);

/** A message that may have arrived before says so, and so does one that is only tried out. */
export function asDelivered(
  reply: Reply,
  { resent, recipe, cause }: Pick<Delivery, "resent" | "recipe" | "cause">,
  { resent: again, trial }: Pick<MessageWords, "resent" | "trial">,
): Reply {
  const message = ASK_FOR_A_DECISION.has(recipe.kind) ? reply : { ...reply, stands: true as const };
  const marks = [...(isTrial(cause) ? [bold(trial)] : []), ...(resent ? [italic(again)] : [])];
  return marks.length > 0 ? { ...message, text: lines(...marks, reply.text) } : message;
}
