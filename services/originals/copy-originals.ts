import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

const PAPER = /^[0-9a-f]{64}$/u;

/**
 * Copies the papers of one folder that another lacks, each whole or not at all: what bears a hash never changes. Answers
 * how many the other holds then; a folder that is not there has none.
 */
export async function copyOriginals(from: string, to: string): Promise<number> {
  const there = new Set(await papersIn(to));
  for (const name of await papersIn(from)) {
    if (there.has(name)) continue;
    const unfinished = join(to, `${name}.part`);
    await mkdir(to, { recursive: true });
    await rm(unfinished, { recursive: true, force: true });
    await cp(join(from, name), unfinished, { recursive: true });
    await rename(unfinished, join(to, name));
    there.add(name);
  }
  return there.size;
}

async function papersIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names.filter((name) => PAPER.test(name));
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
