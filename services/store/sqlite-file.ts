import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** What people write and who they are: for the bot's owner alone. SQLite gives its log and index the file's mode. */
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const BESIDE = ["", "-wal", "-shm"];

export type DatabaseFile = ReturnType<typeof prepareFile>;

/** A database's file, made when absent and closed to others; throws what the system says. */
export function prepareFile(path: string) {
  mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  closeSync(openSync(path, "a", OWNER_ONLY));
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

/** Whoever may use the file without owning it leaves its mode to its owner. */
function closeToOthers(path: string): void {
  if (!existsSync(path)) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch (error) {
    if (!isNotOurs(error)) throw error;
  }
}

function isNotOurs(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPERM" || error.code === "EROFS");
}

function inodeOf(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}
