import { createClaims } from "#services/delivery/claims.ts";
import type { Delivery, DeliveryReason, DeliveryState } from "#services/delivery/delivery.ts";
import { createFailureList } from "#services/delivery/failure-list.ts";
import { createGroupCommit } from "#services/delivery/group-commit.ts";
import { createOwing, momentOf } from "#services/delivery/owing.ts";
import { createRowActions } from "#services/delivery/row-actions.ts";
import { createRowChanges } from "#services/delivery/row-changes.ts";
import { chatTurns, createDeliveryKeys, isFailed, toDelivery } from "#services/delivery/stored-delivery.ts";
import { createTally } from "#services/delivery/tally.ts";
import { createWorkPages } from "#services/delivery/work-pages.ts";
import type { ChatId } from "#services/ids.ts";
import type { Store } from "#services/store/store.ts";

export interface LedgerOptions {
  readonly store: Store;
  readonly clock?: () => Date;
}

/** How many deliveries are in a state, for one reason or none. */
export interface DeliveryCount {
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly count: number;
}

export type Ledger = ReturnType<typeof createLedger>;

/**
 * Who is owed what, who received it, and why not: the truth about deliveries. Everything rejects with StoreUnavailable.
 *
 * A row is due, final, or, while its chat has a lane that names it, being sent. Lanes are made before the request and
 * end with its outcome; one whose owner lives no more means that nobody knows whether the message arrived.
 */
export function createLedger({ store, clock = () => new Date() }: LedgerOptions) {
  const keys = createDeliveryKeys(store);
  const tally = createTally(store);
  const changes = createRowChanges(keys);
  const failures = createFailureList(store, keys);
  const group = createGroupCommit({ store, tally });
  const parts = { keys, changes, group, clock };
  const { moved, ...actions } = createRowActions(parts);

  async function beingSent(): Promise<ReadonlySet<string>> {
    return new Set((await keys.lanes.list()).map(({ value }) => value.id));
  }

  async function read(ids: readonly string[]): Promise<readonly Delivery[]> {
    const [rows, sending] = await Promise.all([keys.rows.getMany(ids), beingSent()]);
    return rows.flatMap((row) => (row ? [toDelivery(row.id, row.value, sending.has(row.id))] : []));
  }

  return {
    /**
     * What a commit that causes deliveries has to hold for them to be owed; those that are owed already are left out.
     * When the commit is done, ring the queue; when it conflicts, ask again.
     */
    owe: createOwing({ keys, changes, clock }),

    async get(id: string): Promise<Delivery | null> {
      return (await read([id]))[0] ?? null;
    },

    async ofCause(cause: string): Promise<readonly Delivery[]> {
      const [rows, sending] = await Promise.all([keys.rows.list({ under: `${cause}/` }), beingSent()]);
      const own = rows.filter(({ value }) => value.cause === cause);
      return own.map(({ id, value }) => toDelivery(id, value, sending.has(id)));
    },

    /** The newest first. */
    async ofChat(chat: ChatId, limit: number): Promise<readonly Delivery[]> {
      const turns = await keys.byChat.list({ under: chatTurns(chat), limit, reverse: true });
      return read(turns.map(({ value }) => value));
    },

    /** What was refused, or may not have arrived, and is not sent again by itself: the newest first; reads no history. */
    async failed(limit: number): Promise<readonly Delivery[]> {
      return (await read(await failures.ids(limit))).filter(isFailed);
    },

    /** By state and reason; reads no history. */
    async counts(): Promise<readonly DeliveryCount[]> {
      const [ended, owed, sending] = await Promise.all([tally.read(), keys.owed.list(), beingSent()]);
      const open: readonly DeliveryCount[] = [
        { state: "due", reason: null, count: Math.max(0, owed.length - sending.size) },
        { state: "sending", reason: null, count: sending.size },
      ];
      return [...open.filter(({ count }) => count > 0), ...ended];
    },

    /** How many are due or being sent, and since when, or from when on, the first of them is to be sent (ISO). */
    async pending(): Promise<{ readonly count: number; readonly oldest: string | null }> {
      const owed = await keys.owed.list();
      const orders = owed.map(({ id, value }) => id.slice(chatTurns(value.chat).length)).sort();
      return { count: owed.length, oldest: orders[0] === undefined ? null : momentOf(orders[0]) };
    },

    ...actions,

    /** A part in the work for an engine whose name was never used before. */
    join: (owner: string, leaseMs: number) => ({
      ...createWorkPages({ ...parts, owner, leaseMs }),
      ...createClaims({ ...parts, actions: { moved }, owner, leaseMs }),
    }),
  };
}
