import { expect, it } from "vitest";
import type { Sheet } from "#services/sheets/sheet.ts";
import { NOW, type SheetsUnderTest } from "#test/services/sheets/contract.ts";
import { AUGUST, JULY, makeDocument, makeDraft, makeObservation } from "#test/services/sheets/make.ts";

const valuesOf = (sheet: Sheet | null) =>
  sheet && Object.fromEntries(sheet.observations.map((o) => [`${o.unit} ${o.indicator}`, o.value]));

/** Numbered versions that never change. */
export function keepsVersions(under: SheetsUnderTest): void {
  it("gives back what was published, to the last field", async () => {
    const asOf = "2024-08-14T12:00:00+07:00";
    const document = makeDocument("công văn", {
      kind: "portal",
      issuer: "Huyện Mê Linh",
      number: "2113/BC-UBND",
      date: "2024-08-15",
      provisional: true,
    });
    const said = { source: document.id };
    const observations = [
      makeObservation("Mê Linh", 68.38, { ...said, change: 0.31, rank: 13, of: 30, asOf }),
      makeObservation("Mê Linh", null, { ...said, indicator: "online-payment-rate", rank: 6, of: 12 }),
      makeObservation("Mê Linh", 0, { ...said, indicator: "overdue-dossiers" }),
    ];
    const draft = { scope: "p01", period: JULY, observations, document, complete: false };
    const [published] = await under.sheets.publish([draft]);
    expect(published).toEqual({
      scope: "p01",
      period: JULY,
      version: 1,
      createdAt: NOW,
      observations,
      documents: [document],
      checkCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}$/),
      sample: false,
      by: [],
      restores: null,
    });
    const elsewhere = await under.another();
    expect(await elsewhere.current("p01", JULY)).toEqual(published);
    expect(await elsewhere.version("p01", JULY, 1)).toEqual(published);
  });

  it("answers nothing where nothing was published", async () => {
    await under.sheets.publish([makeDraft({ a: 1 })]);
    expect(await under.sheets.current("od332", JULY)).toBeNull();
    expect(await under.sheets.current("od33", AUGUST)).toBeNull();
    expect(await under.sheets.version("od332", AUGUST, 2)).toBeNull();
    expect(await under.sheets.versions("od332", JULY)).toEqual([]);
    expect(await under.sheets.byCheckCode("0000")).toBeNull();
  });

  it("lays a later document over the rows it names and leaves the rest with their own source", async () => {
    const early = makeDraft(
      { a: 1, b: 2 },
      { document: makeDocument("early"), asOf: "2024-09-01T08:00:00+07:00" },
    );
    const late = makeDraft({ b: 3, c: 4 }, { document: makeDocument("late") });
    await under.sheets.publish([early]);
    await under.sheets.publish([late]);
    const sheet = await under.sheets.current("od332", AUGUST);
    expect(sheet?.version).toBe(2);
    expect(sheet?.observations.map((o) => [o.unit, o.value, o.source, o.asOf])).toEqual([
      ["a", 1, "early", "2024-09-01T08:00:00+07:00"],
      ["b", 3, "late", null],
      ["c", 4, "late", null],
    ]);
    expect(sheet?.documents.map(({ id }) => id)).toEqual(["early", "late"]);
  });

  it("keeps one unit's indicators apart when laying over", async () => {
    await under.sheets.publish([makeDraft({ a: 1 }), makeDraft({ a: 20 }, { indicator: "TDGQ" })]);
    await under.sheets.publish([makeDraft({ a: 2 }, { document: makeDocument("late") })]);
    expect(valuesOf(await under.sheets.current("od332", AUGUST))).toEqual({ "a TOTAL": 2, "a TDGQ": 20 });
  });

  it("replaces the sheet whole, with its documents, when the document is complete", async () => {
    await under.sheets.publish([makeDraft({ a: 1, gone: 2 }, { document: makeDocument("early") })]);
    const complete = makeDraft({ a: 5, b: 6 }, { document: makeDocument("whole"), complete: true });
    await under.sheets.publish([complete]);
    const sheet = await under.sheets.current("od332", AUGUST);
    expect(valuesOf(sheet)).toEqual({ "a TOTAL": 5, "b TOTAL": 6 });
    expect(sheet?.documents.map(({ id }) => id)).toEqual(["whole"]);
  });

  it("drops a document once none of its figures is left", async () => {
    await under.sheets.publish([makeDraft({ a: 1 }, { document: makeDocument("early") })]);
    await under.sheets.publish([makeDraft({ a: 2 }, { document: makeDocument("late") })]);
    expect((await under.sheets.current("od332", AUGUST))?.documents.map(({ id }) => id)).toEqual(["late"]);
  });

  it("keeps every version readable as it was, oldest first", async () => {
    const made: Sheet[] = [];
    for (let round = 1; round <= 12; round++)
      made.push(...(await under.sheets.publish([makeDraft({ a: round })])));
    const elsewhere = await under.another();
    expect(made.map(({ version }) => version)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(await elsewhere.versions("od332", AUGUST)).toEqual(made);
    expect(await elsewhere.version("od332", AUGUST, 3)).toEqual(made[2]);
    expect(valuesOf(await elsewhere.current("od332", AUGUST))).toEqual({ "a TOTAL": 12 });
  });

  it("makes no version of the same document twice, nor of the same figures said again", async () => {
    const draft = makeDraft({ a: 1, b: null });
    expect(await under.sheets.publish([draft])).toHaveLength(1);
    const revision = await under.store.get("sheets/revision");
    expect(await under.sheets.publish([draft])).toEqual([]);
    expect(await under.sheets.publish([makeDraft({ a: 1 }, { document: makeDocument("copy") })])).toEqual([]);
    expect(await under.sheets.publish([{ ...draft, complete: true }])).toEqual([]);
    expect(await under.store.get("sheets/revision")).toEqual(revision);
    expect(await under.sheets.versions("od332", AUGUST)).toHaveLength(1);
  });

  it("makes a version of the same figures as of a later moment", async () => {
    await under.sheets.publish([makeDraft({ a: 1 }, { asOf: "2024-09-01T08:00:00+07:00" })]);
    const asOf = "2024-09-02T08:00:00+07:00";
    const [again] = await under.sheets.publish([
      makeDraft({ a: 1 }, { asOf, document: makeDocument("later") }),
    ]);
    expect(again).toMatchObject({ version: 2, observations: [{ asOf, source: "later" }] });
  });

  it("takes the last of what one document says twice", async () => {
    const [twice, once] = [makeDraft({ a: 1, b: 2 }), makeDraft({ a: 3 })];
    const observations = [...twice.observations, ...once.observations];
    await under.sheets.publish([{ ...twice, observations, complete: true }]);
    expect((await under.sheets.current("od332", AUGUST))?.observations.map((o) => [o.unit, o.value])).toEqual(
      [
        ["a", 3],
        ["b", 2],
      ],
    );
  });

  it("tells what publishing would change, and stores nothing", async () => {
    await under.sheets.publish([makeDraft({ a: 1, b: 2, c: 3 })]);
    const kinds = async (complete: boolean) =>
      (await under.sheets.compare(makeDraft({ a: 1, b: 9, d: 4 }, { complete }))).map((change) => [
        change.before?.unit ?? change.after?.unit,
        change.kind,
      ]);
    expect(Object.fromEntries(await kinds(false))).toEqual({ a: "same", b: "changed", c: "same", d: "new" });
    expect(Object.fromEntries(await kinds(true))).toEqual({ a: "same", b: "changed", c: "gone", d: "new" });
    expect((await under.sheets.current("od332", AUGUST))?.version).toBe(1);
  });
}
