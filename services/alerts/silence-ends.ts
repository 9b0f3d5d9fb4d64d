import type { Alert, Batch } from "#services/alerts/alert.ts";
import { type Changed, hearersOf, type Told, toldTo } from "#services/alerts/evaluate.ts";
import { hearersIn, joined, type SettlingOptions } from "#services/alerts/settling.ts";
import type { Item } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";

/** Tells what silences kept back, once they have ended; answers whether anything was. Rejects with StoreUnavailable. */
export function createSilenceEnds(options: Omit<SettlingOptions, "notices" | "ledger">) {
  const { store, stored, silences, subscriptions, owing, clock } = options;

  /** Of one scope, which a batch is about. */
  async function due(): Promise<readonly Item<Alert>[]> {
    const numbers = await stored.pending();
    if (numbers.length === 0) return [];
    const isSilent = await silences.test();
    const items = await Promise.all(numbers.map(stored.byNumber));
    const ended = items.filter((item): item is Item<Alert> => {
      return item?.value.pending != null && !isSilent(item.value.unit, item.value.rule);
    });
    return ended.filter(({ value }) => value.scope === ended[0]?.value.scope);
  }

  return async (): Promise<boolean> => {
    const { outcome } = await commitUntilFree(store, async () => {
      const [items, index] = [await due(), await subscriptions.index()];
      const [first] = items;
      if (!first) return { commit: {}, outcome: false };
      const at = clock().toISOString();
      const told: Told[] = [];
      const changed: Changed[] = [];
      for (const seen of items) {
        const { pending: event, ...alert } = seen.value;
        if (!event) continue;
        const followers = (unit: string, kind: Alert["topic"]) =>
          hearersIn(index, options, { unit, kind, period: alert.period });
        const hearers = hearersOf(seen.value, event, followers);
        changed.push({ seen, after: { ...toldTo(seen.value, hearers), updatedAt: at } });
        if (hearers.length > 0) told.push({ event, hearers });
      }
      const { scope, period } = first.value;
      const id = `silence/${scope}/${at}`;
      const events = told.map(({ event }) => event);
      const batch: Batch = { ...{ id, scope, period, at, events }, version: 0, inhibited: [] };
      const own = { checks: [index.revision], puts: [stored.batches.put(id, batch)] };
      const written = changed.map(({ seen, after }) => stored.write(after, seen));
      return { commit: joined([own, ...written, await owing.owe(batch, told)]), outcome: true };
    });
    return outcome;
  };
}
