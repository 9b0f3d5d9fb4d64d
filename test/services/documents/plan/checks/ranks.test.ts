import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ranksAgainstOrder } from "#services/documents/plan/checks/ranks.ts";
import { placesOf } from "#services/sheets/places.ts";
import type { UnitKind } from "#services/units/unit.ts";
import { makeChecked } from "#test/services/documents/plan/checks/make-checked.ts";
import { makeObservation } from "#test/services/sheets/make.ts";

type Row = readonly [unit: string, value: number, rank: number, of?: number];

const warned = (rows: readonly Row[], indicator = "TOTAL") =>
  ranksAgainstOrder(
    makeChecked(
      rows.map(([unit, value, rank, of = null]) => makeObservation(unit, value, { indicator, rank, of })),
    ),
  ).map(({ facts }) => `${facts.unit} ${facts.rank} < ${facts.ahead} ${facts.aheadRank}`);

describe("ranks that contradict the figures", () => {
  it("name the unit that stands behind a worse one, and that one", () => {
    expect(
      warned([
        ["Thủ Sỹ", 89.63, 1],
        ["Nhật Tân", 82.23, 2],
        ["Hưng Đạo", 88.12, 3],
        ["Lệ Xá", 87.31, 4],
      ]),
    ).toEqual(["Hưng Đạo 3 < Nhật Tân 2"]);
  });

  it("are told as well where only some units have a rank, and where less is better", () => {
    expect(
      warned([
        ["a", 70, 13, 30],
        ["b", 75, 20, 30],
      ]),
    ).toEqual(["b 20 < a 13"]);
    const overdue: readonly Row[] = [
      ["a", 3, 1],
      ["b", 0, 2],
    ];
    expect(warned(overdue, "overdue-dossiers")).toEqual(["b 2 < a 1"]);
    expect(warned(overdue)).toEqual([]);
  });

  it("are not those of lists apart: other indicators, departments, other denominators", () => {
    const observations = [
      makeObservation("a", 70, { rank: 1, of: 15 }),
      makeObservation("b", 75, { rank: 2, of: 20 }),
      makeObservation("c", 80, { rank: 3, of: 15, indicator: "TDGQ" }),
      makeObservation("Sở Y tế", 90, { rank: 4, of: 15 }),
    ];
    const kindOf = (unit: string): UnitKind => (unit.startsWith("Sở") ? "department" : "commune");
    expect(ranksAgainstOrder(makeChecked(observations, { kindOf }))).toEqual([]);
  });

  it("are never told of a list that is ranked by its figures", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 20 }), (values) => {
        const byUnit = new Map(values.map((value, i) => [`u${i}`, value]));
        const places = placesOf(byUnit, "up");
        const rows = [...byUnit].map(([unit, value]): Row => [unit, value, places.get(unit)?.rank ?? 0]);
        expect(warned(rows)).toEqual([]);
      }),
    );
  });
});
