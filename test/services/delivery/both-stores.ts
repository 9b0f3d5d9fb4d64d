import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe } from "vitest";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

/** A fresh store for each test, and further connections to it, as other processes have; all closed after it. */
export interface Place {
  store: Store;
  connect(): Promise<Store>;
}

/** Describes the same behaviour on a SQLite file and on a real Redis. */
export function onBothStores(name: string, tests: (place: Place) => void): void {
  describe(`${name}, on SQLite`, () => {
    describePlace(async () => {
      const folder = await mkdtemp(join(tmpdir(), "bot766-delivery-"));
      const remove = () => rm(folder, { recursive: true, force: true });
      return { url: `file:${join(folder, "store.db")}`, remove };
    }, tests);
  });

  describe(`${name}, on Redis`, () => {
    let server: RedisServer;
    let places = 0;
    beforeAll(async () => {
      server = await startRedis();
      return () => server.stop();
    });
    const open = async () => ({
      url: `${server.url}?deployment=p${++places}`,
      remove: async () => undefined,
    });
    describePlace(open, tests);
  });
}

function describePlace(
  open: () => Promise<{ url: string; remove(): Promise<void> }>,
  tests: (place: Place) => void,
): void {
  const opened: Store[] = [];
  let at: Awaited<ReturnType<typeof open>>;
  const connect = async (): Promise<Store> => {
    const store = await openStore(at.url);
    opened.push(store);
    return store;
  };
  const place: Place = { connect, store: {} as Store };
  beforeEach(async () => {
    at = await open();
    place.store = await connect();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await at.remove();
  });
  tests(place);
}
