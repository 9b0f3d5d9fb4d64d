import type { BroadcastState } from "#services/broadcasts/broadcast.ts";
import type { Recipients } from "#services/broadcasts/recipients.ts";
import type { StoredBroadcasts } from "#services/broadcasts/stored-broadcasts.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";

export interface FanOutOptions {
  readonly store: Store;
  readonly stored: StoredBroadcasts;
  readonly ledger: Pick<Ledger, "owe">;
  readonly recipients: Recipients;
  readonly ring: () => Promise<void>;
  readonly clock: () => Date;
}

/**
 * Writes what an approved broadcast owes into the ledger; once all of it is there the broadcast is `sending`. Begun anew
 * after a crash, or by two processes at once, it owes every chat once.
 */
export function createFanOut({ store, stored, ledger, recipients, ring, clock }: FanOutOptions) {
  /** Commits while the broadcast is approved still: somebody may call it off in between. */
  async function commit(id: string, owed: readonly NewDelivery[], state: BroadcastState): Promise<void> {
    await commitUntilFree(store, async () => {
      const seen = await stored.get(id);
      if (seen?.value.state !== "approved") return { commit: {}, outcome: undefined };
      const broadcast = { ...seen.value, state, updatedAt: clock().toISOString() };
      const rows = await ledger.owe(owed);
      return { commit: joined([rows, stored.write(broadcast, seen)]), outcome: undefined };
    });
    await ring();
  }

  return async (id: string): Promise<void> => {
    const item = await stored.get(id);
    if (item?.value.state !== "approved") return;
    let last: readonly NewDelivery[] = [];
    for await (const portion of recipients.of(item.value)) {
      if (last.length > 0) await commit(id, last, "approved");
      last = portion;
    }
    await commit(id, last, "sending");
  };
}
