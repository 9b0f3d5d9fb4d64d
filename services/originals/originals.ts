import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReceivedFile } from "#services/documents/document-reader.ts";
import { savedName, sentName } from "#services/originals/saved-name.ts";

/** A file as it was sent, found again. */
export interface Original {
  /** sha256 of the paper it belongs to, hex. */
  readonly hash: string;
  /** From 1: its place among the files of the paper. */
  readonly part: number;
  /** As it was sent. */
  readonly name: string;
}

export interface OriginalsOptions {
  /** null = none are kept. */
  readonly folder: string | null;
  /** Told of a disk that does not do its part; papers are taken in all the same. */
  readonly onFault: (error: unknown) => void;
  readonly clock?: () => Date;
}

/** Of what nobody confirmed: longer than the second of two persons has. */
const WAITS_MS = 48 * 3600_000;
const HASH = /^[0-9a-f]{64}$/u;
/** Papers are for the eyes of those whom the bot lets see them. */
const OWNER_ONLY = { mode: 0o600 };

export type Originals = ReturnType<typeof createOriginals>;

/**
 * Papers as they were sent, beside the store: a folder each, named by the hash of its bytes. What is read waits in
 * `waiting` until it is stored.
 */
export function createOriginals({ folder, onFault, clock = () => new Date() }: OriginalsOptions) {
  const waiting = folder === null ? null : join(folder, "waiting");

  async function placeOf(hash: string): Promise<string | null> {
    if (folder === null || waiting === null || !HASH.test(hash)) return null;
    for (const place of [join(folder, hash), join(waiting, hash)]) if (await isThere(place)) return place;
    return null;
  }

  /** Runs what needs the disk; a fault is told and goes no further. */
  async function tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      onFault(error);
    }
  }

  return {
    /** Keeps the files of a paper that was read, until it is stored or given up. */
    hold: (hash: string, files: readonly ReceivedFile[]): Promise<void> =>
      tried(async () => {
        if (waiting === null) return;
        const known = await placeOf(hash);
        if (known !== null) return utimes(known, clock(), clock());
        await writeWhole(join(waiting, hash), files);
        await utimes(join(waiting, hash), clock(), clock());
      }),

    /** The paper was stored: its files stay. */
    keep: (hash: string): Promise<void> =>
      tried(async () => {
        if (folder === null || waiting === null) return;
        if ((await placeOf(hash)) === join(waiting, hash))
          await rename(join(waiting, hash), join(folder, hash));
      }),

    /** The files of a paper in the order they were sent; none = they were not kept. */
    async of(hash: string): Promise<readonly Original[]> {
      const place = await placeOf(hash);
      const names = place === null ? [] : (await readdir(place)).toSorted();
      return names.map((name, i) => ({ hash, part: i + 1, name: sentName(name) }));
    },

    /** null = it is there no more. */
    async bytes({ hash, part }: Pick<Original, "hash" | "part">): Promise<Uint8Array | null> {
      const place = await placeOf(hash);
      if (place === null) return null;
      const name = (await readdir(place)).toSorted()[part - 1];
      return name === undefined ? null : readFile(join(place, name));
    },

    /** Deletes what nobody confirmed. */
    sweep: (): Promise<void> =>
      tried(async () => {
        if (waiting === null || !(await isThere(waiting))) return;
        for (const name of await readdir(waiting)) {
          const place = join(waiting, name);
          const { mtimeMs } = await stat(place);
          if (clock().getTime() - mtimeMs > WAITS_MS) await rm(place, { recursive: true, force: true });
        }
      }),
  };
}

/** A folder that is there has all its files: it is written under another name first. */
async function writeWhole(place: string, files: readonly ReceivedFile[]): Promise<void> {
  const unfinished = `${place}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const [i, { name, bytes }] of files.entries())
    await writeFile(join(unfinished, savedName(name, i + 1)), bytes, OWNER_ONLY);
  await rename(unfinished, place);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
