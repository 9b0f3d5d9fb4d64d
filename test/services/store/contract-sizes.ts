import { expect, it } from "vitest";
import { keysUnder } from "#services/store/store.ts";
import type { StoreUnderTest } from "#test/services/store/contract.ts";

/** Values and commits as large as a month of results. */
export function holdsLargeThings(under: StoreUnderTest): void {
  it("keeps values of more than a megabyte", async () => {
    const value = { text: "Ế".repeat(700_000), rows: Array.from({ length: 20_000 }, (_, i) => i / 7) };
    await under.store.commit({ puts: [{ key: "large", value }] });
    expect((await under.store.get("large"))?.value).toEqual(value);
    const check = { checks: [{ key: "large", version: under.nth(1) }], puts: [{ key: "large", value: 1 }] };
    expect((await under.store.commit(check)).committed).toBe(true);
  });

  it("commits, reads and deletes twelve thousand keys at once, each named once or more", async () => {
    const keys = Array.from({ length: 12_000 }, (_, i) => `k/${String(i).padStart(5, "0")}`);
    const puts = [...keys, ...keys.slice(0, 30)].map((key, i) => ({ key, value: { i } }));
    expect((await under.store.commit({ puts })).committed).toBe(true);
    expect(await under.keysOf(keysUnder("k/"))).toEqual(keys);
    const entries = await under.store.getMany(keys);
    expect(entries[0]?.value).toEqual({ i: 12_000 });
    expect(entries[11_999]).toEqual({ key: "k/11999", value: { i: 11_999 }, version: under.nth(1) });
    const checks = keys.map((key) => ({ key, version: under.nth(1) }));
    expect((await under.store.commit({ checks, deletes: keys })).committed).toBe(true);
    expect(await under.keysOf(keysUnder(""))).toEqual([]);
  });
}
