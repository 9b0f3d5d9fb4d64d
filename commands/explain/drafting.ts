import { type Context, inPrivate, openAlert } from "#commands/explain/asked.ts";
import { draftReply, questionReply } from "#commands/explain/draft-message.ts";
import type { Order } from "#commands/explain/read-order.ts";
import type { Alert } from "#services/alerts/alert.ts";
import { type Draft, type ExplanationPart, nextPart } from "#services/explanations/explanation.ts";
import { readDeadline } from "#services/explanations/read-deadline.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/** Asks for what is missing first, or shows what there is. */
export async function begin(number: number, context: Context): Promise<Reply> {
  const { services, asker } = context;
  const alert = await openAlert(number, context);
  const { draft, isNew } = await services.explanations.draft(number, asker.sender);
  const latest = await services.explanations.latest(number);
  const part = nextPart(draft);
  const reply = await inPrivate(context, (t) =>
    part
      ? questionReply({ alert, part, draft, services, t, isFirst: true })
      : draftReply({ alert, draft, latest, isNew, services, t }),
  );
  return { ...reply, beside: true };
}

/** Takes an answer and goes on to the next question; without words asks that question anew. */
export async function say(
  { alert: number, part: named, words }: Extract<Order, { kind: "say" }>,
  context: Context,
): Promise<Reply> {
  const { services, asker } = context;
  const alert = await openAlert(number, context);
  const { draft } = await services.explanations.draft(number, asker.sender);
  const part = named ?? nextPart(draft);
  if (!part) return begin(number, context);
  if (words === "") return inPrivate(context, (t) => questionReply({ alert, part, draft, services, t }));
  const said = { [part]: part === "deadline" ? deadlineOf(number, words, context) : words };
  return goOn(alert, await services.explanations.fill(number, asker.sender, said), context);
}

/** What was said of another alert. */
export async function like(
  { alert: number, other }: Extract<Order, { kind: "like" }>,
  context: Context,
): Promise<Reply> {
  const { services, asker } = context;
  const alert = await openAlert(number, context);
  const said = await services.explanations.latest(other);
  if (said?.by.person !== asker.sender) throw new Refusal("no-explanation", { number: other });
  const { cause, remedy, deadline } = said;
  const draft = await services.explanations.fill(number, asker.sender, { cause, remedy, deadline });
  return goOn(alert, draft, context);
}

export async function discard(number: number, { services, asker, t }: Context): Promise<Reply> {
  await services.explanations.discard(number, asker.sender);
  const again = { label: t.alerts.actions.explain, command: `/giaitrinh ${number}` };
  return { text: lines(t.explanations.discarded(number)), actions: [[again]] };
}

function goOn(alert: Alert, draft: Draft, context: Context): Promise<Reply> {
  const { services } = context;
  const part: ExplanationPart | null = nextPart(draft);
  return inPrivate(context, (t) =>
    part
      ? questionReply({ alert, part, draft, services, t })
      : draftReply({ alert, draft, latest: null, isNew: true, services, t }),
  );
}

/** ISO date. Throws the Refusal "deadline-unclear", after which it can be said again. */
function deadlineOf(number: number, words: string, { services }: Context): string {
  const read = readDeadline(words, { today: services.today(), workdays: services.workdays });
  if (read?.kind === "day") return read.date;
  const problem = read?.kind ?? ("unread" as const);
  const facts = { typed: words, problem, date: read?.date ?? null };
  throw new Refusal("deadline-unclear", facts, [], `/giaitrinh ${number} thời hạn`);
}
