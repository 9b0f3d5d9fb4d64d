import type { GroupCommit } from "#services/delivery/group-commit.ts";
import { prefers } from "#services/delivery/rendezvous.ts";
import type { RowChanges } from "#services/delivery/row-changes.ts";
import { orphaned } from "#services/delivery/settle.ts";
import {
  afterChat,
  type DeliveryKeys,
  type Lane,
  type Owed,
  type Owner,
  type Row,
  rowId,
} from "#services/delivery/stored-delivery.ts";
import type { ChatId } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";
import { createHeartbeatWatch } from "#services/store/heartbeat-watch.ts";

/** A part of what is owed, seen at one moment. */
export interface Page {
  /** What may be sent now, at most one a chat: its earliest. */
  readonly ready: readonly Item<Row>[];
  /** Where the next page begins; "" = at the start again. */
  readonly next: string;
  /** When the first of those that wait is due, ms since 1970; null = none waits. */
  readonly wakeAt: number | null;
  /** More of this page may be ready without anything having changed. */
  readonly hasMore: boolean;
}

export interface WorkPagesOptions {
  readonly keys: DeliveryKeys;
  readonly changes: RowChanges;
  readonly group: GroupCommit;
  readonly clock: () => Date;
  readonly owner: string;
  readonly leaseMs: number;
}

/** What there is to do for one engine. Everything rejects with StoreUnavailable. */
export function createWorkPages({ keys, changes, group, clock, owner, leaseMs }: WorkPagesOptions) {
  const heartbeats = createHeartbeatWatch(leaseMs);
  let alive: ReadonlySet<string> = new Set([owner]);

  /** Found sending with its lease run out: nobody knows whether the message arrived. */
  async function takeOver(lane: Item<Lane>, last: Item<Owner> | null): Promise<boolean> {
    const row = await keys.rows.get(lane.value.id);
    const isWaiting = row?.value.state === "due";
    const change = isWaiting
      ? changes.alter(row, orphaned(row.value, clock()), lane)
      : changes.giveBack(lane);
    const checks = [...(change.checks ?? []), keys.owners.check(lane.value.owner, last)];
    return (await group.commit(() => ({ ...change, checks }))) !== null;
  }

  async function bury(dead: readonly Item<Owner>[], lanes: readonly Item<Lane>[]): Promise<void> {
    const forgotten = dead.filter(({ id }) => !lanes.some(({ value }) => value.owner === id));
    for (const item of forgotten) {
      heartbeats.forget(item.id);
      await group.commit(() => ({
        checks: [keys.owners.check(item.id, item)],
        deletes: [keys.owners.key(item.id)],
      }));
    }
  }

  return {
    /**
     * Decides over what dead owners were sending, and gives back what this one never came to send: `isHeld` tells of
     * a chat whether it is sending there. Answers how many it took over and the chats where something is being sent.
     */
    async inspect(isHeld: (chat: ChatId) => boolean) {
      const [lanes, owners] = await Promise.all([keys.lanes.list(), keys.owners.list()]);
      const now = clock().getTime();
      const isGone = (item: Item<Owner>) => item.value.until < now || heartbeats.isSilent(item, now);
      const dead = owners.filter((item) => item.id !== owner && isGone(item));
      alive = new Set([owner, ...owners.filter((item) => !dead.includes(item)).map(({ id }) => id)]);
      const left = lanes.filter(({ value }) => !alive.has(value.owner));
      const unsent = lanes.filter(({ id, value }) => value.owner === owner && !isHeld(id as ChatId));
      const taken = await Promise.all(
        left.map((lane) => takeOver(lane, dead.find(({ id }) => id === lane.value.owner) ?? null)),
      );
      await Promise.all(unsent.map((lane) => group.commit(() => changes.giveBack(lane))));
      await bury(dead, lanes);
      const ended = new Set([...left, ...unsent]);
      const busy = new Set(lanes.filter((lane) => !ended.has(lane)).map(({ id }) => id));
      return { takenOver: taken.filter(Boolean).length, busy };
    },

    /**
     * At most `limit` of what is owed, from a page's `next` on, of the chats that are `free`: this owner's share of
     * them, and the others' where nothing of it is left.
     */
    async page(from: string, limit: number, free: (chat: ChatId) => boolean): Promise<Page> {
      const owed = await keys.owed.list({ from, limit });
      const last = owed.at(-1);
      const next = last && owed.length === limit ? afterChat(last.value.chat) : "";
      const isAnother = ({ value }: Item<Owed>, i: number) =>
        !free(value.chat) && owed[i - 1]?.value.chat === value.chat;
      const firsts = [...earliest(owed).values()].filter(({ chat }) => free(chat));
      const now = clock().getTime();
      const due = firsts.filter(({ notBefore }) => notBefore <= now);
      const waits = firsts.map(({ notBefore }) => notBefore).filter((moment) => moment > now);
      const own = due.filter(({ chat }) => prefers(owner, [...alive], chat));
      const chosen = own.length > 0 ? own : due;
      const rows = await keys.rows.getMany(chosen.map(rowId));
      return {
        ready: rows.filter((row) => row !== null && row.value.state === "due") as readonly Item<Row>[],
        next,
        wakeAt: waits.length > 0 ? Math.min(...waits) : null,
        hasMore: chosen.length < due.length || owed.some(isAnother),
      };
    },
  };
}

/** A chat's first row, also when it has to wait: the later ones do not overtake it. */
function earliest(owed: readonly Item<Owed>[]): ReadonlyMap<string, Owed> {
  const firsts = new Map<string, Owed>();
  for (const { value } of owed) {
    if (!firsts.has(value.chat)) firsts.set(value.chat, value);
  }
  return firsts;
}
