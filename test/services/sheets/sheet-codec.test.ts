import fc from "fast-check";
import { beforeEach, describe, expect, it, test } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { decodeSheet, encodeSheet, StoredSheet } from "#services/sheets/sheet-codec.ts";
import { StoredValueInvalid } from "#services/store/collection.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import type { Store } from "#services/store/store.ts";
import { AUGUST, makeDocument, makeDraft, makeObservation } from "#test/services/sheets/make.ts";

const sheetOf = (observations: readonly Observation[], documents = [makeDocument("letter")]): Sheet => ({
  scope: "od332",
  period: AUGUST,
  version: 3,
  createdAt: "2024-09-05T00:00:00Z",
  observations,
  documents,
  checkCode: "7KQ2",
  sample: true,
  by: ["telegram:7", "zalo:8"],
  restores: 3,
});

const throughJson = (sheet: Sheet): Sheet =>
  decodeSheet(StoredSheet.parse(JSON.parse(JSON.stringify(encodeSheet(sheet)))));

describe("a stored sheet", () => {
  it("comes back as it was, whatever it holds", () => {
    const name = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "c00123"));
    const figure = fc.option(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => (v === 0 ? 0 : v)),
    );
    const observation = fc.record<Observation>({
      unit: name,
      indicator: name,
      value: figure,
      change: figure,
      rank: figure,
      of: figure,
      source: fc.constantFrom("letter", "annex"),
      asOf: fc.option(name),
    });
    fc.assert(
      fc.property(fc.array(observation), (observations) => {
        const sheet = sheetOf(observations, [makeDocument("letter"), makeDocument("annex")]);
        expect(throughJson(sheet)).toEqual(sheet);
      }),
    );
  });

  it("writes each name once", () => {
    const observations = Array.from({ length: 150 }, (_, unit) =>
      Array.from({ length: 25 }, (_, i) =>
        makeObservation(`commune-${unit}`, unit, {
          indicator: `indicator-${i}`,
          asOf: "2024-09-05T00:00:00+07:00",
        }),
      ),
    ).flat();
    const json = JSON.stringify(encodeSheet(sheetOf(observations)));
    expect(json.split("indicator-24")).toHaveLength(2);
    expect(json.length).toBeLessThan(150_000);
  });

  it("is not made of figures whose document is not in the sheet", () => {
    expect(() => encodeSheet(sheetOf([makeObservation("a", 1, { source: "unknown" })]))).toThrow(RangeError);
  });
});

describe("reading what is no sheet", () => {
  let store: Store;
  beforeEach(() => {
    store = createSqliteStore({ path: ":memory:" });
    return () => store.close();
  });

  const key = "sheets/versions/od332/2024-08/000001";
  const change = async (at: string, more: object): Promise<void> => {
    const value = (await store.get(at))?.value;
    await store.commit({ puts: [{ key: at, value: { ...(value as object), ...more } }] });
  };
  const row = (...places: readonly [number, number, number, number]) => {
    const [unit, indicator, document, asOf] = places;
    return { rows: [[unit, indicator, 1, null, null, null, document, asOf]] };
  };

  test.each([
    ["another version of the form", { v: 2 }],
    ["a period that is none", { period: "2024-13" }],
    ["no units", { units: undefined }],
    ["a row of words", { rows: [["a", "b", "c"]] }],
    ["a unit that is not there", row(1, 0, 0, 0)],
    ["an indicator that is not there", row(0, 1, 0, 0)],
    ["a document that is not there", row(0, 0, 1, 0)],
    ["a moment that is not there", row(0, 0, 0, 1)],
    ["a place before the first", row(-1, 0, 0, 0)],
    ["a version that is no number", { version: "1" }],
  ])("rejects %s and names the key", async (_, broken) => {
    const [sheet] = await createSheets({ store }).publish([makeDraft({ a: 1 })]);
    await change(key, broken);
    const sheets = createSheets({ store });
    const failures = await Promise.all(
      [
        sheets.current("od332", AUGUST),
        sheets.version("od332", AUGUST, 1),
        sheets.versions("od332", AUGUST),
        sheets.byCheckCode(sheet?.checkCode ?? ""),
        sheets.publish([makeDraft({ a: 2 })]),
      ].map((asked) => asked.catch((error: unknown) => error)),
    );
    for (const failure of failures) expect(failure).toMatchObject({ name: "StoredValueInvalid", key });
  });

  it("rejects a head or a code that is none", async () => {
    await createSheets({ store }).publish([makeDraft({ a: 1 })]);
    await change("sheets/current/od332/2024-08", { period: "August" });
    await store.commit({ puts: [{ key: "sheets/codes/0000", value: "7KQ2" }] });
    const sheets = createSheets({ store });
    await expect(sheets.heads()).rejects.toThrow(StoredValueInvalid);
    await expect(sheets.current("od332", AUGUST)).rejects.toThrow(StoredValueInvalid);
    await expect(sheets.byCheckCode("0000")).rejects.toThrow(StoredValueInvalid);
  });

  it("leaves other sheets readable", async () => {
    const sheets = createSheets({ store });
    await sheets.publish([makeDraft({ a: 1 }), makeDraft({ a: 1 }, { period: toPeriod("2024-07") })]);
    await change(key, { v: 2 });
    expect((await sheets.current("od332", toPeriod("2024-07")))?.version).toBe(1);
  });
});
