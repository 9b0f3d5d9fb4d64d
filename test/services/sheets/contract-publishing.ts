import { expect, it } from "vitest";
import { SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";
import { keysUnder } from "#services/store/store.ts";
import type { SheetsUnderTest } from "#test/services/sheets/contract.ts";
import { AUGUST, JULY, makeDocument, makeDraft } from "#test/services/sheets/make.ts";

/** All or nothing, also when several publish at once. */
export function publishesAtOnce(under: SheetsUnderTest): void {
  const keys = async () => (await under.store.list(keysUnder(""))).map(({ key }) => key);

  it("makes one version of a sheet out of all drafts of one publication, keeping each document", async () => {
    const made = await under.sheets.publish([
      makeDraft({ a: 1, b: 2 }, { document: makeDocument("letter") }),
      makeDraft({ x: 9 }, { scope: "op33" }),
      makeDraft({ b: 3, c: 4 }, { document: makeDocument("annex") }),
    ]);
    expect(made.map(({ scope, version }) => [scope, version])).toEqual([
      ["od332", 1],
      ["op33", 1],
    ]);
    const sheet = await (await under.another()).current("od332", AUGUST);
    expect(sheet?.observations.map((o) => [o.unit, o.value, o.source])).toEqual([
      ["a", 1, "letter"],
      ["b", 3, "annex"],
      ["c", 4, "annex"],
    ]);
    expect(sheet?.documents.map(({ id }) => id)).toEqual(["letter", "annex"]);
  });

  it("stores what belongs to the publication in the same commit", async () => {
    await under.store.commit({ puts: [{ key: "drafts/1", value: "waiting" }] });
    const extra = { puts: [{ key: "units/new", value: { v: 1 } }], deletes: ["drafts/1"] };
    await under.sheets.publish([makeDraft({ a: 1 })], { extra });
    const [unit, revision, draft] = await under.store.getMany(["units/new", SHEETS_REVISION, "drafts/1"]);
    expect(unit?.version).toBe(revision?.version);
    expect(draft).toBeNull();
  });

  it("stores what belongs to a publication that changes no figure", async () => {
    await under.sheets.publish([makeDraft({ a: 1 })]);
    expect(
      await under.sheets.publish([makeDraft({ a: 1 })], {
        extra: { puts: [{ key: "targets/a", value: 1 }] },
      }),
    ).toEqual([]);
    expect((await under.store.get("targets/a"))?.value).toBe(1);
  });

  it("leaves nothing behind when a key it was to check had moved", async () => {
    await under.store.commit({ puts: [{ key: "drafts/1", value: "taken by another" }] });
    const before = await keys();
    const extra = { checks: [{ key: "drafts/1", version: 0 }], puts: [{ key: "units/new", value: 1 }] };
    await expect(under.sheets.publish([makeDraft({ a: 1 })], { extra })).rejects.toThrow();
    expect(await keys()).toEqual(before);
    expect(await under.sheets.heads()).toEqual([]);
  });

  it("refuses figures whose document is not given, and stores none of the publication", async () => {
    const draft = makeDraft({ a: 1 });
    const orphan = { ...draft, scope: "op33", document: makeDocument("another") };
    await expect(under.sheets.publish([draft, orphan])).rejects.toThrow(RangeError);
    expect(await keys()).toEqual([]);
  });

  it("loses no row of several writers who publish to one sheet at once, and no version between them", async () => {
    const [writers, rounds] = [6, 8];
    const publishAll = async (writer: number) => {
      const sheets = await under.another();
      for (let round = 0; round < rounds; round++)
        await sheets.publish([makeDraft({ [`u${writer}-${round}`]: round })]);
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => publishAll(writer)));
    const versions = await under.sheets.versions("od332", AUGUST);
    expect(versions.map(({ version }) => version)).toEqual(
      Array.from({ length: writers * rounds }, (_, i) => i + 1),
    );
    expect(versions.map(({ observations }) => observations.length)).toEqual(
      versions.map(({ version }) => version),
    );
    expect(new Set(versions.map(({ checkCode }) => checkCode)).size).toBe(versions.length);
  });

  it("lets several writers publish different sheets at once", async () => {
    const writers = await Promise.all(Array.from({ length: 5 }, under.another));
    await Promise.all(writers.map((sheets, i) => sheets.publish([makeDraft({ a: i }, { scope: `p0${i}` })])));
    expect((await under.sheets.heads()).map(({ scope }) => scope)).toEqual([
      "p00",
      "p01",
      "p02",
      "p03",
      "p04",
    ]);
  });

  it("gives heads by scope, then period, with what stands in the current version", async () => {
    expect(await under.sheets.heads()).toEqual([]);
    await under.sheets.publish([
      makeDraft({ b: 1 }, { scope: "p02" }),
      makeDraft({ a: 1 }, { asOf: "2024-09-01T08:00:00+07:00" }),
      makeDraft({ a: 1 }, { period: JULY }),
    ]);
    const more = { indicator: "TDGQ", asOf: "2024-09-03T08:00:00+07:00", document: makeDocument("more") };
    await under.sheets.publish([makeDraft({ c: 1 }, more)]);
    const heads = await under.sheets.heads();
    expect(heads.map(({ scope, period, version }) => [scope, period, version])).toEqual([
      ["od332", JULY, 1],
      ["od332", AUGUST, 2],
      ["p02", AUGUST, 1],
    ]);
    expect(heads[1]).toMatchObject({
      units: ["a", "c"],
      indicators: ["TOTAL", "TDGQ"],
      asOf: "2024-09-03T08:00:00+07:00",
      checkCode: (await under.sheets.current("od332", AUGUST))?.checkCode,
    });
  });

  it("keeps heads until somebody publishes, also in another process", async () => {
    await under.sheets.publish([makeDraft({ a: 1 })]);
    const first = await under.sheets.heads();
    expect(await under.sheets.heads()).toBe(first);
    await (await under.another()).publish([makeDraft({ a: 2 })]);
    expect((await under.sheets.heads())[0]?.version).toBe(2);
    expect((await under.sheets.current("od332", AUGUST))?.observations[0]?.value).toBe(2);
  });
}
