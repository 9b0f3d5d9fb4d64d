import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { backUp } from "#bot/backup/back-up.ts";
import { restore } from "#bot/backup/restore.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { describeStore, type StorePlace } from "#test/services/store/contract.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

let redis: RedisServer;
let folder: string;
let file: string;
let places = 0;
beforeAll(async () => {
  redis = await startRedis();
  folder = await mkdtemp(join(tmpdir(), "bot766-restored-"));
  file = join(folder, "kho.jsonl.gz");
  const store = await openStore("file::memory:");
  await putSample(store);
  await backUp({ store, file });
  await store.close();
  return async () => {
    await redis.stop();
    await rm(folder, { recursive: true });
  };
});

/** A store filled from a backup of a bot, and emptied again as its clients would. */
async function restored(url: string): Promise<StorePlace> {
  const store = await openStore(url);
  await restore({ store, file });
  const all = await store.list(keysUnder(""));
  const emptied = await store.commit({ deletes: all.map(({ key }) => key) });
  await store.close();
  if (!emptied.committed || all.length === 0) throw new Error("nothing was restored");
  return { connect: () => openStore(url), remove: async () => {}, last: emptied.version };
}

describeStore("a SQLite file restored from a backup", () =>
  restored(`file:${join(folder, `${++places}.db`)}`),
);
describeStore("Redis restored from a backup", () =>
  restored(`${redis.url}/0?deployment=restored-${++places}`),
);
