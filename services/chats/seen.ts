import { keysUnder, type Store } from "#services/store/store.ts";

/** Platforms repeat an update within minutes; it is remembered for one to two of these. */
const KEPT_MS = 3600_000;
/** Keys swept away in one commit. */
const SWEPT = 500;

/** Tells the processes of one store which of them hears an update first. */
export function createSeen({ store, clock }: { readonly store: Store; readonly clock: () => Date }) {
  let swept = Number.NEGATIVE_INFINITY;
  return {
    /** True for one caller, whatever their number; the update's id is unique on its channel. */
    async firstTime(channel: string, update: string): Promise<boolean> {
      const hour = Math.floor(clock().getTime() / KEPT_MS);
      if (swept < hour) {
        swept = hour;
        await sweep(store, channel, hour);
      }
      const key = (of: number): string => `seen/${channel}/${of}/${update}`;
      // Clocks of processes differ: the next hour may have begun elsewhere.
      const checks = [hour - 1, hour, hour + 1].map((of) => ({ key: key(of), version: 0 }));
      return (await store.commit({ checks, puts: [{ key: key(hour), value: 1 }] })).committed;
    },
  };
}

/** Forgets what was heard two hours ago and earlier. */
async function sweep(store: Store, channel: string, hour: number): Promise<void> {
  const { from } = keysUnder(`seen/${channel}/`);
  const to = `seen/${channel}/${hour - 1}/`;
  for (;;) {
    const old = await store.list({ from, to, limit: SWEPT });
    if (old.length === 0) return;
    await store.commit({ deletes: old.map(({ key }) => key) });
  }
}
