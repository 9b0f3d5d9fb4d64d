import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { startRedis } from "#test/support/redis.ts";

export interface Place {
  readonly store: Store;
  /** One more client of the same place. */
  connect(): Promise<Store>;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openAt(url: string): Promise<Place> {
  const connect = async (): Promise<Store> => {
    const store = await openStore(url);
    closing.push(store.close);
    return store;
  };
  return { store: await connect(), connect };
}

async function openFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-journal-"));
  closing.push(() => rm(folder, { recursive: true }));
  return openAt(`file:${join(folder, "bot766.db")}`);
}

async function openRedis(): Promise<Place> {
  const server = await startRedis();
  closing.push(server.stop);
  return openAt(server.url);
}

/** For `describe.each`: a new, empty store of each kind; what is opened is closed after the test. */
export const onBothStores: readonly (readonly [string, () => Promise<Place>])[] = [
  ["SQLite", openFile],
  ["Redis", openRedis],
];
