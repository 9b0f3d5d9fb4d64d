import type { BroadcastView, FailedView, LedgerView, Owed } from "#bot/operations/view.ts";
import { nameOf, reasonsOf, stateOf } from "#commands/parts/broadcast-parts.ts";
import { failedName } from "#commands/parts/failed-name.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Broadcast } from "#services/broadcasts/broadcast.ts";
import { tallyOf } from "#services/broadcasts/tally.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import type { FailedMessage } from "#services/delivery/failures.ts";
import { isChatId } from "#services/ids.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";

/** Messages, and chats of each, on the first page. */
const FAILED = 12;
const CHATS_OF_FAILED = 20;
const BROADCASTS = 8;
/** Rows of a ledger on its page; the workbook of /giaonhan has them all. */
const ROWS = 1_000;

export async function readFailed(all: readonly FailedMessage[], services: Services, t: Catalog) {
  const shown = await Promise.all(
    all.slice(0, FAILED).map(async (one): Promise<FailedView> => {
      const owed = await named(one.deliveries.slice(0, CHATS_OF_FAILED), services);
      return { ...(await failedName(one, services, t)), at: one.at, count: one.deliveries.length, owed };
    }),
  );
  return { failed: shown, moreFailed: all.length - shown.length };
}

/** Those that wait first, then the newest. */
export async function readBroadcasts(
  all: readonly Broadcast[],
  failures: readonly FailedMessage[],
  services: Services,
  t: Catalog,
): Promise<readonly BroadcastView[]> {
  const isDraft = ({ state }: Broadcast): boolean => state === "draft";
  const shown = [...all.filter(isDraft), ...all.filter((one) => !isDraft(one))].slice(0, BROADCASTS);
  return Promise.all(
    shown.map(async (one) => ({
      name: nameOf(one.recipe, services, t),
      code: one.code,
      state: one.state,
      stateName: stateOf(one, t),
      createdAt: one.createdAt,
      approvals: await Promise.all(
        one.approvals.map(async ({ by, at }) => ({ by: await personOf(by, services, t), at })),
      ),
      failed: failures.find(({ cause }) => cause === one.id)?.deliveries.length ?? 0,
    })),
  );
}

/** Who received a broadcast and who did not, those first that did not; null = there is none of that code. */
export async function readLedger(code: string, services: Services, t: Catalog): Promise<LedgerView | null> {
  const broadcast = await services.broadcasts.find(code);
  if (!broadcast) return null;
  const rows = await services.ledger.ofCause(broadcast.id);
  const tally = tallyOf(rows);
  const name = nameOf(broadcast.recipe, services, t);
  const stateName = stateOf(broadcast, t);
  const shown = [...rows].sort((a, b) => urgency(a) - urgency(b)).slice(0, ROWS);
  return {
    name,
    code: broadcast.code,
    tally: lines(t.deliveries.tally({ name, state: stateName, tally })).text,
    reasons: reasonsOf(tally, t),
    hasFailed: tally.refused + tally.unknown > 0,
    owed: await named(shown, services),
    more: rows.length - shown.length,
  };
}

const URGENCY: Readonly<Record<Delivery["state"], number>> = {
  refused: 0,
  unknown: 0,
  sending: 1,
  due: 1,
  cancelled: 2,
  sent: 3,
};
const urgency = ({ state }: Delivery): number => URGENCY[state];

async function named(deliveries: readonly Delivery[], { chats }: Services): Promise<readonly Owed[]> {
  const known = await chats.getMany([...new Set(deliveries.map(({ chat }) => chat))]);
  return deliveries.map((delivery) => ({ delivery, chatName: known.get(delivery.chat)?.name ?? "" }));
}

/** A person's name where it is known, or the schedule that approves by itself. */
async function personOf(by: string, { rights, chats }: Services, t: Catalog): Promise<string> {
  const [, schedule] = by.split("schedule:");
  if (schedule !== undefined) return t.operations.bySchedule(schedule);
  if (!isChatId(by)) return by;
  return (await rights.nameOf(by)) || (await chats.get(by))?.name || by;
}
