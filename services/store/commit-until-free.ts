import type { Commit, Store } from "#services/store/store.ts";

/** Others kept moving a key between our reading and our commit. */
export class TooContended extends Error {
  override readonly name = "TooContended";
  readonly key: string;
  constructor(key: string, attempts: number) {
    super(`${key} moved ${attempts} times while it was being written`);
    this.key = key;
  }
}

/** What an attempt wants to write, and what its caller wants to know of it once it is written. */
export interface Attempt<T> {
  readonly commit: Commit;
  readonly outcome: T;
}

/** Each lost attempt means that another writer got on: this many at once on one key are no longer usual. */
const MOST_ATTEMPTS = 100;

/**
 * Reads, builds and commits again until nobody wrote in between; answers the new version and that attempt's outcome.
 * `build` is called once per attempt and must read afresh. Rejects with TooContended after `attempts`.
 */
export async function commitUntilFree<T>(
  store: Store,
  build: () => Promise<Attempt<T>>,
  attempts: number = MOST_ATTEMPTS,
): Promise<{ readonly version: number; readonly outcome: T }> {
  for (let attempt = 1; ; attempt++) {
    const { commit, outcome } = await build();
    const result = await store.commit(commit);
    if (result.committed) return { version: result.version, outcome };
    if (attempt >= attempts) throw new TooContended(result.conflict, attempts);
  }
}
