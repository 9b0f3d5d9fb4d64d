import { toJson } from "#services/store/json.ts";
import { openTable, type Row, type Table } from "#services/store/sqlite-table.ts";
import { type Entry, type Store, StoreUnavailable } from "#services/store/store.ts";

export interface SqliteStoreOptions {
  /** A file, made together with its folder when absent, or ":memory:". */
  readonly path: string;
  /** How long a commit may wait for another process's commit to end; the whole program waits with it. */
  readonly busyTimeoutMs?: number;
}

/**
 * A store in one SQLite file, which several processes may have open at once.
 * Throws StoreUnavailable when the file cannot be opened; operations reject with it when the file fails them.
 */
export function createSqliteStore({ path, busyTimeoutMs = 5_000 }: SqliteStoreOptions): Store {
  const target = path === ":memory:" ? path : `file:${path}`;
  let table: Table | null = orUnavailable(target, () => openTable(path, busyTimeoutMs));

  async function ask<T>(question: (table: Table) => T): Promise<T> {
    const asked = table;
    if (!asked) throw new StoreUnavailable(target);
    return orUnavailable(target, () => question(asked));
  }

  return {
    get: async (key) => toEntry(await ask(({ read }) => read(key))),
    getMany: async (keys) => (await ask(({ readMany }) => readMany(keys))).map((row) => toEntry(row)),
    list: async (range) => (await ask(({ readRange }) => readRange(range))).map((row) => toEntry(row)),

    async commit({ checks = [], puts = [], deletes = [] }) {
      const rows = puts.map(({ key, value }) => ({ key, json: toJson(key, value) }));
      return ask(({ write }) => write(checks, rows, deletes));
    },

    async close() {
      const closing = table;
      table = null;
      if (closing) orUnavailable(target, closing.close);
    },
  };
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
