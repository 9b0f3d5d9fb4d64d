import { expect, it } from "vitest";
import { keysUnder } from "#services/store/store.ts";
import type { StoreUnderTest } from "#test/services/store/contract.ts";

/** All or nothing, under versions that are never used twice. */
export function commitsAtomically(under: StoreUnderTest): void {
  it("gives all puts of a commit its one version, and every commit a greater one", async () => {
    const first = await under.put("a", "b");
    const second = await under.store.commit({});
    const third = await under.put("b");
    expect([first, second, third]).toEqual(
      [1, 2, 3].map((n) => ({ committed: true, version: under.nth(n) })),
    );
    expect((await under.store.getMany(["a", "b"])).map((entry) => entry?.version)).toEqual([
      under.nth(1),
      under.nth(3),
    ]);
  });

  it("changes nothing on a conflict and names the first key that had moved", async () => {
    await under.put("a", "b", "gone");
    const commit = {
      checks: [
        { key: "a", version: under.nth(1) },
        { key: "b", version: 7 },
        { key: "c", version: 9 },
      ],
      puts: [{ key: "a", value: "changed" }],
      deletes: ["gone"],
    };
    expect(await under.store.commit(commit)).toEqual({ committed: false, conflict: "b" });
    expect((await under.store.getMany(["a", "gone"])).map((entry) => entry?.value)).toEqual(["a", "gone"]);
    expect(await under.put("next")).toEqual({ committed: true, version: under.nth(2) });
  });

  it("takes version 0 to mean absent", async () => {
    const create = { checks: [{ key: "a", version: 0 }], puts: [{ key: "a", value: 1 }] };
    expect(await under.store.commit(create)).toEqual({ committed: true, version: under.nth(1) });
    expect(await under.store.commit(create)).toEqual({ committed: false, conflict: "a" });
  });

  it("never gives a version again after a delete", async () => {
    await under.put("a");
    await under.store.commit({ deletes: ["a", "never there"] });
    expect(await under.store.get("a")).toBeNull();
    expect(await under.keysOf(keysUnder(""))).toEqual([]);
    await under.put("a");
    expect((await under.store.get("a"))?.version).toBe(under.nth(3));
    const stale = { checks: [{ key: "a", version: under.nth(1) }], puts: [{ key: "a", value: "lost" }] };
    expect(await under.store.commit(stale)).toEqual({ committed: false, conflict: "a" });
  });

  it("puts in order, the last one staying, and deletes after that", async () => {
    const puts = [1, 2, 3].map((value) => ({ key: "a", value }));
    await under.store.commit({ puts: [...puts, { key: "b", value: 1 }], deletes: ["b"] });
    expect((await under.store.get("a"))?.value).toBe(3);
    expect(await under.store.get("b")).toBeNull();
  });
}
