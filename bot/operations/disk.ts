import { readdir, stat, statfs } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a folder is for. */
export type DiskUse = "store" | "backups";

/** How much room is left where the bot writes, in bytes. */
export interface DiskReport {
  readonly use: DiskUse;
  readonly folder: string;
  readonly free: number;
  readonly total: number;
  /** What the bot itself takes up there. */
  readonly used: number;
}

export interface DiskPlaces {
  readonly storeUrl: string;
  /** Folder of backups; null = none are made. */
  readonly backups: string | null;
}

/** A disk that is nearly full, below which backups and the store will soon fail. */
const LOW_BYTES = 2 * 1024 ** 3;
const LOW_SHARE = 0.1;

export const isLow = ({ free, total }: DiskReport): boolean => free < Math.min(LOW_BYTES, total * LOW_SHARE);

/** Of folders that are there. Never rejects. */
export async function readDisks({ storeUrl, backups }: DiskPlaces): Promise<readonly DiskReport[]> {
  const file = storeFile(storeUrl);
  const reports = await Promise.all([
    file === null ? null : report("store", dirname(file), (name) => name.startsWith(basename(file))),
    backups === null ? null : report("backups", backups, isBackup),
  ]);
  return reports.flatMap((one) => one ?? []);
}

const isBackup = (name: string): boolean => name.startsWith("bot766-") && name.endsWith(".jsonl.gz");

async function report(
  use: DiskUse,
  folder: string,
  isOurs: (name: string) => boolean,
): Promise<DiskReport | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    const names = (await readdir(folder)).filter(isOurs);
    const sizes = await Promise.all(
      names.map((name) =>
        stat(join(folder, name)).then(
          (found) => (found.isFile() ? found.size : 0),
          () => 0,
        ),
      ),
    );
    const used = sizes.reduce((sum, size) => sum + size, 0);
    return { use, folder, free: bavail * bsize, total: blocks * bsize, used };
  } catch {
    return null;
  }
}

/** null = the store is no file on this machine. */
function storeFile(url: string): string | null {
  if (!url.startsWith("file:") || url.includes(":memory:")) return null;
  return url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
}
