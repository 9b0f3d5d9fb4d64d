import { expect, it } from "vitest";
import { keysUnder, type Store } from "#services/store/store.ts";
import type { StoreUnderTest } from "#test/services/store/contract.ts";

/** Several clients at once. */
export function servesManyClients(under: StoreUnderTest): void {
  it("shows one client what another committed", async () => {
    const other = await under.connect();
    await under.put("a");
    expect((await other.get("a"))?.value).toBe("a");
  });

  it("loses no increment of twenty clients at once, nor gives two of them one version", async () => {
    const versions: number[] = [];
    const increment = async (client: Store): Promise<void> => {
      const seen = await client.get("count");
      const result = await client.commit({
        checks: [{ key: "count", version: seen?.version ?? 0 }],
        puts: [{ key: "count", value: Number(seen?.value ?? 0) + 1 }],
      });
      if (!result.committed) return increment(client);
      versions.push(result.version);
    };
    const others: Store[] = [];
    // One by one: each has its own few seconds to connect.
    for (let i = 0; i < 20; i++) others.push(await under.connect());
    await Promise.all(
      others.map(async (client) => {
        for (let i = 0; i < 10; i++) await increment(client);
      }),
    );
    expect((await under.store.get("count"))?.value).toBe(200);
    expect(new Set(versions).size).toBe(200);
  });

  it("lists a commit whole or not at all", async () => {
    const writer = await under.connect();
    let writing = true;
    const write = async () => {
      for (let round = 0; round < 30; round++) {
        await writer.commit({ puts: [0, 1, 2, 3, 4].map((i) => ({ key: `k${i}`, value: round })) });
      }
      writing = false;
    };
    const read = async () => {
      while (writing) {
        const values = (await under.store.list(keysUnder("k"))).map(({ value }) => value);
        expect(new Set(values).size).toBeLessThanOrEqual(1);
        await new Promise(setImmediate);
      }
    };
    await Promise.all([write(), read()]);
  });

  it("lets a commit under way end when its client is closed", async () => {
    const other = await under.connect();
    const committing = other.commit({ puts: [{ key: "a", value: "kept" }] });
    await other.close();
    expect((await committing).committed).toBe(true);
    expect((await under.store.get("a"))?.value).toBe("kept");
  });

  it("rejects after close, and may be closed twice", async () => {
    const other = await under.connect();
    await other.close();
    await other.close();
    await expect(other.get("a")).rejects.toMatchObject({ name: "StoreUnavailable" });
    expect(await under.store.get("a")).toBeNull();
  });
}
