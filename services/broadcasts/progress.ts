import * as z from "zod";
import type { Broadcast } from "#services/broadcasts/broadcast.ts";
import type { StoredBroadcasts } from "#services/broadcasts/stored-broadcasts.ts";
import { type Tally, tallyOf } from "#services/broadcasts/tally.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import { StoredChatId } from "#services/ids.ts";
import { isWithin } from "#services/is-within.ts";
import type { Receipt } from "#services/receipt.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** Puts a broadcast's progress in the place of the message that follows it; null = that message is given up. */
export type TellProgress = (broadcast: Broadcast, tally: Tally, message: Receipt) => Promise<Receipt | null>;

export interface ProgressOptions {
  readonly store: Store;
  readonly stored: StoredBroadcasts;
  readonly ledger: Pick<Ledger, "ofCause">;
  readonly clock: () => Date;
}

/** A message that follows a broadcast, and what it says now. */
const Followed = z.object({ chat: StoredChatId, messages: z.array(z.string()), said: z.string() });

/** Reading all rows of a large broadcast costs time: it takes at most this part of it. */
const READING_SHARE = 1 / 20;

/** Between two looks at the same broadcast. */
const LEAST_PAUSE_MS = 3_000;

/** Follows broadcasts that are being sent: tells how far they are, and ends them when nothing is owed any more. */
export function createProgress({ store, stored, ledger, clock }: ProgressOptions) {
  const followed = createCollection({ store, prefix: "broadcasts-followed", version: 1, schema: Followed });
  const looked = new Map<string, { readonly at: number; readonly pauseMs: number }>();

  async function tallied(id: string): Promise<Tally> {
    const began = clock().getTime();
    const tally = tallyOf(await ledger.ofCause(id));
    const ended = clock().getTime();
    looked.set(id, { at: ended, pauseMs: Math.max(LEAST_PAUSE_MS, (ended - began) / READING_SHARE) });
    return tally;
  }

  /** Of several processes the one whose commit gets through tells. */
  async function tellOnce(broadcast: Broadcast, tally: Tally, tell: TellProgress): Promise<void> {
    const seen = await followed.get(broadcast.id);
    const said = JSON.stringify([broadcast.state, tally]);
    if (!seen || seen.value.said === said) return;
    const claim = { checks: [followed.check(broadcast.id, seen)] };
    const { committed } = await store.commit({
      ...claim,
      puts: [followed.put(broadcast.id, { ...seen.value, said })],
    });
    if (!committed) return;
    const { chat, messages } = seen.value;
    const now = await tell(broadcast, tally, { chat, messages });
    if (now && broadcast.state === "sending") {
      const next = { chat: now.chat, messages: [...now.messages], said };
      await followed.update(broadcast.id, () => next);
      return;
    }
    await store.commit({ deletes: [followed.key(broadcast.id)] });
  }

  /** `done` once nothing waits, unless somebody called it off meanwhile. */
  async function ended(broadcast: Broadcast): Promise<Broadcast> {
    const seen = await stored.get(broadcast.id);
    if (seen?.value.state !== "sending") return seen?.value ?? broadcast;
    const done: Broadcast = { ...seen.value, state: "done", updatedAt: clock().toISOString() };
    const { committed } = await store.commit(stored.write(done, seen));
    return committed ? done : seen.value;
  }

  return {
    /** The message that is to follow a broadcast from now on; an earlier one is left as it is. */
    async follow(id: string, { chat, messages }: Receipt): Promise<void> {
      await followed.update(id, () => ({ chat, messages: [...messages], said: "" }));
    },

    async of(id: string): Promise<Tally> {
      return tallyOf(await ledger.ofCause(id));
    },

    /** Looks at every broadcast that is being sent, but at none too often. */
    async look(tell: TellProgress): Promise<void> {
      for (const broadcast of await stored.open()) {
        const last = looked.get(broadcast.id);
        const isEarly = last !== undefined && isWithin(last.pauseMs, last.at, clock().getTime());
        if (broadcast.state !== "sending" || isEarly) continue;
        const tally = await tallied(broadcast.id);
        const now = tally.waiting === 0 ? await ended(broadcast) : broadcast;
        if (now.state !== "sending") looked.delete(broadcast.id);
        await tellOnce(now, tally, tell);
      }
    },
  };
}
