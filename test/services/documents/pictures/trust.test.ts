import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellPicture } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";
import { areStacked } from "#services/documents/readers/pictures/table/stacked.ts";
import { toldNumbers } from "#services/documents/readers/pictures/table/told-numbers.ts";
import {
  type BodyRow,
  distrustOf,
  isBeyondDoubt,
  ordinalColumn,
} from "#services/documents/readers/pictures/table/trust.ts";
import { box } from "#test/services/documents/pictures/made-pages.ts";

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

  it("never when most figures of a row stand in two lines: a line between two rows was not seen", () => {
    const [first = row(), ...others] = numbers(1, 2, 3, 4);
    expect(judged([{ ...first, isStacked: true }, ...others])).toBe("columns");
  });

  it("told by worn borders: never without numbers of its rows, a row without one, or a cell over two columns", () => {
    const rows = numbers(1, 2, 3);
    const [first = row(), ...others] = rows;
    expect(isBeyondDoubt(rows, 0)).toBe(true);
    expect(isBeyondDoubt([heading, ...numbers(1, null, 3)], 0)).toBe(true);
    expect(isBeyondDoubt(rows, null)).toBe(false);
    expect(isBeyondDoubt([...rows, row("", "xã Tân Lập", "88,03", "100")], 0)).toBe(false);
    expect(isBeyondDoubt([{ ...first, hasSpans: true }, ...others], 0)).toBe(false);
  });

  it("figures stand in two lines where one lies wholly under the other; marks and commas are no line", () => {
    const cell = (...boxes: readonly PixelBox[]) => ({ components: boxes }) as unknown as CellPicture;
    const single = cell(box(10, 10, 24, 34), box(26, 30, 30, 38), box(32, 11, 46, 34));
    const double = cell(box(10, 10, 24, 34), box(10, 50, 24, 74));
    expect(areStacked([single, single, null])).toBe(false);
    expect(areStacked([double, single, single])).toBe(false);
    expect(areStacked([double, double, single])).toBe(true);
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
