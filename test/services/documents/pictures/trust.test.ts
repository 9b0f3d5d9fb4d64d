import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toldNumbers } from "#services/documents/readers/pictures/table/told-numbers.ts";
import { type BodyRow, distrustOf, ordinalColumn } from "#services/documents/readers/pictures/table/trust.ts";

const FIGURES = [0, 2, 3];
const row = (...cells: readonly (string | null)[]): BodyRow => ({ cells, isWhole: true, isHeading: false });
const heading: BodyRow = { cells: ["A", "A", "A", "A"], isWhole: true, isHeading: true };
const numbers = (...all: readonly (number | null)[]): BodyRow[] =>
  all.map((number) => row(number === null ? null : String(number), "xã Tân Lập", "88,03", "100"));

function judged(rows: readonly BodyRow[]) {
  return distrustOf(rows, ordinalColumn(rows, FIGURES), FIGURES);
}

describe("a table of a scan is taken only where its rows can be trusted", () => {
  it("when its numbering runs on, from 1 or from a page before, and anew behind a heading", () => {
    expect(judged(numbers(1, 2, 3, 4))).toBeNull();
    expect(judged(numbers(16, 17, 18))).toBeNull();
    expect(judged([...numbers(1, 2, 3), heading, ...numbers(1, 2, 3)])).toBeNull();
    expect(judged([...numbers(1, 2, 3), heading, ...numbers(4, 5)])).toBeNull();
  });

  it("a number that could not be read is told by those around it", () => {
    expect(judged(numbers(1, null, 3, null))).toBeNull();
    expect(judged(numbers(null, 2, 3))).toBeNull();
    expect(judged(numbers(1, 2, 4, null, 6, null, 8, 9))).toBe("numbering");
    const torn = numbers(1, 2, 3, null, 5, null, 7, 8);
    expect(judged(torn)).toBeNull();
    expect(ordinalColumn(torn, FIGURES)).toBe(0);
  });

  it("any number of a run tells all others of it, and none beyond a heading", () => {
    expect(toldNumbers(numbers(null, null, 3, null), 0)).toEqual([1, 2, 3, 4]);
    expect(toldNumbers([...numbers(null, 17), heading, ...numbers(null, 2, null)], 0)).toEqual([
      ...[16, 17, null],
      ...[1, 2, 3],
    ]);
    expect(toldNumbers([...numbers(1), row("", "Tổng cộng", "88,03", "100"), ...numbers(null)], 0)).toEqual([
      ...[1, null, null],
    ]);
  });

  it("a row that is lost anywhere shows in the numbering", () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 40 }), fc.nat(), (length, at) => {
        const lost = 1 + (at % (length - 2));
        const all = Array.from({ length }, (_, i) => i + 1).filter((_, i) => i !== lost);
        expect(judged(numbers(...all))).toBe("numbering");
      }),
    );
    expect(judged(numbers(2, 3, 4, 5))).toBe("numbering");
  });

  it("not when cells run over several columns, nor when most figures are unclear", () => {
    expect(judged([...numbers(1, 2, 3), { ...row("4", "xã", "1", "1"), isWhole: false }])).toBe("columns");
    expect(judged(Array.from({ length: 5 }, (_, i) => row(String(i + 1), "xã", null, null)))).toBe("unclear");
  });

  it("a table without a numbering is judged by its columns alone", () => {
    const rows = [
      row("268763", "", "61827", "54"),
      row("68544", "", "11622", "6717"),
      row("1665", "", "54", "9"),
    ];
    expect(judged(rows)).toBeNull();
  });
});
