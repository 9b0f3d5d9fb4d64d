import type { Ground } from "#bot/wiring/parts/ground.ts";
import type { People } from "#bot/wiring/parts/people.ts";
import type { Published } from "#bot/wiring/parts/published.ts";
import { createBroadcasts } from "#services/broadcasts/broadcasts.ts";
import { createQuotaGuard } from "#services/broadcasts/quota-guard.ts";
import { createAddressing } from "#services/delivery/addressing.ts";
import { createAllowances } from "#services/delivery/allowances.ts";
import { createFailures } from "#services/delivery/failures.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import { createFiring } from "#services/schedules/firing.ts";
import { createSchedules } from "#services/schedules/schedules.ts";
import { createListeners } from "#services/subscriptions/listeners.ts";

export type GoingOut = ReturnType<typeof createGoingOut>;

/** What is owed to chats, and how publications reach them. */
export function createGoingOut(
  { store, channels, operators, locale, approvers, timeZone, ring, clock }: Ground,
  { sheets, units }: Published,
  { chats, subscriptions }: People,
) {
  const ledger = createLedger({ store, clock });
  const addressed = createAddressing({ chats, locale });
  const allowances = createAllowances({ store, channels, timeZone, clock });
  const schedules = createSchedules({ store, approvers, timeZone, clock });
  const broadcasts = createBroadcasts({
    store,
    addressed,
    sheets,
    ledger,
    listeners: createListeners({ subscriptions, units }),
    operators: async () => operators,
    standing: schedules.standing,
    approvers,
    timeZone,
    ring,
    clock,
  });
  const { announce } = broadcasts;
  return {
    ledger,
    failures: createFailures({ ledger, ring }),
    addressed,
    allowances,
    schedules,
    broadcasts,
    quotaGuard: createQuotaGuard({ allowances, ledger, announce, timeZone, clock }),
    fireSchedules: createFiring({ store, schedules, broadcasts, ledger, sheets, ring, timeZone, clock }),
  };
}
