import type { CommandContext } from "#commands/define-command.ts";
import { expectOfficer } from "#commands/kit/expect.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import { type Alert, isOpen } from "#services/alerts/alert.ts";
import type { Signatory } from "#services/explanations/explanation.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

export type Context = CommandContext<unknown>;

/**
 * The open alert of that number, which the asker may explain. Rejects with the Refusals "unknown-alert", "alert-over"
 * and "role-needed-there".
 */
export async function openAlert(number: number, context: Context): Promise<Alert> {
  const { services } = context;
  const alert = await services.alerts.get(number);
  if (!alert) throw await notOpen(number, context);
  await expectOfficer(unitLookup(services.units)(alert.unit), context);
  if (!isOpen(alert)) throw await notOpen(number, context);
  return alert;
}

/** Why nothing can be said of an alert; what was said of it can still be seen. */
export async function notOpen(number: number, { services, t }: Context): Promise<Refusal> {
  const earlier = await services.explanations.latest(number);
  const alert = await services.alerts.get(number);
  if (!alert && !earlier) return new Refusal("unknown-alert", { number });
  const see = { label: t.explanations.actions.view, command: `/giaitrinh ${number} xem` };
  return new Refusal("alert-over", { number }, earlier ? [see] : []);
}

/** The asker as they sign for a unit now. */
export async function signatory(unit: Unit, { services, asker }: Context): Promise<Signatory> {
  const role = await asker.roleIn(unit.id);
  const above = new Set([unit.id, ...services.units.ancestors(unit.id).map(({ id }) => id)]);
  const grants = await services.rights.grantsOf(asker.sender);
  const held = grants.find((grant) => grant.role === role && above.has(grant.unit));
  return { person: asker.sender, name: asker.senderName, role, unit: held?.unit ?? null };
}

/**
 * Goes on with the asker alone: from a group in their private chat. Rejects with the Refusal "private-first" where the
 * bot cannot write to them yet.
 */
export async function inPrivate({ asker, tell, t }: Context, message: (t: Catalog) => Reply): Promise<Reply> {
  if (asker.chatKind === "private") return message(t);
  if (!(await tell(asker.sender, message))) throw new Refusal("private-first", {});
  return { text: lines(t.explanations.toldInPrivate), actions: [], beside: true };
}
