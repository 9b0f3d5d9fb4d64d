import { anywhere, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import { type Broadcast, type BroadcastRecipe, NEWER_VERSION } from "#services/broadcasts/broadcast.ts";
import type { Tally } from "#services/broadcasts/tally.ts";
import type { Period } from "#services/periods/period.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** "Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1". */
export function nameOf(recipe: BroadcastRecipe, services: Services, t: Catalog): string {
  return t.broadcasts.name({ recipe, scope: unitLookup(services.units)(recipe.scope) });
}

export function stateOf({ state, cancelledBy }: Broadcast, t: Catalog): string {
  return state === "cancelled" && cancelledBy === NEWER_VERSION
    ? t.broadcasts.newerVersion
    : t.broadcasts.state[state];
}

/** What may be done with a broadcast as it stands; codes are shorter than ids. */
export function broadcastActions({ code, state }: Broadcast, t: Catalog): readonly (readonly Action[])[] {
  const { actions } = t.broadcasts;
  const act = (label: string, verb: string): Action => ({ label, command: `/phatsong ${verb} ${code}` });
  const ledger = { label: actions.deliveries, command: `/giaonhan ${code}` };
  if (state === "draft") {
    return [
      [act(actions.preview, "xem"), act(actions.test, "thử")],
      [act(actions.approve, "duyệt"), act(actions.cancel, "huỷ")],
    ];
  }
  if (state === "approved" || state === "sending") return [[ledger, act(actions.stop, "huỷ")]];
  return [[ledger, act(actions.preview, "xem")]];
}

/** Where a chat reads on from a message that came unasked. */
export function readOn(scope: Unit, period: Period, services: Services, t: Catalog): readonly Action[] {
  const where = anywhere(scope, services, period);
  return [
    { label: t.actions.ranking, command: typed("/xephang", period, where) },
    { label: t.actions.summary, command: typed("/tonghop", period, where) },
    { label: t.actions.sources, command: typed("/nguon", period, where) },
  ];
}

/** How far a broadcast is, to stand in the place of the message that follows it. */
export function progressMessage(
  broadcast: Broadcast,
  tally: Tally,
  { services, t }: { readonly services: Services; readonly t: Catalog },
): Reply {
  const name = nameOf(broadcast.recipe, services, t);
  const hasFailed = tally.refused + tally.unknown > 0 && tally.waiting === 0;
  const resend = { label: t.deliveries.actions.resend, command: `/giaonhan gửi lại ${broadcast.code}` };
  const said = t.broadcasts.progress({ name, state: broadcast.state, tally, reasons: reasonsOf(tally, t) });
  const text = typeof said === "object" ? said : { text: String(said), spans: [] };
  return { text, actions: [...broadcastActions(broadcast, t), ...(hasFailed ? [[resend]] : [])] };
}

/** Most frequent first. */
export function reasonsOf({ reasons }: Tally, t: Catalog): string {
  return reasons.map(([reason, count]) => t.deliveries.reasonCount(reason, count)).join("; ");
}
