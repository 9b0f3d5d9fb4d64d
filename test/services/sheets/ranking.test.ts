import { describe, expect, it } from "vitest";
import { type RankOptions, rankUnits } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import { makeObservation } from "#test/services/sheets/make.ts";
import { TIEN_LU, tienLuObservations } from "#test/services/sheets/tien-lu.ts";

type Values = Readonly<Record<string, number | null>>;

const observed = (values: Values): readonly Observation[] =>
  Object.entries(values).map(([unit, value]) => makeObservation(unit, value));

function rank(values: Values | readonly Observation[], more: Partial<RankOptions> = {}) {
  const observations = Array.isArray(values) ? (values as Observation[]) : observed(values as Values);
  const expected = observations.map(({ unit }) => unit);
  const indicator = { id: "TOTAL", direction: "up", measure: "points" } as const;
  return rankUnits({ indicator, observations, expected, earlier: "no-earlier", ...more });
}

const ranksOf = (ranking: ReturnType<typeof rank>) => ranking.rows.map((row) => [row.unit, row.rank]);
const movesOf = (ranking: ReturnType<typeof rank>) =>
  Object.fromEntries(ranking.rows.map((row) => [row.unit, row.moved]));

describe("ranking", () => {
  it("gives competition ranks, best first, and says who shares one", () => {
    const { rows } = rank({ a: 80, b: 90, c: 90, d: 95 });
    expect(rows.map((row) => [row.unit, row.rank, row.tied])).toEqual([
      ["d", 1, false],
      ["b", 2, true],
      ["c", 2, true],
      ["a", 4, false],
    ]);
  });

  it("tells values apart that look the same when rounded", () => {
    expect(ranksOf(rank({ a: 88.0301, b: 88.0302, c: 88.03 }))).toEqual([
      ["b", 1],
      ["a", 2],
      ["c", 3],
    ]);
  });

  it("ranks the lowest first where lower is better", () => {
    const indicator = { id: "overdue-dossiers", direction: "down", measure: "count" } as const;
    expect(ranksOf(rank({ a: 23, b: 0, c: 5, d: 5 }, { indicator }))).toEqual([
      ["b", 1],
      ["c", 2],
      ["d", 2],
      ["a", 4],
    ]);
  });

  it("lists a unit without a value as missing, and one with zero as the last", () => {
    const ranking = rank({ a: 50, b: null, c: 0 }, { expected: ["a", "b", "c", "never named"] });
    expect(ranksOf(ranking)).toEqual([
      ["a", 1],
      ["c", 2],
    ]);
    expect(ranking.missing).toEqual(["b", "never named"]);
  });

  it("neither ranks nor misses a unit that had nothing to measure", () => {
    const ranking = rank({ a: 50, office: 0 }, { idle: new Set(["office"]) });
    expect(ranksOf(ranking)).toEqual([["a", 1]]);
    expect(ranking.missing).toEqual([]);
    expect(ranking.idle).toEqual(["office"]);
  });

  it("says nothing of an empty list", () => {
    expect(rank({})).toEqual({
      rows: [],
      missing: [],
      idle: [],
      published: false,
      comparison: { kind: "none", reason: "no-earlier" },
    });
  });
});

