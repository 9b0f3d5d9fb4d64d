import { expect, it } from "vitest";
import { keysUnder } from "#services/store/store.ts";
import type { StoreUnderTest } from "#test/services/store/contract.ts";

/** What is put comes back, in the right order. */
export function readsAndLists(under: StoreUnderTest): void {
  it("answers null for a key that was never put", async () => {
    expect(await under.store.get("nothing")).toBeNull();
    expect(await under.store.getMany([])).toEqual([]);
  });

  it("answers many in the order asked, twice when asked twice, null where there is none", async () => {
    await under.put("a", "b");
    const entries = await under.store.getMany(["b", "missing", "a", "b"]);
    expect(entries.map((entry) => entry?.value ?? null)).toEqual(["b", null, "a", "b"]);
  });

  it("lists from inclusive to exclusive, limited, from either end", async () => {
    await under.put("c", "a", "d", "b");
    expect(await under.keysOf({ from: "a", to: "d" })).toEqual(["a", "b", "c"]);
    expect(await under.keysOf({ from: "a", to: "d", limit: 2 })).toEqual(["a", "b"]);
    expect(await under.keysOf({ from: "a", to: "d", limit: 2, reverse: true })).toEqual(["c", "b"]);
    expect(await under.keysOf({ from: "b", to: "b" })).toEqual([]);
    expect(await under.keysOf({ from: "d", to: "a" })).toEqual([]);
    expect(await under.keysOf({ from: "", to: "z", limit: 0 })).toEqual([]);
  });

  it("orders keys by their UTF-8 bytes, not by UTF-16 units", async () => {
    const ordered = ["", "\u0000", "A", "a", "a\u0000", "a\u0000b", "aa", "b", "Ế", "đ", "ﬀ", "😀"];
    const byBytes = [...ordered].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    await under.put(...ordered);
    expect(await under.keysOf({ from: "", to: "\u{10FFFF}" })).toEqual(byBytes);
    expect(byBytes.indexOf("ﬀ")).toBeLessThan(byBytes.indexOf("😀"));
  });

  it("keeps composed and decomposed letters, emoji and quotes apart and whole", async () => {
    const [composed, decomposed] = ["Cương Chính".normalize("NFC"), "Cương Chính".normalize("NFD")];
    await under.put(composed, decomposed, "👨‍👩‍👧", `"'\\\n`);
    expect((await under.store.get(composed))?.value).toBe(composed);
    expect((await under.store.get(decomposed))?.value).toBe(decomposed);
    expect((await under.store.get("👨‍👩‍👧"))?.value).toBe("👨‍👩‍👧");
    expect((await under.store.get(`"'\\\n`))?.value).toBe(`"'\\\n`);
  });

  it("lists what begins with a prefix and nothing else", async () => {
    await under.put("unit/1", "unit/Ế", "unit/😀", "unit", "units", "uniu");
    expect(await under.keysOf(keysUnder("unit/"))).toEqual(["unit/1", "unit/Ế", "unit/😀"]);
  });

  it("gives back every JSON value as it was", async () => {
    const values = [
      null,
      true,
      0,
      -1.5,
      88.03,
      1e21,
      "",
      "\u0000",
      "\ud800",
      [],
      {},
      [1, { a: [null] }],
      { __proto: 1 },
    ];
    await under.store.commit({ puts: values.map((value, i) => ({ key: `v${i}`, value })) });
    const kept = await under.store.getMany(values.map((_, i) => `v${i}`));
    expect(kept.map((entry) => entry?.value)).toEqual(values);
  });

  it("refuses what JSON cannot hold and stores nothing of that commit", async () => {
    const puts = [
      { key: "a", value: 1 },
      { key: "b", value: undefined },
    ];
    await expect(under.store.commit({ puts })).rejects.toThrow(TypeError);
    expect(await under.store.get("a")).toBeNull();
  });
}
