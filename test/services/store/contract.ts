import { beforeEach, describe } from "vitest";
import type { CommitResult, KeyRange, Store } from "#services/store/store.ts";
import { servesManyClients } from "#test/services/store/contract-clients.ts";
import { commitsAtomically } from "#test/services/store/contract-commits.ts";
import { readsAndLists } from "#test/services/store/contract-reads.ts";
import { holdsLargeThings } from "#test/services/store/contract-sizes.ts";

/** A new, empty place to keep things; each call of `connect` is one more client of it. */
export interface StorePlace {
  connect(): Promise<Store>;
  remove(): Promise<void>;
  /** The last version given there before; by default none was. */
  readonly last?: number;
}

export interface StoreUnderTest {
  /** The first client of this test's own place. */
  readonly store: Store;
  /** One more client, closed after the test. */
  connect(): Promise<Store>;
  /** The version that the nth commit of this test gets. */
  nth(n: number): number;
  /** Puts each key with itself as its value, in one commit. */
  put(...keys: string[]): Promise<CommitResult>;
  keysOf(range: KeyRange): Promise<string[]>;
}

/** What every driver promises. */
export function describeStore(name: string, fresh: () => Promise<StorePlace>): void {
  describe(name, () => {
    let place: StorePlace;
    const clients: Store[] = [];
    const under: StoreUnderTest = {
      get store() {
        const [first] = clients;
        if (!first) throw new Error("a store is there only within a test");
        return first;
      },
      async connect() {
        const client = await place.connect();
        clients.push(client);
        return client;
      },
      nth: (n) => (place.last ?? 0) + n,
      put: (...keys) => under.store.commit({ puts: keys.map((key) => ({ key, value: key })) }),
      keysOf: async (range) => (await under.store.list(range)).map(({ key }) => key),
    };

    beforeEach(async () => {
      place = await fresh();
      await under.connect();
      return async () => {
        for (const client of clients.splice(0)) await client.close();
        await place.remove();
      };
    });

    readsAndLists(under);
    commitsAtomically(under);
    servesManyClients(under);
    holdsLargeThings(under);
  });
}
