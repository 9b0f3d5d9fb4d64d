import { createJournal, type Journal, type JournalOptions } from "#services/journal/journal.ts";
import { createHolders, type Holders } from "#services/store/holders.ts";
import type { Store } from "#services/store/store.ts";

export interface JournalProcess {
  readonly journal: Journal;
  readonly holders: Holders;
}

/** A journal as one of several processes over a store has it. */
export async function startJournal(
  store: Store,
  options: Partial<JournalOptions> & { readonly leaseMs?: number; readonly now?: () => number } = {},
): Promise<JournalProcess> {
  const { leaseMs, now, ...rest } = options;
  const holders = createHolders({
    store,
    ...(leaseMs === undefined ? {} : { leaseMs }),
    ...(now ? { now } : {}),
  });
  await holders.start();
  return {
    holders,
    journal: createJournal({ store, channel: "telegram", holders, repeats: "any", ...rest }),
  };
}
