import { describe, expect, it, onTestFinished } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import type { Target } from "#services/targets/target.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import {
  childOf,
  communesOf,
  exactly,
  openResults,
  unitOf,
  units,
} from "#test/services/results/open-results.ts";
import { AUGUST, JULY, makeDocument, makeDraft, makeObservation } from "#test/services/sheets/make.ts";

const cuongChinh = childOf("od332", "Cương Chính");
const thuSy = childOf("od332", "Thủ Sỹ");

function start(targets: readonly Target[] = []) {
  const open = openResults(targets);
  onTestFinished(() => open.close());
  return open;
}

const target = (indicator: string, value: number, scope = "od332"): Target => ({
  scope,
  indicator,
  comparison: ">=",
  value,
  period: null,
  kinds: null,
  source: "letter",
});

describe("one unit", () => {
  it("has all its figures in the index's order, each with its place and target", async () => {
    const open = start([target("on-time-rate", 95), target("TOTAL", 80, cuongChinh.id), target("TDGQ", 19)]);
    await open.sheets.publish([
      makeDraft({ [cuongChinh.id]: 4, [thuSy.id]: 1 }, { indicator: "overdue-dossiers" }),
      makeDraft({ [cuongChinh.id]: 82.71, [thuSy.id]: 100 }, { indicator: "on-time-rate" }),
      makeDraft({ [cuongChinh.id]: 83.28, [thuSy.id]: 89.63 }),
      makeDraft({ [thuSy.id]: 5 }, { indicator: "petitions" }),
    ]);
    const view = await open.seen(cuongChinh);
    expect(view).toMatchObject({ unit: cuongChinh, parent: { id: "od332" }, period: AUGUST, before: JULY });
    expect(
      view.figures.map(({ indicator, observation, target, meetsTarget }) => [
        indicator.id,
        observation.value,
        target?.value ?? null,
        meetsTarget,
      ]),
    ).toEqual([
      ["TOTAL", 83.28, 80, true],
      ["on-time-rate", 82.71, 95, false],
      ["overdue-dossiers", 4, null, null],
    ]);
    const places = [...view.rankings].map(([id, { rows }]) => [
      id,
      rows.find(({ unit }) => unit === cuongChinh.id)?.rank,
    ]);
    expect(Object.fromEntries(places)).toEqual({ TOTAL: 2, "on-time-rate": 2, "overdue-dossiers": 2 });
  });

  it("keeps a published rank without a value, and holds no target against it", async () => {
    const open = start([target("online-payment-rate", 60, "op30")]);
    const document = makeDocument("letter");
    const ranked = { indicator: "online-payment-rate", rank: 6, of: 12 };
    const district = units.children("op30").find(({ kind }) => kind === "district");
    const observations = [makeObservation(district?.id ?? "", null, ranked)];
    await open.sheets.publish([{ scope: "op30", period: AUGUST, observations, document, complete: false }]);
    const view = await open.seen(unitOf(district?.id ?? ""));
    expect(view.figures).toMatchObject([
      { observation: { value: null, rank: 6, of: 12 }, meetsTarget: null },
    ]);
  });

  it("shows the evidence of its own figures only", async () => {
    const open = start();
    await open.sheets.publish([makeDraft({ [cuongChinh.id]: 1 }, { document: makeDocument("own") })]);
    const draft = makeDocument("other", { provisional: true });
    await open.sheets.publish([makeDraft({ [thuSy.id]: 1 }, { document: draft })]);
    const { evidence } = await open.seen(cuongChinh);
    expect(evidence.documents.map(({ id }) => id)).toEqual(["own"]);
    expect(evidence.provisional).toBe(false);
    expect((await open.seen(thuSy)).evidence.provisional).toBe(true);
  });

  it("says what periods it has when it has none such, though its neighbours do", async () => {
    const open = start();
    expect(await open.results.unit(cuongChinh, null)).toEqual({ missing: "data", available: [] });
    await open.sheets.publish([
      makeDraft({ [cuongChinh.id]: 1 }, { period: JULY }),
      makeDraft({ [thuSy.id]: 1 }),
      makeDraft({ [cuongChinh.id]: 1 }, { period: toPeriod("2024-05") }),
    ]);
    expect(await open.results.unit(cuongChinh, exactly(AUGUST))).toEqual({
      missing: "period",
      wished: AUGUST,
      available: [JULY, "2024-05"],
    });
    expect((await open.seen(cuongChinh)).neighbours).toEqual({ older: "2024-05", newer: null });
  });

  it("of a district is sought in its province's sheet, not among its own communes", async () => {
    const open = start();
    await open.sheets.publish([
      makeDraft({ [thuSy.id]: 1 }),
      makeDraft({ od332: 88.03 }, { scope: "op33", period: JULY }),
    ]);
    const view = await open.seen(unitOf("od332"));
    expect([view.period, view.parent.id, view.figures[0]?.observation.value]).toEqual([JULY, "op33", 88.03]);
  });

  it("that the merger left unchanged has what its former district published, and what its province does", async () => {
    const minhTan = unitOf("c00919");
    expect([minhTan.parent, units.children("od030").includes(minhTan)]).toEqual(["p08", true]);
    const open = start();
    await open.sheets.publish([makeDraft({ c00919: 70 }, { scope: "od030" })]);
    expect(await open.seen(minhTan)).toMatchObject({ parent: { id: "od030" }, period: AUGUST });
    await open.sheets.publish([
      makeDraft({ c00919: 60 }, { scope: "p08", period: toPeriod("2026-08") }),
      makeDraft({ c00919: 61 }, { scope: "p08" }),
    ]);
    expect(await open.seen(minhTan)).toMatchObject({ parent: { id: "p08" }, period: "2026-08" });
    expect((await open.seen(minhTan, exactly(AUGUST))).figures[0]?.observation.value).toBe(61);
  });
});

