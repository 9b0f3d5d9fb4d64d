import type { Alert, Batch } from "#services/alerts/alert.ts";
import { type Changed, hearersOf, type Told, toldTo } from "#services/alerts/evaluate.ts";
import { hearersIn, type SettlingOptions } from "#services/alerts/settling.ts";
import type { Item } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { SubscriptionIndex } from "#services/subscriptions/subscription-index.ts";

/** Tells what silences kept back, once they have ended; answers whether anything was. Rejects with StoreUnavailable. */
export function createSilenceEnds(options: Omit<SettlingOptions, "notices" | "ledger">) {
  const { store, stored, silences, subscriptions, owing, clock } = options;

  /** Of one sheet version, which a batch is about. */
  async function due(): Promise<readonly Item<Alert>[]> {
    const numbers = await stored.pending();
    if (numbers.length === 0) return [];
    const isSilent = await silences.test();
    const items = (await Promise.all(numbers.map(stored.byNumber))).filter((item) => item !== null);
    const ended = items.filter(({ value }) => value.pending !== null && !isSilent(value.unit, value.rule));
    const [first] = ended;
    return first ? ended.filter(({ value }) => sheetOf(value) === sheetOf(first.value)) : [];
  }

  /** The event of an alert, its hearers, and the alert once they were told. */
  function tellOf(
    seen: Item<Alert>,
    index: SubscriptionIndex,
    at: string,
  ): Changed & { readonly told: Told[] } {
    const { value: alert } = seen;
    const { pending: event, period } = alert;
    if (!event) return { seen, after: alert, told: [] };
    const hearers = hearersOf(alert, event, (unit, kind) =>
      hearersIn(index, options, { unit, kind, period }),
    );
    const after = { ...toldTo(alert, event, hearers), updatedAt: at };
    return { seen, after, told: hearers.length > 0 ? [{ event, hearers }] : [] };
  }

  return async (): Promise<boolean> => {
    const { outcome } = await commitUntilFree(store, async () => {
      const [items, index] = await Promise.all([due(), subscriptions.index()]);
      const [first] = items;
      if (!first) return { commit: {}, outcome: false };
      const at = clock().toISOString();
      const changes = items.map((item) => tellOf(item, index, at));
      const told = changes.flatMap((one) => one.told);
      const batch = batchOf(first.value, told, at);
      const own = { checks: [index.revision], puts: [stored.batches.put(batch.id, batch)] };
      const written = changes.map(({ seen, after }) => stored.write(after, seen));
      return { commit: joined([own, ...written, await owing.owe(batch, told)]), outcome: true };
    });
    return outcome;
  };
}

const sheetOf = ({ scope, period, version }: Alert): string => `${scope}/${period}/v${version}`;

function batchOf(alert: Alert, told: readonly Told[], at: string): Batch {
  const { scope, period, version } = alert;
  const id = `silence/${sheetOf(alert)}/${at}`;
  return { id, scope, period, version, at, events: told.map(({ event }) => event), inhibited: [] };
}
