import Database from "libsql";
import { type DatabaseFile, prepareFile } from "#services/store/sqlite-file.ts";
import type { Commit, CommitOptions, CommitResult, KeyRange } from "#services/store/store.ts";

export type Row = readonly [key: Buffer, version: number, json: string];
export type Table = ReturnType<typeof openTable>;

/** How long opening may wait for another process that opens the same file; nothing else runs yet. */
const OPENING_MS = 5_000;

/**
 * The table of all entries and its counter of versions. Everything here throws what the driver throws, at once where
 * another process holds the file: nothing of it may hold up the program.
 */
export function openTable(path: string) {
  const file = path === ":memory:" ? null : prepareFile(path);
  const db = openDatabase(path, file);
  const reader = prepareReader(db);
  const writer = prepareWriter(db);

  return {
    read: reader.read,
    /** All as they stood at one moment. */
    readMany: (keys: readonly string[]) => inTransaction(db, "DEFERRED", () => keys.map(reader.read)),
    readRange: reader.readRange,

    write(
      checks: NonNullable<Commit["checks"]>,
      puts: readonly JsonPut[],
      deletes: readonly string[],
      { relaxed = false }: CommitOptions,
    ): CommitResult {
      file?.expectThere();
      if (relaxed) db.exec(WAIT_FOR_NO_DISK);
      try {
        return writeNow(checks, puts, deletes);
      } finally {
        if (relaxed) db.exec(WAIT_FOR_DISK);
      }
    },

    close: () => closeDatabase(db),
  };

  function writeNow(
    checks: NonNullable<Commit["checks"]>,
    puts: readonly JsonPut[],
    deletes: readonly string[],
  ): CommitResult {
    return inTransaction(db, "IMMEDIATE", () => {
      const moved = checks.find(({ key, version }) => reader.versionOf(key) !== version);
      if (moved) return { committed: false, conflict: moved.key };
      const version = writer.nextVersion();
      writer.put(puts, version);
      for (const key of deletes) writer.remove(key);
      return { committed: true, version };
    });
  }
}

interface JsonPut {
  readonly key: string;
  readonly json: string;
}

const UNLIMITED = -1;
/** Rows per INSERT: with more nothing is gained. */
const ROWS_PER_INSERT = 50;

// Keys are blobs: compared as bytes, and read back whole even when they hold a NUL.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, version INTEGER NOT NULL, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS counter (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL);
  INSERT OR IGNORE INTO counter (id, version) VALUES (1, 0);
`;

/** FULL: a committed delivery must survive a power cut, or a broadcast could go out twice. */
const WAIT_FOR_DISK = "PRAGMA synchronous = FULL";
/** What is written so survives the process, and a power cut as soon as any later commit waits for the disk. */
const WAIT_FOR_NO_DISK = "PRAGMA synchronous = NORMAL";

function openDatabase(path: string, file: DatabaseFile | null): Database.Database {
  const db = new Database(path, { timeout: OPENING_MS });
  // What is deleted is overwritten: what people write must not be found in the file later.
  db.exec(`PRAGMA journal_mode = WAL; ${WAIT_FOR_DISK}; PRAGMA secure_delete = ON`);
  inTransaction(db, "IMMEDIATE", () => db.exec(SCHEMA));
  db.exec("PRAGMA busy_timeout = 0");
  file?.opened();
  return db;
}

function prepareReader(db: Database.Database) {
  const row = "SELECT key, version, value FROM entries";
  const range = `${row} WHERE key >= ? AND key < ? ORDER BY key`;
  const one = db.prepare(`${row} WHERE key = ?`).raw();
  const ascending = db.prepare(`${range} LIMIT ?`).raw();
  const descending = db.prepare(`${range} DESC LIMIT ?`).raw();
  const version = db.prepare("SELECT version FROM entries WHERE key = ?").raw();

  return {
    read: (key: string) => one.get([bytes(key)]) as Row | undefined,
    readRange: ({ from, to, limit = UNLIMITED, reverse = false }: KeyRange) =>
      (reverse ? descending : ascending).all([bytes(from), bytes(to), limit]) as Row[],
    /** 0 = absent. */
    versionOf: (key: string) => (version.get([bytes(key)]) as [number] | undefined)?.[0] ?? 0,
  };
}

function prepareWriter(db: Database.Database) {
  const count = db.prepare("UPDATE counter SET version = version + 1");
  const counted = db.prepare("SELECT version FROM counter").raw();
  const putOne = db.prepare(insert(1));
  const putMany = db.prepare(insert(ROWS_PER_INSERT));
  const remove = db.prepare("DELETE FROM entries WHERE key = ?");

  return {
    nextVersion() {
      count.run([]);
      return (counted.get([]) as [number])[0];
    },
    put(puts: readonly JsonPut[], version: number) {
      const values = (rows: readonly JsonPut[]) =>
        rows.flatMap(({ key, json }) => [bytes(key), version, json]);
      const whole = puts.length - (puts.length % ROWS_PER_INSERT);
      for (let i = 0; i < whole; i += ROWS_PER_INSERT)
        putMany.run(values(puts.slice(i, i + ROWS_PER_INSERT)));
      for (let i = whole; i < puts.length; i++) putOne.run(values(puts.slice(i, i + 1)));
    },
    remove: (key: string) => remove.run([bytes(key)]),
  };
}

function insert(rows: number): string {
  const values = Array(rows).fill("(?, ?, ?)").join(", ");
  return `INSERT INTO entries (key, version, value) VALUES ${values}
    ON CONFLICT (key) DO UPDATE SET version = excluded.version, value = excluded.value`;
}

function bytes(key: string): Buffer {
  return Buffer.from(key, "utf8");
}

/** DEFERRED reads one moment; IMMEDIATE waits for its turn to write before it reads anything. */
function inTransaction<T>(db: Database.Database, mode: "DEFERRED" | "IMMEDIATE", work: () => T): T {
  db.exec(`BEGIN ${mode}`);
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function closeDatabase(db: Database.Database): void {
  // The driver lets go of the file only when its statements are collected: leave nothing in the log meanwhile.
  db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
  db.close();
}
