import type { Metrics } from "#services/metrics.ts";
import type { Store } from "#services/store/store.ts";

/** The same store, every operation's time noted. */
export function meterStore(store: Store, { time }: Metrics): Store {
  return {
    ...store,
    get: (key) => time("store", "get", () => store.get(key)),
    getMany: (keys) => time("store", "getMany", () => store.getMany(keys)),
    list: (range) => time("store", "list", () => store.list(range)),
    commit: (commit, options) => time("store", "commit", () => store.commit(commit, options)),
  };
}
