import { describe, expect, it } from "vitest";
import { cellPicture } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import { isFigure, readFigure, written } from "#services/documents/readers/pictures/cells/figure.ts";
import type { Engine, Engines } from "#services/documents/readers/pictures/engines/engines.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";
import { box, pageWith, ruled, straight } from "#test/services/documents/pictures/made-pages.ts";

const says = (text: string): Engine => ({ read: async () => text, readLines: async () => [] });
const engines = (figures: string, shapes: string): Engines => ({
  figures: says(figures),
  shapes: says(shapes),
  letters: says(""),
  close: async () => undefined,
});

const CELL = box(100, 100, 300, 160);
const DIGIT = 24;
/** Bars as high as digits, from `left` on. */
const digits = (count: number, left = 150): PixelBox[] =>
  Array.from({ length: count }, (_, i) => box(left + i * 20, 118, left + i * 20 + 12, 118 + DIGIT));

function cell(marks: readonly PixelBox[]) {
  const page = straight(pageWith(400, 260, [...ruled([100, 300], [100, 160]), ...marks]));
  const shown = cellPicture(page, CELL);
  if (!shown) throw new Error("the cell is empty");
  return shown;
}

describe("a figure of a scan", () => {
  it("is sure where both methods read the same value in a shape figures have", async () => {
    const two = cell(digits(2));
    expect((await readFigure(two, engines("88", "88"))).text).toBe("88");
    expect((await readFigure(two, engines("66", "88"))).text).toBeNull();
    expect((await readFigure(two, engines("", ""))).text).toBeNull();
    expect((await readFigure(two, engines("8,8,8", "8,8,8"))).text).toBeNull();
    expect((await readFigure(two, engines("66", "88"))).readings).toEqual(["66", "88"]);
  });

  it("is not when more signs stand there than were read", async () => {
    expect((await readFigure(cell(digits(3)), engines("88", "88"))).text).toBeNull();
    expect((await readFigure(cell(digits(3)), engines("888", "888"))).text).toBe("888");
  });

  it("is not when a % may have been taken for figures: fewer signs stand there than were read", async () => {
    expect((await readFigure(cell(digits(4)), engines("10096", "10096"))).text).toBeNull();
    expect((await readFigure(cell(digits(5)), engines("10096", "10096"))).text).toBe("10096");
    expect((await readFigure(cell(digits(6)), engines("293.796", "293.796"))).text).toBe("293.796");
    expect((await readFigure(cell(digits(4)), engines("70.396", "70.396"))).text).toBeNull();
    expect((await readFigure(cell(digits(3)), engines("88,96", "88,96"))).text).toBe("88,96");
  });

  it("is a percentage where one method saw a % and the other 96, unless as many signs stand there", async () => {
    expect((await readFigure(cell(digits(4)), engines("70,3%", "70.396"))).text).toBe("70,3%");
    expect((await readFigure(cell(digits(4)), engines("10096", "100%"))).text).toBe("100%");
    expect((await readFigure(cell(digits(5)), engines("70,3%", "70.396"))).text).toBeNull();
    expect((await readFigure(cell(digits(3)), engines("7%", "796"))).text).toBeNull();
  });

  it("keeps its minus sign, or is not sure", async () => {
    const minus = cell([box(130, 129, 139, 133), ...digits(2)]);
    expect((await readFigure(minus, engines("-88", "-88"))).text).toBe("-88");
    expect((await readFigure(minus, engines("88", "88"))).text).toBeNull();
  });

  it("is not when it goes on beyond its cell", async () => {
    expect((await readFigure(cell(digits(3, 252)), engines("88", "88"))).text).toBeNull();
    expect(
      (await readFigure(cell([...digits(2), box(292, 118, 308, 142)]), engines("88", "88"))).text,
    ).toBeNull();
  });

  it("borders inside its cell are none of it", () => {
    const { components, isCut } = cell([...digits(2), box(102, 100, 106, 160), box(100, 102, 300, 106)]);
    expect(components).toHaveLength(2);
    expect(isCut).toEqual({ left: false, right: false });
  });
});

it("worn marks are read as what they are", () => {
  expect(["88.03", "7.5%", "30.204", "70,396", "88.0396", "293.796", "— 0,80"].map(written)).toEqual([
    "88,03",
    "7,5%",
    "30.204",
    "70,3%",
    "88,03%",
    "293.796",
    "-0,80",
  ]);
  expect(["88,03", "-1,44", "100", "1.245.300", "13/63", "97,4%"].every(isFigure)).toBe(true);
  expect(["88,031", "1,2,3", "30.20", "", "-", "/100,", "1.24530"].some(isFigure)).toBe(false);
});
