import type { Batch } from "#services/alerts/alert.ts";
import { type Evaluated, type EvaluateOptions, evaluate, type Hearer } from "#services/alerts/evaluate.ts";
import type { AlertOwing } from "#services/alerts/owing.ts";
import type { SheetPlace } from "#services/alerts/readings.ts";
import type { Silences } from "#services/alerts/silences.ts";
import type { StoredAlerts } from "#services/alerts/stored-alerts.ts";
import type { Notices } from "#services/broadcasts/notices.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";
import type { createFollowing, Followed, Follower } from "#services/subscriptions/following.ts";
import type { SubscriptionIndex } from "#services/subscriptions/subscription-index.ts";
import type { Subscriptions } from "#services/subscriptions/subscriptions.ts";

export interface SettlingOptions {
  readonly store: Store;
  readonly stored: StoredAlerts;
  readonly silences: Pick<Silences, "test">;
  readonly subscriptions: Pick<Subscriptions, "index">;
  readonly following: ReturnType<typeof createFollowing>;
  readonly owing: AlertOwing;
  readonly ledger: Pick<Ledger, "owe">;
  readonly notices: Notices;
  readonly clock: () => Date;
}

/** What one look at a sheet, or at the calendar, read. */
export type Look = Pick<EvaluateOptions, "place" | "reads" | "holds" | "takenBack">;

export type Settling = ReturnType<typeof createSettling>;

/**
 * Settles what rules read: alerts, their batch and everything owed are written by one commit, once. A second attempt,
 * or another process, finds the batch and changes nothing. Rejects with StoreUnavailable.
 */
export function createSettling(options: SettlingOptions) {
  const { store, stored, silences, subscriptions, owing, clock } = options;

  async function commitOf(id: string, { place, reads, holds, takenBack }: Look): Promise<Commit> {
    const at = clock().toISOString();
    const [index, last, isSilent, items] = await Promise.all([
      subscriptions.index(),
      stored.last.get("id"),
      silences.test(),
      stored.ofScope(place.scope),
    ]);
    const found = evaluate({
      place,
      reads,
      holds,
      takenBack,
      isSilent,
      at,
      states: new Map(items.map((item) => [item.id, item])),
      followers: (unit, topic) => hearersIn(index, options, { unit, kind: topic, period: place.period }),
      lastNumber: last?.value ?? 0,
    });
    const batch = batchOf(id, place, found, at);
    const isNumbered = found.lastNumber > (last?.value ?? 0);
    const own = {
      checks: [
        stored.batches.check(id, null),
        index.revision,
        ...(isNumbered ? [stored.last.check("id", last)] : []),
      ],
      puts: [stored.batches.put(id, batch), ...(isNumbered ? [stored.last.put("id", found.lastNumber)] : [])],
    };
    const written = found.changed.map(({ seen, after }) => stored.write(after, seen));
    return joined([own, ...written, await owing.owe(batch, found.told), await warned(batch, options)]);
  }

  return {
    isSettled: async (id: string): Promise<boolean> => (await stored.batches.get(id)) !== null,

    /** False = it was settled already. `more`: what else belongs into the commit. */
    async settle(id: string, look: Look, more: Commit = {}): Promise<boolean> {
      const { outcome } = await commitUntilFree(store, async () => {
        if (await stored.batches.get(id)) return { commit: {}, outcome: false };
        return { commit: joined([await commitOf(id, look), more]), outcome: true };
      });
      return outcome;
    },
  };
}

/** Who hears of a unit, as things stand. */
export function hearersIn(
  index: SubscriptionIndex,
  { following }: Pick<SettlingOptions, "following">,
  followed: Followed,
): readonly Hearer[] {
  const followers: readonly Follower[] = following(index, followed);
  return followers.map(({ subscription: { chat }, formerly }) => ({ chat, formerly: formerly?.id ?? null }));
}

function batchOf(id: string, place: SheetPlace, { told, inhibited }: Evaluated, at: string): Batch {
  return { id, ...place, at, events: told.map(({ event }) => event), inhibited };
}

/** Operators hear of what fell together, once a batch. */
async function warned(batch: Batch, { notices, ledger }: SettlingOptions): Promise<Commit> {
  if (batch.inhibited.length === 0) return {};
  return ledger.owe(await notices({ notice: "fell-together", facts: { batch: batch.id } }, batch.id));
}
