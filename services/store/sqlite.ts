import { setTimeout as pause } from "node:timers/promises";
import { toJson } from "#services/store/json.ts";
import { openTable, type Row, type Table } from "#services/store/sqlite-table.ts";
import { type Entry, type Store, StoreUnavailable } from "#services/store/store.ts";

export interface SqliteStoreOptions {
  /** A file, made together with its folder when absent, or ":memory:". */
  readonly path: string;
  /** How long an operation may wait for another process that holds the file; everything else goes on meanwhile. */
  readonly patienceMs?: number;
}

/** A lock held for the length of a commit is free again within this; a longer one is asked for less and less often. */
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 100;

/**
 * A store in one SQLite file, which several processes may have open at once.
 * Throws StoreUnavailable when the file cannot be opened; operations reject with it when the file fails them.
 */
export function createSqliteStore({ path, patienceMs = 5_000 }: SqliteStoreOptions): Store {
  const target = path === ":memory:" ? path : `file:${path}`;
  let table: Table | null = orUnavailable(target, () => openTable(path));
  const reading = createTurns(patienceMs);
  const writing = createTurns(patienceMs);

  async function ask<T>(question: (table: Table) => T, whenFree = reading): Promise<T> {
    try {
      return await whenFree(() => {
        if (!table) throw new StoreUnavailable(target);
        return question(table);
      });
    } catch (cause) {
      throw cause instanceof StoreUnavailable ? cause : new StoreUnavailable(target, { cause });
    }
  }

  return {
    get: async (key) => toEntry(await ask(({ read }) => read(key))),
    getMany: async (keys) => (await ask(({ readMany }) => readMany(keys))).map((row) => toEntry(row)),
    list: async (range) => (await ask(({ readRange }) => readRange(range))).map((row) => toEntry(row)),

    async commit({ checks = [], puts = [], deletes = [] }, options = {}) {
      const rows = puts.map(({ key, value }) => ({ key, json: toJson(key, value) }));
      return ask(({ write }) => write(checks, rows, deletes, options), writing);
    },

    async close() {
      const closing = table;
      table = null;
      if (closing) orUnavailable(target, closing.close);
    },
  };
}

/** Does work that another process's lock may keep from being done, again until it is free; one tries for all. */
function createTurns(patienceMs: number) {
  let pausing: Promise<void> | null = null;
  let pauseMs = FIRST_PAUSE_MS;

  return async <T>(work: () => T): Promise<T> => {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      while (pausing && performance.now() < deadline) await pausing;
      try {
        const result = work();
        pauseMs = FIRST_PAUSE_MS;
        return result;
      } catch (error) {
        if (!isBusy(error) || performance.now() >= deadline) throw error;
      }
      pausing = pause(pauseMs).finally(() => {
        pausing = null;
      });
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  };
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("SQLITE_BUSY")
  );
}

function orUnavailable<T>(target: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new StoreUnavailable(target, { cause });
  }
}

function toEntry(row: Row): Entry;
function toEntry(row: Row | undefined): Entry | null;
function toEntry(row: Row | undefined): Entry | null {
  if (!row) return null;
  const [key, version, json] = row;
  return { key: key.toString("utf8"), value: JSON.parse(json), version };
}