describe("published ranks", () => {
  const meLinh = makeObservation("Mê Linh", 68.38, { change: 0.31, rank: 13, of: 30 });

  it("are kept when only a part of the list is held", () => {
    const ranking = rank([meLinh]);
    expect(ranking.published).toBe(true);
    expect(ranking.rows).toMatchObject([
      { unit: "Mê Linh", rank: 13, tied: false, change: 0.31, moved: null },
    ]);
  });

  it("put the rows in their own order, never tied by us", () => {
    const soc = makeObservation("Sóc Sơn", 68.38, { rank: 14, of: 30 });
    expect(rank([soc, meLinh]).rows.map((row) => [row.unit, row.rank, row.tied])).toEqual([
      ["Mê Linh", 13, false],
      ["Sóc Sơn", 14, false],
    ]);
  });

  it("give way to ours when the whole list is held", () => {
    const whole = [
      makeObservation("a", 70, { rank: 2, of: 2 }),
      makeObservation("b", 60, { rank: 1, of: 2 }),
    ];
    expect(rank(whole).published).toBe(false);
    expect(ranksOf(rank(whole))).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  it("are not seen in what a count is out of", () => {
    expect(rank([makeObservation("Tiên Lữ", 16, { of: 16 })]).published).toBe(false);
  });
});

describe("a published change", () => {
  const letter = [
    makeObservation("a", 80.18, { change: -3.2 }),
    makeObservation("b", 79.03, { change: 0.04 }),
    makeObservation("c", 70, { change: 1 }),
  ];
  const stored = observed({ a: 83.28, b: 79, c: 69 });

  it("gives way to the stored figures, and is kept beside them where it contradicts them", () => {
    const { rows, comparison } = rank(letter, { earlier: stored });
    expect(comparison).toEqual({ kind: "sheet", over: null });
    expect(
      rows.map(({ previousValue, change, publishedChange, derived }) => [
        previousValue,
        change,
        publishedChange,
        derived,
      ]),
    ).toEqual([
      [83.28, -3.1, -3.2, false],
      [79, 0.03, null, false],
      [69, 1, null, false],
    ]);
  });

  it("is reckoned back only for units of which nothing is stored", () => {
    const { rows, comparison } = rank(letter, { earlier: observed({ a: 83.28 }) });
    expect(comparison).toEqual({ kind: "published" });
    expect(rows.map(({ previousValue, derived }) => [previousValue, derived])).toEqual([
      [83.28, false],
      [78.99, true],
      [69, true],
    ]);
  });

  it("of counts has to fit exactly", () => {
    const indicator = { id: "overdue-dossiers", direction: "down", measure: "count" } as const;
    const counts = [makeObservation("a", 17, { change: 4 }), makeObservation("b", 5, { change: 0 })];
    const { rows } = rank(counts, { indicator, earlier: observed({ a: 14, b: 5 }) });
    expect(rows.map(({ unit, publishedChange }) => [unit, publishedChange])).toEqual([
      ["b", null],
      ["a", 4],
    ]);
  });
});

describe("movement", () => {
  it("follows from the changes that a letter publishes for all units: Tiên Lữ, August 2024", () => {
    const ranking = rank(tienLuObservations);
    expect(ranking.comparison).toEqual({ kind: "published" });
    expect(
      ranking.rows.map(({ unit, value, change, moved }) => ({ unit, total: value, change, moved })),
    ).toEqual(TIEN_LU);
  });

  it("derives July's values from August's changes without binary dust", () => {
    const before = Object.fromEntries(rank(tienLuObservations).rows.map((r) => [r.unit, r.previousValue]));
    expect(before).toMatchObject({
      "Thủ Sỹ": 82.67,
      "Nhật Tân": 89.03,
      "Ngô Quyền": 80.4,
      "Cương Chính": 85.88,
    });
  });

  it("is measured against the stored sheet when the changes are not all published", () => {
    const observations = [makeObservation("a", 90, { change: 5 }), makeObservation("b", 80)];
    const ranking = rank(observations, { earlier: observed({ a: 70, b: 75 }) });
    expect(ranking.comparison).toEqual({ kind: "sheet", over: null });
    expect(movesOf(ranking)).toEqual({ a: 1, b: -1 });
    expect(ranking.rows.map(({ change, publishedChange }) => [change, publishedChange])).toEqual([
      [20, 5],
      [5, null],
    ]);
  });

  it("counts places among the units of both lists, says how many, and none for a unit that is new", () => {
    const earlier = observed({ a: 10, b: 20, c: 30, d: 40, gone: 50 });
    const ranking = rank({ a: 35, b: 30, c: 20, d: 10, new: 50 }, { earlier });
    expect(movesOf(ranking)).toEqual({ a: 3, b: 1, c: -1, d: -3, new: null });
    expect(ranking.comparison).toEqual({ kind: "sheet", over: 4 });
  });

  it("is none where only another unit left the list", () => {
    const earlier = observed({ a: 90, b: 80, c: 70, d: 60, e: 50 });
    expect(movesOf(rank({ b: 80, c: 70, d: 60, e: 50 }, { earlier }))).toEqual({ b: 0, c: 0, d: 0, e: 0 });
  });

  it("gives a unit without an earlier value neither a change nor a place", () => {
    const earlier = observed({ a: 1, b: 2, c: 3, d: 4, e: null });
    const ranking = rank({ a: 5, b: 4, c: 3, d: 2, e: 1 }, { earlier });
    expect(ranking.rows.at(-1)).toMatchObject({ unit: "e", change: null, previousValue: null, moved: null });
  });

  it("is not told between different lists of units; a unit's own figure is still compared", () => {
    const ranking = rank({ a: 5, b: 4, c: 3 }, { earlier: observed({ a: 1, x: 2, y: 3 }) });
    expect(ranking.comparison).toEqual({ kind: "none", reason: "different-units" });
    expect(ranking.rows[0]).toMatchObject({ unit: "a", change: 4, previousValue: 1, moved: null });
  });

  it("is not told across a break, whose reason is handed on; a published change is", () => {
    const observations = [makeObservation("a", 5, { change: -1 }), makeObservation("b", 4)];
    const ranking = rank(observations, { earlier: "merger" });
    expect(ranking.comparison).toEqual({ kind: "none", reason: "merger" });
    expect(ranking.rows.map(({ change, moved }) => [change, moved])).toEqual([
      [-1, null],
      [null, null],
    ]);
  });

  it("is not told of a lone row whose change is published: its places are unknown", () => {
    const ranking = rank([makeObservation("a", 57.38, { change: 1 })]);
    expect(ranking.comparison.kind).toBe("none");
    expect(ranking.rows).toMatchObject([{ change: 1, previousValue: null, moved: null }]);
  });
});
