import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import { BackupRefused } from "#bot/backup/backup-refused.ts";
import { parseJson } from "#services/text/parse-json.ts";

/** One value of a store, without the version that store gave it. */
export interface Kept {
  readonly key: string;
  readonly value: unknown;
}

const FORMAT = "bot766-store";
const VERSION = 1;
/** Backups hold chats' and persons' ids: for their owner's eyes. */
const OWNER_ONLY = 0o600;

const headerSchema = z.object({ format: z.literal(FORMAT), version: z.int(), at: z.iso.datetime() });
const keptSchema = z.object({ key: z.string(), value: z.unknown() });
const endSchema = z.object({ entries: z.int() });

/**
 * Writes a backup: gzipped JSON lines, a header, an entry each, and their count, without which a file is not whole.
 * It appears under its name once it is whole and on the disk. Answers the count. Rejects with BackupRefused.
 */
export async function writeBackup(file: string, entries: AsyncIterable<Kept>, at: Date): Promise<number> {
  const unfinished = `${file}.part`;
  let count = 0;
  async function* lines() {
    yield line({ format: FORMAT, version: VERSION, at: at.toISOString() });
    for await (const { key, value } of entries) {
      count += 1;
      yield line({ key, value });
    }
    yield line({ entries: count });
  }
  try {
    await mkdir(dirname(file), { recursive: true });
    const out = createWriteStream(unfinished, { mode: OWNER_ONLY, flush: true });
    await pipeline(Readable.from(blocks(lines())), createGzip(), out);
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw isSystemError(cause) ? new BackupRefused("cannot-write", { cause }) : cause;
  }
  return count;
}

/** When a backup was made, and its entries in the order of their keys, each checked as it is read. */
export interface Backup {
  readonly at: Date;
  /** Throws BackupRefused where the file is damaged: after the last entry only is the whole known to be good. */
  readonly entries: AsyncIterable<Kept>;
}

/** Opens a backup. Rejects with BackupRefused. */
export async function readBackup(file: string): Promise<Backup> {
  const lines = unzippedLines(createReadStream(file));
  try {
    const first = await lines.next();
    return { at: readHeader(first.done ? "" : first.value), entries: readEntries(lines) };
  } catch (cause) {
    await lines.return(undefined);
    throw refusalOf(cause, isCutShort(cause) ? "damaged" : "not-a-backup");
  }
}

function readHeader(text: string): Date {
  const header = headerSchema.safeParse(parseJson(text));
  if (!header.success) throw new BackupRefused("not-a-backup", { cause: header.error });
  if (header.data.version > VERSION) throw new BackupRefused("newer");
  return new Date(header.data.at);
}

async function* readEntries(lines: AsyncIterable<string>): AsyncGenerator<Kept> {
  let count = 0;
  let ended = false;
  try {
    for await (const text of lines) {
      const line = parseJson(text);
      const end = endSchema.safeParse(line);
      const kept = keptSchema.safeParse(line);
      if (ended || end.success === kept.success) throw new BackupRefused("damaged");
      if (kept.success) {
        count += 1;
        yield kept.data;
      } else ended = end.data?.entries === count;
    }
  } catch (cause) {
    throw refusalOf(cause, "damaged");
  }
  if (!ended) throw new BackupRefused("damaged");
}

/** A busy bot's turns between two writes are what a backup waits for: the fewer, the sooner it is done. */
const BLOCK_CHARACTERS = 64 * 1024;

async function* blocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = "";
  for await (const line of lines) {
    block += line;
    if (block.length < BLOCK_CHARACTERS) continue;
    yield block;
    block = "";
  }
  yield block;
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** What reading threw, as what it means: a file that is not there, or else `code`. */
function refusalOf(cause: unknown, code: "not-a-backup" | "damaged"): BackupRefused {
  if (cause instanceof BackupRefused) return cause;
  return new BackupRefused(isSystemError(cause) ? "no-file" : code, { cause });
}

/** Zipped it is, but its end is missing. */
function isCutShort(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/**
 * The lines of a gzipped text; only "\n" ends one. Throws what the source or the unzipping throws, and closes the
 * source when the reader has had enough.
 */
async function* unzippedLines(source: Readable): AsyncGenerator<string> {
  const text = createGunzip().setEncoding("utf8");
  // Its errors are those the reading below throws.
  pipeline(source, text).catch(() => undefined);
  let begun = "";
  for await (const chunk of text) {
    const lines = (begun + chunk).split("\n");
    begun = lines.pop() ?? "";
    yield* lines;
  }
  if (begun !== "") yield begun;
}
