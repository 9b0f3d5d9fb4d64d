import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** What the bot itself wrote by its schedule; whatever else lies in the folder is not its to delete. */
const SCHEDULED = /^bot766-daily-\d{8}T\d{6}Z\.jsonl\.gz$/u;
const UNFINISHED = /^bot766-daily-\d{8}T\d{6}Z\.jsonl\.gz\.part$/u;

/** "bot766-daily-20261121T010000Z.jsonl.gz": names in their order are backups in theirs. */
export function scheduledName(at: Date): string {
  return `bot766-daily-${timestamp(at)}.jsonl.gz`;
}

/** "20261121T010000Z", in UTC. */
export function timestamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/gu, "");
}

/** Deletes scheduled backups but the newest `keep`, and what broken-off ones left. */
export async function keepNewest(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).sort();
  const old = names.filter((name) => SCHEDULED.test(name)).slice(0, -keep);
  const unfinished = names.filter((name) => UNFINISHED.test(name));
  for (const name of [...old, ...unfinished]) await rm(join(folder, name), { force: true });
}