describe("a unit's trend", () => {
  const commune = communesOf("p52")[0]?.id ?? "";
  const totals = async (periods: readonly string[], scope: string, unit: string) => {
    const open = start();
    const drafts = periods.map((period, i) => makeDraft({ [unit]: i }, { scope, period: toPeriod(period) }));
    await open.sheets.publish(drafts);
    return open;
  };

  it("is its stored totals of up to twelve comparable periods of the same kind, oldest first", async () => {
    const open = await totals(
      ["2024-05", "2024-07", "2024-08", "2024", "2024-Q2", "2024-W30"],
      "od332",
      thuSy.id,
    );
    const { trend } = await open.seen(thuSy, exactly(AUGUST));
    expect(trend).toEqual([
      { period: "2024-05", value: 0 },
      { period: JULY, value: 1 },
      { period: AUGUST, value: 2 },
    ]);
  });

  it("goes back twelve periods and no farther", async () => {
    const months = Array.from(
      { length: 18 },
      (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    );
    const open = await totals(months, "od332", thuSy.id);
    const { trend } = await open.seen(thuSy, exactly("2024-06"));
    expect(trend.map(({ period }) => period)).toEqual(months.slice(-12));
  });

  it("ends at a break, and leaves out periods without a total", async () => {
    const open = await totals(["2025-08", "2025-12", "2026-01", "2026-03"], "p52", commune);
    await open.sheets.publish([
      makeDraft({ [commune]: 5 }, { scope: "p52", period: toPeriod("2026-02"), indicator: "TDGQ" }),
    ]);
    expect((await open.seen(unitOf(commune), exactly("2026-03"))).trend.map(({ period }) => period)).toEqual([
      "2026-01",
      "2026-03",
    ]);
  });
});

describe("sources", () => {
  it("are all versions of the scope's sheet and of its own row, oldest first", async () => {
    const open = start();
    await open.sheets.publish([makeDraft({ [thuSy.id]: 1 }), makeDraft({ od331: 1 }, { scope: "op33" })]);
    await open.sheets.publish([makeDraft({ [thuSy.id]: 2 }), makeDraft({ od332: 88.03 }, { scope: "op33" })]);
    const sources = await open.results.sources(unitOf("od332"), null);
    expect(sources).toMatchObject({
      period: AUGUST,
      versions: [{ version: 1 }, { version: 2 }],
      ownVersions: [{ scope: "op33", version: 2 }],
    });
    const country = await open.results.sources(unitOf(COUNTRY_ID), null);
    expect(country).toEqual({ missing: "data", available: [] });
  });

  it("of a unit that has only its own row are its parent's versions", async () => {
    const open = start();
    await open.sheets.publish([makeDraft({ [thuSy.id]: 1 })]);
    expect(await open.results.sources(thuSy, null)).toMatchObject({
      versions: [],
      ownVersions: [{ version: 1 }],
    });
    expect(await open.results.sources(cuongChinh, null)).toEqual({ missing: "data", available: [] });
  });
});

describe("the units that have data", () => {
  it("are those of the period wished for, then all, the country aside", async () => {
    const open = start();
    await open.sheets.publish([
      makeDraft({ [thuSy.id]: 1 }),
      makeDraft({ p52: 1 }, { scope: COUNTRY_ID, period: toPeriod("2026") }),
    ]);
    const sets = async (...asked: Parameters<typeof open.results.unitsWithData>) =>
      (await open.results.unitsWithData(...asked)).map((set) => [...set].sort());
    const all = ["od332", thuSy.id, "p52"].sort();
    expect(await sets(null)).toEqual([all]);
    expect(await sets(exactly("2026"))).toEqual([["p52"], all]);
    expect(await sets(exactly("2020"))).toEqual([all]);
  });
});
