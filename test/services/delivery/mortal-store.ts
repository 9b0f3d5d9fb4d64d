import { type Store, StoreUnavailable } from "#services/store/store.ts";

export interface MortalStore extends Store {
  /** From now on nothing reaches the store, as when the process that had it open was killed. */
  die(): void;
  revive(): void;
}

/** A connection to a store that can be lost at any moment, with whoever uses it. */
export function createMortalStore(store: Store): MortalStore {
  let isDead = false;

  async function alive<T>(ask: () => Promise<T>): Promise<T> {
    if (isDead) throw new StoreUnavailable("dead");
    return ask();
  }

  return {
    get: (key) => alive(() => store.get(key)),
    getMany: (keys) => alive(() => store.getMany(keys)),
    list: (range) => alive(() => store.list(range)),
    commit: (commit) => alive(() => store.commit(commit)),
    close: () => store.close(),
    die() {
      isDead = true;
    },
    revive() {
      isDead = false;
    },
  };
}
