import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** What people write and who they are: for the bot's owner alone. SQLite gives its log and index the file's mode. */
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const BESIDE = ["", "-wal", "-shm"];

export type DatabaseFile = ReturnType<typeof prepareFile>;

/**
 * A database's file, made when absent and closed to others; throws what the system says. A file that is there is never
 * opened here: closing it would drop every lock that this process holds on it through SQLite (POSIX), and a program
 * beside us that ends would take itself for the last one and delete the log under us.
 */
export function prepareFile(path: string) {
  mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  if (!existsSync(path)) makeFile(path);
  for (const suffix of BESIDE) closeToOthers(path + suffix);
  let inode: bigint | undefined;

  return {
    opened(): void {
      inode = inodeOf(path);
    },

    /** Throws when the file that was opened is not there any more: what is written would be lost with it. */
    expectThere(): void {
      if (inodeOf(path) !== inode) throw new Error("the file was deleted or replaced while it was in use");
    },
  };
}

/** Unless another process has just made it. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, "ax", OWNER_ONLY));
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

/** Whoever may use the file without owning it leaves its mode to its owner. */
function closeToOthers(path: string): void {
  if (!existsSync(path)) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch (error) {
    if (!isNotOurs(error)) throw error;
  }
}

const isNotOurs = (error: unknown): boolean => hasCode(error, "EPERM") || hasCode(error, "EROFS");

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

function inodeOf(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}
