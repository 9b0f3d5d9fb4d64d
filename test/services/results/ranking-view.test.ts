import { beforeEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import {
  childOf,
  communesOf,
  exactly,
  indicatorOf,
  type OpenResults,
  openResults,
  unitOf,
  units,
} from "#test/services/results/open-results.ts";
import { AUGUST, type DraftFacts, JULY, makeDocument, makeDraft } from "#test/services/sheets/make.ts";

const tienLu = unitOf("od332");
const [thuSy, haiThang, cuongChinh] = ["Thủ Sỹ", "Hải Thắng", "Cương Chính"].map(
  (name) => childOf("od332", name).id,
) as [string, string, string];
const giaLai = unitOf("p52");
const office = units.draft({ parent: giaLai.id, kind: "department", name: "Sở Y tế", title: "" });
units.learn([office]);

let open: OpenResults;
beforeEach(() => {
  open = openResults();
  return () => open.close();
});

const publish = (...drafts: readonly SheetDraft[]) => open.sheets.publish(drafts);
const inGiaLai = (values: Readonly<Record<string, number>>, facts: DraftFacts = {}) =>
  makeDraft(values, { scope: giaLai.id, period: toPeriod("2026-08"), ...facts });

describe("a ranking", () => {
  it("without a period is of the latest list: one unit's own figure is none", async () => {
    await publish(
      makeDraft({ [thuSy]: 89.63, [cuongChinh]: 83.28 }),
      makeDraft({ [thuSy]: 90 }, { period: toPeriod("2024-09") }),
    );
    const view = await open.ranked({ scope: tienLu });
    expect([view.period, view.neighbours.newer]).toEqual([AUGUST, toPeriod("2024-09")]);
  });

  it("of a province's communes lacks none of the country's, whichever was asked first", async () => {
    await publish(inGiaLai({ [communesOf(giaLai.id)[0]?.id ?? ""]: 70 }));
    const country = await open.ranked({ scope: unitOf(COUNTRY_ID), kind: "communes" });
    const own = await open.ranked({ scope: giaLai, kind: "communes" });
    expect([country, own].map(({ ranking }) => ranking.missing.length)).toEqual([3320, 134]);
  });

  it("ranks the scope's units on the total, with the scope's own figure from its parent's sheet", async () => {
    await publish(
      makeDraft({ [thuSy]: 89.63, [cuongChinh]: 83.28 }),
      makeDraft({ [cuongChinh]: 82.71, [thuSy]: 100 }, { indicator: "on-time-rate" }),
      makeDraft({ [tienLu.id]: 88.03 }, { scope: "op33" }),
    );
    const view = await open.ranked({ scope: tienLu });
    expect(view).toMatchObject({
      period: AUGUST,
      indicator: { id: "TOTAL" },
      whole: { value: 88.03 },
      before: JULY,
    });
    expect(view.ranking.rows.map(({ unit, rank }) => [unit, rank])).toEqual([
      [thuSy, 1],
      [cuongChinh, 2],
    ]);
    expect(view.indicators.map(({ id }) => id)).toEqual(["on-time-rate"]);
    expect(view.ranking.missing).toEqual([]);
  });

  it("takes the first wished indicator that it has a value of, else says what it has", async () => {
    await publish(makeDraft({ [thuSy]: 1, [cuongChinh]: null }, { indicator: "TDGQ" }));
    const [total, progress] = [indicatorOf("TOTAL"), indicatorOf("TDGQ")];
    expect((await open.ranked({ scope: tienLu })).indicator.id).toBe("TDGQ");
    const view = await open.ranked({ scope: tienLu, indicators: [total, progress] });
    expect([view.indicator.id, view.ranking.missing]).toEqual(["TDGQ", [cuongChinh]]);
    const asked = { scope: tienLu, kind: "areas", period: null, indicators: [total] } as const;
    expect(await open.results.ranking(asked)).toMatchObject({
      missing: "indicator",
      indicators: [{ id: "TDGQ" }],
    });
  });

  it("takes the latest period that has the indicator wished for", async () => {
    await publish(
      makeDraft({ [thuSy]: 1 }),
      makeDraft({ [thuSy]: 2 }, { period: JULY, indicator: "on-time-rate" }),
    );
    const view = await open.ranked({ scope: tienLu, indicators: [indicatorOf("on-time-rate")] });
    expect(view.period).toBe(JULY);
  });

  it("names the stored periods beside its own", async () => {
    const periods = ["2024-05", "2024-07", "2024-08"].map(toPeriod);
    await publish(...periods.map((period) => makeDraft({ [thuSy]: 1 }, { period })));
    expect((await open.ranked({ scope: tienLu })).neighbours).toEqual({ older: JULY, newer: null });
    expect((await open.ranked({ scope: tienLu, period: exactly(JULY) })).neighbours).toEqual({
      older: "2024-05",
      newer: AUGUST,
    });
  });

  it("says what periods there are when the one asked for has nothing, and when there is nothing at all", async () => {
    const ask = { scope: tienLu, kind: "areas", period: exactly("2023-01"), indicators: [] } as const;
    expect(await open.results.ranking(ask)).toEqual({ missing: "data", available: [] });
    await publish(makeDraft({ [thuSy]: 1 }, { period: JULY }), makeDraft({ [thuSy]: 1 }));
    expect(await open.results.ranking(ask)).toEqual({
      missing: "period",
      wished: "2023-01",
      available: [AUGUST, JULY],
    });
  });

  it("ranks communes and departments apart and says which other list there is", async () => {
    const [first, second] = communesOf(giaLai.id).map(({ id }) => id) as [string, string];
    await publish(inGiaLai({ [first]: 50, [office.id]: 70, [second]: 60 }));
    const areas = await open.ranked({ scope: giaLai });
    expect(areas.ranking.rows.map(({ unit }) => unit)).toEqual([second, first]);
    expect(areas.otherKinds).toEqual(["departments"]);
    const offices = await open.ranked({ scope: giaLai, kind: "departments" });
    expect(offices.ranking.rows.map(({ unit, rank }) => [unit, rank])).toEqual([[office.id, 1]]);
    expect(offices.ranking.missing).toEqual([]);
    expect(offices.otherKinds).toEqual(["areas"]);
  });

  it("misses today's communes that the sheet does not name, but none of the former era", async () => {
    const [first] = communesOf(giaLai.id).map(({ id }) => id) as [string];
    await publish(inGiaLai({ [first]: 50 }), makeDraft({ [thuSy]: 1 }));
    expect((await open.ranked({ scope: giaLai })).ranking.missing).toHaveLength(134);
    expect((await open.ranked({ scope: tienLu })).ranking.missing).toEqual([]);
  });
});

describe("units that received nothing", () => {
  const [idle, busy, third] = communesOf(giaLai.id).map(({ id }) => id) as [string, string, string];
  const received = (values: Readonly<Record<string, number>>, period = "2026-08") =>
    inGiaLai(values, { indicator: "dossiers-received", period: toPeriod(period) });

  it("are not ranked on points or rates, but on counts", async () => {
    await publish(
      received({ [idle]: 0, [busy]: 9, [third]: 5 }),
      inGiaLai({ [idle]: 0, [busy]: 12, [third]: 13 }, { indicator: "TDGQ" }),
    );
    const points = await open.ranked({ scope: giaLai, indicators: [indicatorOf("TDGQ")] });
    expect(points.ranking.rows.map(({ unit }) => unit)).toEqual([third, busy]);
    expect(points.ranking.idle).toEqual([idle]);
    const counts = await open.ranked({ scope: giaLai, indicators: [indicatorOf("dossiers-received")] });
    expect(counts.ranking.rows.map(({ unit }) => unit)).toContain(idle);
    expect(counts.ranking.idle).toEqual([]);
  });

  it("hold no place in the month before either", async () => {
    const five = communesOf(giaLai.id).slice(0, 5);
    const values = (of: (i: number) => number) => Object.fromEntries(five.map(({ id }, i) => [id, of(i)]));
    const rate = { indicator: "overdue-rate" };
    await publish(
      received(
        values((i) => (i === 0 ? 0 : 10)),
        "2026-07",
      ),
      inGiaLai(
        values((i) => i),
        { ...rate, period: toPeriod("2026-07") },
      ),
      received(values(() => 10)),
      inGiaLai(
        values((i) => i + 1),
        rate,
      ),
    );
    const view = await open.ranked({ scope: giaLai, indicators: [indicatorOf("overdue-rate")] });
    expect(view.ranking.rows.map(({ previousRank }) => previousRank)).toEqual([null, 1, 2, 3, 4]);
  });
});

describe("movement", () => {
  const month = (period: string, values: readonly number[], facts: DraftFacts = {}) => {
    const communes = communesOf(giaLai.id);
    const totals = Object.fromEntries(values.map((value, i) => [communes[i]?.id ?? "", value]));
    return inGiaLai(totals, { period: toPeriod(period), ...facts });
  };
  const moves = async () => (await open.ranked({ scope: giaLai })).ranking.rows.map(({ moved }) => moved);
  const comparison = async () => (await open.ranked({ scope: giaLai })).ranking.comparison;

  it("is measured against the stored month before", async () => {
    await publish(month("2026-07", [1, 2, 3]), month("2026-08", [9, 8, 1]));
    expect(await comparison()).toEqual({ kind: "sheet", over: null });
    expect(await moves()).toEqual([2, 0, -2]);
  });

  it("is not measured against any but the month right before", async () => {
    await publish(month("2026-06", [1, 2]), month("2026-08", [2, 1]));
    expect(await comparison()).toEqual({ kind: "none", reason: "no-earlier" });
  });

  it("is not told across the new basis of 2026 or of a cumulative period", async () => {
    await publish(month("2025-12", [1, 2]), month("2026-01", [2, 1]));
    expect(await comparison()).toEqual({ kind: "none", reason: "new-basis" });
    await publish(month("2026-01..2026-08", [2, 1]));
    expect(await comparison()).toEqual({ kind: "none", reason: "no-earlier" });
  });

  it("is not told of a period that was not over when its figures were extracted, on either side", async () => {
    const during = { asOf: "2026-08-31T23:00:00+07:00" };
    const after = { asOf: "2026-09-01T00:00:00+07:00" };
    await publish(month("2026-07", [1, 2]), month("2026-08", [2, 1], during));
    expect(await comparison()).toEqual({ kind: "none", reason: "open-period" });
    expect(await moves()).toEqual([null, null]);
    await publish(month("2026-08", [2, 1], { ...after, document: makeDocument("closed") }));
    expect(await comparison()).toEqual({ kind: "sheet", over: null });
    await publish(month("2026-07", [1, 2], { asOf: "2026-07-20T08:00:00+07:00" }));
    expect(await comparison()).toEqual({ kind: "none", reason: "open-period" });
  });
});

describe("the communes of a whole country", () => {
  const country = unitOf(COUNTRY_ID);
  const list = { scope: country, kind: "communes" } as const;
  const period = toPeriod("2026-08");

  it("are composed of the provinces' sheets, and the rest of the 3.321 are missing", async () => {
    const [one, other] = [communesOf("p52"), communesOf("p25")];
    await publish(
      makeDraft({ [one[0]?.id ?? ""]: 70, [office.id]: 99 }, { scope: "p52", period }),
      makeDraft({ [other[0]?.id ?? ""]: 80, [other[1]?.id ?? ""]: 70 }, { scope: "p25", period }),
      makeDraft({ p52: 60, p25: 61 }, { scope: COUNTRY_ID, period }),
    );
    const view = await open.ranked(list);
    expect(view.ranking.rows.map(({ unit, rank, tied }) => [unit, rank, tied])).toEqual([
      [other[0]?.id, 1, false],
      [expect.any(String), 2, true],
      [expect.any(String), 2, true],
    ]);
    expect(view.ranking.rows.length + view.ranking.missing.length).toBe(3_321);
    expect(view.evidence.versions).toEqual([1, 1]);
    expect(view.otherKinds).toEqual(["areas"]);
    const areas = await open.ranked({ scope: country });
    expect(areas.ranking.rows.map(({ unit }) => unit)).toEqual(["p25", "p52"]);
    expect(areas.ranking.missing).toHaveLength(32);
    expect(areas.otherKinds).toEqual(["communes"]);
  });

  it("move among all that are listed, not within their province", async () => {
    const [one, other] = [communesOf("p52")[0]?.id ?? "", communesOf("p25")[0]?.id ?? ""];
    const sheets = (at: string, here: number, there: number) => [
      makeDraft({ [one]: here }, { scope: "p52", period: toPeriod(at) }),
      makeDraft({ [other]: there }, { scope: "p25", period: toPeriod(at) }),
    ];
    await publish(...sheets("2026-07", 10, 20), ...sheets("2026-08", 30, 20));
    expect((await open.ranked(list)).ranking.rows.map(({ unit, moved }) => [unit, moved])).toEqual([
      [one, 1],
      [other, -1],
    ]);
  });
});

describe("the evidence of a ranking", () => {
  it("is of the figures shown: their documents and moments, and no others'", async () => {
    const document = makeDocument("progress", { provisional: true });
    const facts = { indicator: "on-time-rate", document, asOf: "2024-09-03T08:00:00+07:00" };
    await publish(makeDraft({ [thuSy]: 1, [haiThang]: 2 }, { asOf: "2024-09-01T08:00:00+07:00" }));
    await publish(makeDraft({ [thuSy]: 3 }, facts));
    await publish(makeDraft({ [haiThang]: 4, [cuongChinh]: 5 }, { document: makeDocument("late") }));
    const { evidence } = await open.ranked({ scope: tienLu });
    expect(evidence).toMatchObject({
      provisional: false,
      versions: [3],
      checkCode: (await open.sheets.current(tienLu.id, AUGUST))?.checkCode,
      asOf: { from: "2024-09-01T08:00:00+07:00", to: "2024-09-01T08:00:00+07:00" },
      partlyDated: true,
      sample: false,
    });
    expect(evidence.documents.map(({ id }) => id)).toEqual(["letter", "late"]);
    const progress = await open.ranked({ scope: tienLu, indicators: [indicatorOf("on-time-rate")] });
    expect(progress.evidence).toMatchObject({ provisional: true, partlyDated: false });
    expect(progress.evidence.documents.map(({ id }) => id)).toEqual(["progress"]);
  });

  it("gives the span of several moments, and none where no document says", async () => {
    await publish(makeDraft({ [thuSy]: 1 }, { asOf: "2024-09-02T08:00:00+07:00" }));
    await publish(
      makeDraft({ [haiThang]: 1 }, { asOf: "2024-09-01T08:00:00+07:00", document: makeDocument("b") }),
    );
    expect((await open.ranked({ scope: tienLu })).evidence.asOf).toEqual({
      from: "2024-09-01T08:00:00+07:00",
      to: "2024-09-02T08:00:00+07:00",
    });
    await publish(makeDraft({ [thuSy]: 1 }, { period: JULY }));
    const july = await open.ranked({ scope: tienLu, period: exactly(JULY) });
    expect(july.evidence).toMatchObject({ asOf: null, partlyDated: false });
  });
});
