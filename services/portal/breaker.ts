import * as z from "zod";
import { PortalWhy } from "#services/portal/whys.ts";
import { createCollection } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** What operators are told of, once. Codes, never sentences. */
export interface PortalTrouble {
  readonly kind: "refused" | "notBelieved" | "opened";
  /** ISO date of the run. */
  readonly day: string;
  readonly why: PortalWhy;
  /** Numbers, codes and names that belong to it. */
  readonly facts: readonly string[];
}

export interface BreakerOptions {
  readonly store: Store;
  /** What goes into the same commit, so that it is told once: the messages owed to operators. */
  readonly notice?: (trouble: PortalTrouble) => Promise<Commit>;
}

const StoredBreaker = z.object({
  /** Nothing more is asked on this day, ISO. */
  stoppedOn: z.string().nullable(),
  /** Days that ended so, one after the other, without a believed answer between. */
  refusedDays: z.number(),
  /** Since when it waits for a person, ISO date; null = it does not. */
  openSince: z.string().nullable(),
  why: PortalWhy.nullable(),
});
type StoredBreaker = z.infer<typeof StoredBreaker>;

/** Days refused in a row after which only a person lets the bot ask again. */
export const MOST_REFUSED_DAYS = 3;
const ID = "breaker";
const CLOSED: StoredBreaker = { stoppedOn: null, refusedDays: 0, openSince: null, why: null };

export type Breaker = ReturnType<typeof createBreaker>;

/** Stops asking a portal that does not want to be asked: for the day, and in the end until a person closes it. */
export function createBreaker({ store, notice = async () => ({}) }: BreakerOptions) {
  const collection = createCollection<StoredBreaker>({
    store,
    prefix: "portal/breaker",
    version: 1,
    schema: StoredBreaker,
  });

  async function change(
    make: (seen: StoredBreaker) => { readonly next: StoredBreaker; readonly trouble: PortalTrouble | null },
  ): Promise<void> {
    await commitUntilFree(store, async () => {
      const seen = await collection.get(ID);
      const { next, trouble } = make(seen?.value ?? CLOSED);
      const told = trouble ? await notice(trouble) : {};
      const checks = [collection.check(ID, seen), ...(told.checks ?? [])];
      return {
        commit: { ...told, checks, puts: [collection.put(ID, next), ...(told.puts ?? [])] },
        outcome: undefined,
      };
    });
  }

  return {
    /** Whether the portal may be asked on this day (ISO), and why not. */
    async state(
      day: string,
    ): Promise<{ readonly state: "closed" | "stopped" | "open"; readonly why: PortalWhy | null }> {
      const { stoppedOn, openSince, why } = (await collection.get(ID))?.value ?? CLOSED;
      if (openSince !== null) return { state: "open", why };
      return stoppedOn === day ? { state: "stopped", why } : { state: "closed", why: null };
    },

    /** Ends the day; the last of several such days opens the breaker. Operators are told once a day. */
    async refused(day: string, why: PortalWhy, facts: readonly string[] = []): Promise<void> {
      await change((seen) => {
        if (seen.stoppedOn === day || seen.openSince !== null) return { next: seen, trouble: null };
        const refusedDays = seen.refusedDays + 1;
        const isLast = refusedDays >= MOST_REFUSED_DAYS;
        const next = { stoppedOn: day, refusedDays, openSince: isLast ? day : null, why };
        return { next, trouble: { kind: isLast ? "opened" : "refused", day, why, facts } };
      });
    },

    /** A believed answer came: the portal may be asked as ever. */
    async succeeded(): Promise<void> {
      const seen = await collection.get(ID);
      if (!seen || seen.value.refusedDays === 0 || seen.value.openSince !== null) return;
      await change((value) => ({ next: value.openSince === null ? CLOSED : value, trouble: null }));
    },

    /** A person stops everything. */
    async open(day: string): Promise<void> {
      await change((seen) => ({ next: { ...seen, openSince: day, why: "person" }, trouble: null }));
    },

    /** A person lets the bot ask again, at once. */
    async close(): Promise<void> {
      await change(() => ({ next: CLOSED, trouble: null }));
    },
  };
}
