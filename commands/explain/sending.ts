import { type Context, notOpen, openAlert, signatory } from "#commands/explain/asked.ts";
import { begin } from "#commands/explain/drafting.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Alert } from "#services/alerts/alert.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/** Other alerts of the unit for which the same words are offered. */
const OFFERED = 4;

/** Sends the asker's draft to whoever was told of the alert and to those who decide. */
export async function send(number: number, context: Context): Promise<Reply> {
  const { services, asker, t } = context;
  const alert = await openAlert(number, context);
  const by = await signatory(unitLookup(services.units)(alert.unit), context);
  const sending = await services.explanations.send(number, by, asker.chat);
  if (sending.outcome === "over") throw await notOpen(number, context);
  if (sending.outcome === "unfinished") return begin(number, context);
  const view = { label: t.explanations.actions.view, command: `/giaitrinh ${number} xem` };
  return {
    text: lines(t.explanations.sent(number)),
    actions: [[view], ...(await sameFor(alert, context))],
  };
}

/** The unit's other alerts that nobody explained yet may have the same cause. */
async function sameFor(alert: Alert, { services, t }: Context): Promise<readonly (readonly Action[])[]> {
  const open = await services.alerts.openOf(alert.unit);
  return open
    .filter(({ number, state }) => number !== alert.number && (state === "open" || state === "acknowledged"))
    .slice(0, OFFERED)
    .map(({ number }) => [
      {
        label: t.explanations.actions.sameFor(number),
        command: `/giaitrinh ${number} như ${alert.number}`,
      },
    ]);
}
