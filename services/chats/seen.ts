import { type Commit, keysUnder, type Store } from "#services/store/store.ts";

/** Platforms repeat an update within minutes; it is remembered for one to two of these. */
export const SEEN_FOR_MS = 3600_000;
/** Keys swept away in one commit. */
const SWEPT = 500;

export interface SeenOptions {
  readonly store: Store;
  readonly channel: string;
  readonly clock: () => Date;
}

/** Tells the processes of one store which of them hears an update first. */
export function createSeen({ store, channel, clock }: SeenOptions) {
  let swept: number | null = null;
  const thisHour = (): number => Math.floor(clock().getTime() / SEEN_FOR_MS);

  return {
    /** Pieces of a commit that one caller gets through, whatever their number; the update's id is unique on its channel. */
    first(update: string): Required<Pick<Commit, "checks" | "puts">> {
      const hour = thisHour();
      const key = (of: number): string => `seen/${channel}/${of}/${update}`;
      // Clocks of processes differ: the next hour may have begun elsewhere.
      const checks = [hour - 1, hour, hour + 1].map((of) => ({ key: key(of), version: 0 }));
      return { checks, puts: [{ key: key(hour), value: 1 }] };
    },

    /** Forgets what was heard two hours ago and earlier; looks once an hour. */
    async sweep(): Promise<void> {
      const hour = thisHour();
      if (swept === hour) return;
      swept = hour;
      await sweepBefore(store, channel, hour - 1);
    },
  };
}

async function sweepBefore(store: Store, channel: string, hour: number): Promise<void> {
  const { from } = keysUnder(`seen/${channel}/`);
  const to = `seen/${channel}/${hour}/`;
  for (;;) {
    const old = await store.list({ from, to, limit: SWEPT });
    if (old.length === 0) return;
    await store.commit({ deletes: old.map(({ key }) => key) });
  }
}
