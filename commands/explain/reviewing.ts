import { type Context, inPrivate, signatory } from "#commands/explain/asked.ts";
import type { ExplanationAct, Order } from "#commands/explain/read-order.ts";
import { expectEditor, expectOfficer, isEditorOf } from "#commands/kit/expect.ts";
import { explanationActions, explanationText, historyLines } from "#commands/parts/explanation-words.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Explanation } from "#services/explanations/explanation.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

type Reviewed = Extract<Order, { kind: ExplanationAct | "giveBack" }>;

/** The newest explanation, and what became of those before it. */
export async function view({ alert }: Reviewed, context: Context): Promise<Reply> {
  const { services, t } = context;
  const all = await services.explanations.ofAlert(alert);
  const latest = all.at(-1);
  if (!latest) throw new Refusal("no-explanation", { number: alert });
  await expectOfficer(unitLookup(services.units)(latest.reading.unit), context);
  const mayAct = latest.state !== "waiting" || (await isEditorOf(latest.reading.unit, context));
  return {
    text: lines(explanationText(latest, services, t), ...historyLines(all.slice(0, -1), services, t)),
    actions: mayAct ? explanationActions(latest, t) : [],
  };
}

export async function accept(order: Reviewed, context: Context): Promise<Reply> {
  const explanation = await decide(await reviewed(order, context), null, context);
  return { text: explanationText(explanation, context.services, context.t), actions: [] };
}

/** Returned with a reason; without one it is asked for. */
export async function giveBack(order: Reviewed, context: Context): Promise<Reply> {
  const explanation = await reviewed(order, context);
  const { alert, nth, state } = explanation;
  if (order.words !== "") {
    await decide(explanation, order.words, context);
    return { text: lines(context.t.explanations.gaveBack(alert)), actions: [] };
  }
  if (state !== "waiting") throw settled(explanation, context);
  const expects = `/giaitrinh ${alert}/${nth} trả lại`;
  const asked = await inPrivate(context, (t) => ({
    text: lines(t.explanations.askReason(alert)),
    actions: [],
    expects,
  }));
  return { ...asked, beside: true };
}

/** The one meant, which the asker may decide on. Rejects with the Refusals "no-explanation" and "role-needed-there". */
async function reviewed({ alert, nth }: Reviewed, { services, asker }: Context): Promise<Explanation> {
  const all = await services.explanations.ofAlert(alert);
  const found = nth === null ? all.at(-1) : all.find((one) => one.nth === nth);
  if (!found) throw new Refusal("no-explanation", { number: alert });
  await expectEditor(unitLookup(services.units)(found.reading.unit), { asker });
  return found;
}

/** `reason`: why it is returned; null = it is accepted. Rejects with the Refusal "explanation-settled". */
async function decide(
  { alert, nth, reading }: Explanation,
  reason: string | null,
  context: Context,
): Promise<Explanation> {
  const { services, asker } = context;
  const by = await signatory(unitLookup(services.units)(reading.unit), context);
  const reviewing = await services.explanations.review({ alert, nth, by, reason, chat: asker.chat });
  if (!reviewing) throw new Refusal("no-explanation", { number: alert });
  if (reviewing.outcome === "settled") throw settled(reviewing.explanation, context);
  return reviewing.explanation;
}

/** Somebody was first, or a newer one took its place. */
function settled({ alert: number, state }: Explanation, { t }: Context): Refusal {
  const see = { label: t.explanations.actions.view, command: `/giaitrinh ${number} xem` };
  return new Refusal("explanation-settled", { number, state }, state === "replaced" ? [see] : []);
}
