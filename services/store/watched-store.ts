import { type Store, StoreUnavailable } from "#services/store/store.ts";

export interface StoreWatchLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

const SENTENCES = {
  reads: {
    away: "the store cannot be read; questions are answered with a sentence that says so",
    back: "the store can be read again",
  },
  writes: {
    away: "nothing can be written to the store; questions are answered, all else waits",
    back: "the store takes writes again",
  },
} as const;

/** The same store; one line in the log when it goes, and one when it is back, however many operations fail meanwhile. */
export function watchStore(store: Store, log: StoreWatchLog): Store {
  const away = new Set<keyof typeof SENTENCES>();

  async function watched<T>(kind: keyof typeof SENTENCES, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      if (away.delete(kind)) log.info({}, SENTENCES[kind].back);
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailable && !away.has(kind)) {
        away.add(kind);
        log.error({ store: error.target, reason: error.cause }, SENTENCES[kind].away);
      }
      throw error;
    }
  }

  return {
    ...store,
    get: (key) => watched("reads", () => store.get(key)),
    getMany: (keys) => watched("reads", () => store.getMany(keys)),
    list: (range) => watched("reads", () => store.list(range)),
    commit: (commit, options) => watched("writes", () => store.commit(commit, options)),
  };
}

/** Whether an error says only that the store is away, which its watcher has told already. */
export function saysStoreIsAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(saysStoreIsAway);
  return error instanceof StoreUnavailable;
}
