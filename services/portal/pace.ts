import { randomUUID } from "node:crypto";
import * as z from "zod";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

export interface PaceOptions {
  readonly store: Store;
  /** Requests a day, those that failed included. */
  readonly budget: number;
  readonly clock: () => Date;
  readonly pause: (ms: number) => Promise<void>;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  /** Once aborted nobody is given leave. */
  readonly ending?: AbortSignal;
}

/** Leave to send one request. */
export interface Turn {
  /** Counts the request; called just before it is sent. False = the turn was lost to others by waiting too long. */
  begin(): Promise<boolean>;
  /** Lets others ask, from a while later on. */
  end(): Promise<void>;
}

const StoredPace = z.object({
  /** ISO date the count is of. */
  day: z.string(),
  asked: z.number(),
  /** When the last request was sent or ended, ms: the gap begins then. */
  lastMs: z.number(),
  /** Who may ask now, and until when others wait for him, ms. */
  turn: z.object({ id: z.string(), untilMs: z.number() }).nullable(),
});
type StoredPace = z.infer<typeof StoredPace>;

/** From the end of a request to the next. */
export const LEAST_GAP_MS = 3_000;
const JITTER_MS = 2_000;
/** Longer than any request lasts: that of a process which was killed may still be on its way. */
const TURN_MS = 120_000;
const ID = "pace";

export type Pace = ReturnType<typeof createPace>;

/**
 * Who may ask the portal when: one request at a time among all processes of the store, never closer than the gap, never
 * more in a day than the budget. What is counted outlives the process.
 */
export function createPace({ store, budget, clock, pause, random, ending }: PaceOptions) {
  const collection = createCollection<StoredPace>({
    store,
    prefix: "portal/pace",
    version: 1,
    schema: StoredPace,
  });
  const now = (): number => clock().getTime();

  async function change(seen: Item<StoredPace> | null, value: StoredPace): Promise<boolean> {
    const puts = [collection.put(ID, value)];
    return (await store.commit({ checks: [collection.check(ID, seen)], puts })).committed;
  }

  function turnOf(id: string): Turn {
    const mine = async (): Promise<Item<StoredPace> | null> => {
      const seen = await collection.get(ID);
      return seen?.value.turn?.id === id ? seen : null;
    };
    return {
      async begin() {
        const seen = await mine();
        if (!seen) return false;
        const { day, asked } = seen.value;
        const turn = { id, untilMs: now() + TURN_MS };
        return change(seen, { day, asked: asked + 1, lastMs: now(), turn });
      },
      async end() {
        const seen = await mine();
        if (!seen) return;

        await change(seen, { ...seen.value, lastMs: now(), turn: null });
      },
    };
  }

  /** How long to wait before trying for a turn, ms; not above zero = now. */
  function waitMs({ lastMs, turn }: StoredPace, gapMs: number): number {
    return Math.max(leftOf(lastMs + gapMs, gapMs), leftOf(turn?.untilMs ?? 0, TURN_MS));
  }

  /** A turn unless others took it; the caller waited long enough. */
  async function tryFor(day: string, seen: Item<StoredPace> | null): Promise<Turn | null> {
    const id = randomUUID();
    const turn = { id, untilMs: now() + TURN_MS };
    const asked = seen?.value.day === day ? seen.value.asked : 0;
    const taken = await change(seen, { day, asked, lastMs: seen?.value.lastMs ?? 0, turn });
    return taken ? turnOf(id) : null;
  }

  async function asked(day: string): Promise<number> {
    const seen = await collection.get(ID);
    return seen?.value.day === day ? seen.value.asked : 0;
  }

  return {
    /** Requests that were sent on this day (ISO date). */
    asked,

    budget,

    /** When the last request was sent or ended; null = none ever was. */
    async lastAskedAt(): Promise<Date | null> {
      const seen = await collection.get(ID);
      return seen && seen.value.lastMs > 0 ? new Date(seen.value.lastMs) : null;
    },

    /** Waits for leave to ask on this day; null = the day's budget is spent, or the process ends. */
    async take(day: string): Promise<Turn | null> {
      const gapMs = LEAST_GAP_MS + random() * JITTER_MS;
      while (!ending?.aborted && (await asked(day)) < budget) {
        const seen = await collection.get(ID);
        const left = seen ? waitMs(seen.value, gapMs) : 0;
        if (left > 0) await pause(left);
        const turn = left > 0 ? null : await tryFor(day, seen);
        if (turn) return turn;
      }
      return null;
    },
  };

  /** Never more than `most`: a clock that was set back must not stop everything. */
  function leftOf(untilMs: number, most: number): number {
    return Math.min(Math.ceil(untilMs - now()), Math.ceil(most));
  }
}
