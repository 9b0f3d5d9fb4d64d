import { expect, it } from "vitest";
import { SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";
import { NOW, type SheetsUnderTest } from "#test/services/sheets/contract.ts";
import { AUGUST, JULY, makeDocument, makeDraft } from "#test/services/sheets/make.ts";

const PLACE = { scope: "od332", period: AUGUST };
const BY = { by: ["telegram:7"] };

/** Older figures in force again, and figures withdrawn: always by a new version. */
export function restoresVersions(under: SheetsUnderTest): void {
  /** Version 1 holds a and b, version 2 another b and a c. */
  const twoVersions = async () => {
    const first = makeDraft({ a: 1, b: 2 }, { document: makeDocument("letter") });
    const second = makeDraft({ b: 3, c: 4 }, { document: makeDocument("correction") });
    return [...(await under.sheets.publish([first])), ...(await under.sheets.publish([second], BY))];
  };

  it("makes a new version with the figures and documents of the old one, and keeps all others", async () => {
    const [first, second] = await twoVersions();
    const restored = await under.sheets.restore([{ ...PLACE, version: 1, over: 2 }], BY);
    expect(restored).toEqual([
      {
        ...first,
        version: 3,
        createdAt: NOW,
        by: ["telegram:7"],
        restores: 1,
        checkCode: expect.not.stringMatching(`^${first?.checkCode}$`),
      },
    ]);
    const elsewhere = await under.another();
    expect(await elsewhere.current("od332", AUGUST)).toEqual(restored?.[0]);
    expect(await elsewhere.versions("od332", AUGUST)).toEqual([first, second, restored?.[0]]);
    expect(second).toMatchObject({ by: ["telegram:7"], restores: null });
  });

  it("withdraws all figures by a version without any, which is no data for those who look for some", async () => {
    await under.sheets.publish([makeDraft({ a: 1 }), makeDraft({ a: 5 }, { period: JULY })]);
    const withdrawn = await under.sheets.restore([{ ...PLACE, version: 0, over: 1 }]);
    expect(withdrawn).toMatchObject([{ version: 2, restores: 0, observations: [], documents: [], by: [] }]);
    expect((await under.sheets.heads()).map(({ period }) => period)).toEqual([JULY]);
    expect((await under.sheets.withdrawn()).map(({ period }) => period)).toEqual([AUGUST]);
    expect((await under.sheets.version("od332", AUGUST, 1))?.observations).toHaveLength(1);
  });

  it("goes on from a withdrawn sheet with its next number", async () => {
    await under.sheets.publish([makeDraft({ a: 1, b: 2 })]);
    await under.sheets.restore([{ ...PLACE, version: 0, over: 1 }]);
    const [next] = await under.sheets.publish([makeDraft({ c: 4 })]);
    expect(next).toMatchObject({ version: 3, observations: [{ unit: "c" }] });
    expect(await under.sheets.restore([{ ...PLACE, version: 1, over: 3 }])).toMatchObject([
      { version: 4, observations: [{ unit: "a" }, { unit: "b" }] },
    ]);
    expect(await under.sheets.withdrawn()).toEqual([]);
  });

  it("stores nothing when another version is current than was seen, or there is no such old one", async () => {
    await twoVersions();
    const revision = await under.store.get(SHEETS_REVISION);
    expect(await under.sheets.restore([{ ...PLACE, version: 1, over: 1 }])).toBeNull();
    expect(await under.sheets.restore([{ ...PLACE, version: 7, over: 2 }])).toBeNull();
    expect(await under.sheets.restore([{ ...PLACE, period: JULY, version: 0, over: 1 }])).toBeNull();
    expect(await under.store.get(SHEETS_REVISION)).toEqual(revision);
  });

  it("restores all of several sheets or none", async () => {
    await twoVersions();
    await under.sheets.publish([makeDraft({ x: 9 }, { scope: "op33" })]);
    const other = { scope: "op33", period: AUGUST, version: 0 };
    const both = (over: number) => [
      { ...PLACE, version: 1, over: 2 },
      { ...other, over },
    ];
    expect(await under.sheets.restore(both(2))).toBeNull();
    expect((await under.sheets.current("od332", AUGUST))?.version).toBe(2);
    expect(await under.sheets.restore(both(1))).toMatchObject([{ version: 3 }, { version: 2 }]);
  });

  it("makes no version of figures that are in force already, and still stores what belongs to the wish", async () => {
    await twoVersions();
    await under.sheets.restore([{ ...PLACE, version: 1, over: 2 }]);
    const extra = { puts: [{ key: "intake/undone", value: 1 }] };
    expect(await under.sheets.restore([{ ...PLACE, version: 1, over: 3 }], { extra })).toEqual([]);
    expect((await under.store.get("intake/undone"))?.value).toBe(1);
  });

  it("lets one of several who restore at once through", async () => {
    await twoVersions();
    const elsewhere = await under.another();
    const wish = [{ ...PLACE, version: 1, over: 2 }];
    const answers = await Promise.all([under.sheets.restore(wish), elsewhere.restore(wish)]);
    expect(answers.filter((made) => made !== null)).toHaveLength(1);
    expect((await elsewhere.current("od332", AUGUST))?.version).toBe(3);
  });
}
