import type { Delivery } from "#services/delivery/delivery.ts";
import type { Change, GroupCommit } from "#services/delivery/group-commit.ts";
import type { RowActions } from "#services/delivery/row-actions.ts";
import type { RowChanges } from "#services/delivery/row-changes.ts";
import {
  type DeliveryKeys,
  isSentBy,
  type Lane,
  type Row,
  rowId,
  toDelivery,
} from "#services/delivery/stored-delivery.ts";
import type { ChatId } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";

/** A delivery that its owner is sending: nobody else sends anything to that chat meanwhile. */
export interface Held {
  readonly row: Item<Row>;
  readonly lane: Item<Lane>;
}

/** What becomes of a delivery: its row from now on, or the chat it goes on to. */
export type Sequel = { readonly row: Row } | { readonly to: ChatId };

export interface ClaimsOptions {
  readonly keys: DeliveryKeys;
  readonly changes: RowChanges;
  readonly group: GroupCommit;
  readonly actions: Pick<RowActions, "moved">;
  readonly clock: () => Date;
  /** Never used before, not even by the same process. */
  readonly owner: string;
  readonly leaseMs: number;
}

/** One engine's part in the work, among others'. Everything rejects with StoreUnavailable. */
export function createClaims({ keys, changes, group, actions, clock, owner, leaseMs }: ClaimsOptions) {
  const word = () => keys.owners.put(owner, { until: clock().getTime() + leaseMs });

  async function changeOf(row: Item<Row>, sequel: Sequel, lane: Item<Lane> | null): Promise<Change> {
    return "to" in sequel ? actions.moved(row, sequel.to, lane) : changes.alter(row, sequel.row, lane);
  }

  return {
    /** Takes a due row to be sent now; null when it, or another of its chat, is somebody's already. */
    async claim(row: Item<Row>): Promise<Held | null> {
      const { chat } = row.value;
      const lane = { id: row.id, owner };
      const version = await group.commit(() => ({
        checks: [keys.rows.check(row.id, row), keys.lanes.check(chat, null)],
        puts: [keys.lanes.put(chat, lane), word()],
      }));
      return version === null ? null : { row, lane: { id: chat, value: lane, version } };
    },

    /**
     * Writes what became of it. Null when it was taken over meanwhile; even then the proof that it was sent is kept,
     * unless it is being sent again.
     */
    async record(held: Held, sequelOf: (row: Row) => Sequel): Promise<Delivery | null> {
      let row: Item<Row> | null = held.row;
      let lane: Item<Lane> | null = held.lane;
      while (row) {
        const sequel = sequelOf(row.value);
        const isOurs = lane?.version === held.lane.version;
        if (!isOurs && !(isProof(sequel) && !isSentBy(lane, row.id))) return null;
        if (!isOurs && row.value.state === "sent") return toDelivery(row.id, row.value);
        const change = await changeOf(row, sequel, lane);
        if ((await group.commit(() => change)) !== null) return outcomeOf(row, sequel);
        [row, lane] = await Promise.all([keys.rows.get(held.row.id), keys.lanes.get(held.lane.id)]);
      }
      return null;
    },

    /** Writes what becomes of a due row that is not to be sent now. */
    async putOff(row: Item<Row>, after: Row): Promise<Delivery | null> {
      const version = await group.commit(() => changes.alter(row, after, null));
      return version === null ? null : toDelivery(row.id, after);
    },

    /** Says that this owner lives. */
    async beat(): Promise<void> {
      await group.commit(() => ({ puts: [word()] }));
    },

    async leave(): Promise<void> {
      await group.commit(() => ({ deletes: [keys.owners.key(owner)] }));
    },
  };
}

export type Claims = ReturnType<typeof createClaims>;

function isProof(sequel: Sequel): boolean {
  return "row" in sequel && sequel.row.state === "sent";
}

function outcomeOf({ id, value }: Item<Row>, sequel: Sequel): Delivery {
  if ("row" in sequel) return toDelivery(id, sequel.row);
  const moved = { ...value, chat: sequel.to };
  return toDelivery(rowId(moved), moved);
}
