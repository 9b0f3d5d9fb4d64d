import { beforeEach, describe, expect, it } from "vitest";
import { overlaySample } from "#services/sample/sample-overlay.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { AUGUST, JULY, makeDocument, makeDraft } from "#test/services/sheets/make.ts";

let real: Store;
let sample: Store;
let shown: Store;
let sheets: Sheets;

beforeEach(async () => {
  real = createSqliteStore({ path: ":memory:" });
  sample = createSqliteStore({ path: ":memory:" });
  await createSheets({ store: sample, sample: true }).publish(
    [
      makeDraft({ a: 1, b: 2 }, { document: makeDocument("sample letter") }),
      makeDraft({ a: 3 }, { period: JULY }),
    ],
    {
      extra: {
        puts: [
          { key: "units/added", value: "sample unit" },
          { key: "chats/1", value: "of nobody" },
        ],
      },
    },
  );
  shown = overlaySample({ real, sample });
  sheets = createSheets({ store: shown });
  return () => shown.close();
});

const seen = async (): Promise<Sheet | null> => sheets.current("od332", AUGUST);
const keysOf = async (store: Store) => (await store.list(keysUnder(""))).map(({ key }) => key);

describe("sample data", () => {
  it("is shown, and says that it is a sample, while there is no real result", async () => {
    expect(await seen()).toMatchObject({ sample: true, observations: [{ value: 1 }, { value: 2 }] });
    expect(await sheets.heads()).toHaveLength(2);
    expect((await shown.get("units/added"))?.value).toBe("sample unit");
    expect(await sheets.byCheckCode((await seen())?.checkCode ?? "")).toEqual(await seen());
  });

  it("leaves nothing of its pictures in the real store", async () => {
    const [spec, end] = [
      { key: "media/kept/a", value: "88,03" },
      { key: "media/ends/d/a", value: {} },
    ];
    expect((await shown.commit({ puts: [spec, end] })).committed).toBe(true);
    expect((await shown.get(spec.key))?.value).toBe("88,03");
    expect((await shown.getMany([spec.key, end.key])).map((entry) => entry?.key)).toEqual([
      spec.key,
      end.key,
    ]);
    expect((await shown.list(keysUnder("media/"))).map(({ key }) => key)).toEqual([end.key, spec.key]);
    expect(await keysOf(real)).toEqual([]);
    await shown.commit({ deletes: [spec.key, end.key] });
    expect(await shown.list(keysUnder("media/"))).toEqual([]);
  });

  it("is gone, all of it, with the first real result, also for who had it in memory", async () => {
    const [earlier] = [await seen(), await sheets.heads()];
    await createSheets({ store: real }).publish([makeDraft({ a: 50 })]);
    expect(await seen()).toMatchObject({
      sample: false,
      version: 1,
      observations: [{ unit: "a", value: 50 }],
    });
    expect(await sheets.version("od332", AUGUST, 1)).toEqual(await seen());
    expect((await sheets.heads()).map(({ period, units }) => [period, units])).toEqual([[AUGUST, ["a"]]]);
    expect(await sheets.versions("od332", AUGUST)).toHaveLength(1);
    expect(await sheets.current("od332", JULY)).toBeNull();
    expect(await sheets.byCheckCode(earlier?.checkCode ?? "")).toBeNull();
    expect(await shown.get("units/added")).toBeNull();
  });

  it("gives way to a result published through it, which takes nothing over from it", async () => {
    await seen();
    const draft = makeDraft({ b: 60 }, { document: makeDocument("real letter") });
    expect((await sheets.compare(draft)).map(({ kind, after }) => [kind, after?.value])).toEqual([
      ["new", 60],
    ]);
    const [published] = await sheets.publish([draft], {
      extra: { puts: [{ key: "units/x", value: "real unit" }] },
    });
    expect(published).toMatchObject({ version: 1, sample: false });
    expect(published?.observations.map(({ unit, value }) => [unit, value])).toEqual([["b", 60]]);
    expect(published?.documents.map(({ id }) => id)).toEqual(["real letter"]);
    expect(await seen()).toEqual(published);
    expect((await shown.get("units/x"))?.value).toBe("real unit");
  });

  it("is never written to the real store, nor is anything written to it", async () => {
    const before = await sample.list(keysUnder(""));
    await seen();
    await sheets.heads();
    await shown.commit({ puts: [{ key: "chats/1", value: "real" }] });
    expect(await keysOf(real)).toEqual(["chats/1"]);
    await sheets.publish([makeDraft({ a: 1, b: 2 })]);
    expect(JSON.stringify(await real.list(keysUnder("")))).not.toContain("sample letter");
    expect(await sample.list(keysUnder(""))).toEqual(before);
  });

  it("never stands in for chats, rights or deliveries", async () => {
    expect(await shown.get("chats/1")).toBeNull();
    await shown.commit({ puts: [{ key: "chats/2", value: "real" }] });
    expect(await shown.get("chats/2")).toEqual(await real.get("chats/2"));
    expect((await shown.list(keysUnder("chats/"))).map(({ key }) => key)).toEqual(["chats/2"]);
  });

  it("stands beside real keys when both are asked for at once", async () => {
    await shown.commit({ puts: [{ key: "chats/2", value: "real" }] });
    const asked = ["chats/1", "units/added", "chats/2", "units/none"];
    const values = async () => (await shown.getMany(asked)).map((entry) => entry?.value ?? null);
    expect(await values()).toEqual([null, "sample unit", "real", null]);
    await createSheets({ store: real }).publish([makeDraft({ a: 1 })]);
    expect(await values()).toEqual([null, null, "real", null]);
  });

  it("does not keep others' commits from meeting their conflicts", async () => {
    await shown.commit({ puts: [{ key: "chats/2", value: 1 }] });
    const stale = { checks: [{ key: "chats/2", version: 0 }], puts: [{ key: "chats/2", value: 2 }] };
    expect(await shown.commit(stale)).toEqual({ committed: false, conflict: "chats/2" });
  });
});
