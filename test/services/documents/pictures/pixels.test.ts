import { describe, expect, it } from "vitest";
import { gridsOf } from "#services/documents/readers/pdf/grid.ts";
import { componentsIn } from "#services/documents/readers/pictures/pixels/components.ts";
import { evenLight } from "#services/documents/readers/pictures/pixels/even-light.ts";
import { inkOf } from "#services/documents/readers/pictures/pixels/ink-of.ts";
import { strokesOf, wornUprights } from "#services/documents/readers/pictures/pixels/line-runs.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";
import { sheetCorners } from "#services/documents/readers/pictures/pixels/sheet-corners.ts";
import { skewOf } from "#services/documents/readers/pictures/pixels/skew.ts";
import { toGrey } from "#services/documents/readers/pictures/pixels/to-grey.ts";
import {
  levelled,
  projection,
  rectified,
  scaled,
  warped,
} from "#services/documents/readers/pictures/pixels/warp.ts";
import { wornStrokes } from "#services/documents/readers/pictures/pixels/worn-strokes.ts";
import { tableRules } from "#services/documents/readers/pictures/table-rules.ts";
import { textParts } from "#services/documents/readers/pictures/text-parts.ts";
import { box, inkIn, pageWith, ruled } from "#test/services/documents/pictures/made-pages.ts";

/** Bars where lines of text would be. */
const lines = Array.from({ length: 12 }, (_, i) => box(60, 60 + i * 40, 540, 72 + i * 40));

describe("a picture becomes a straight page", () => {
  it("red stamps fade, blue ink and black letters stay", () => {
    const bytes = Uint8Array.from([220, 30, 30, 20, 40, 160, 0, 0, 0, 255, 255, 255]);
    const { grey } = toGrey({ width: 4, height: 1, channels: 3, bytes });
    expect(grey[0]).toBeGreaterThan(200);
    expect(grey[1]).toBeLessThan(60);
    expect([...grey.slice(2)]).toEqual([0, 255]);
  });

  it("paper in shadow is as white as paper in light, and ink stays ink", () => {
    const page = pageWith(320, 320, [box(20, 20, 30, 300), box(290, 20, 300, 300)]);
    const dim = {
      ...page,
      grey: page.grey.map((value, i) => (value * (60 + ((i % 320) / 320) * 195)) / 255),
    };
    const { grey } = evenLight(dim);
    const at = (x: number, y: number) => grey[y * 320 + x] ?? 0;
    for (const x of [8, 80, 160, 240, 312]) expect(at(x, 160)).toBeGreaterThan(215);
    expect(at(25, 160)).toBeLessThan(60);
    expect(at(295, 160)).toBeLessThan(60);
  });

  it("ink is what is darker than its surroundings, however dark these are", () => {
    const page = pageWith(120, 60, [box(10, 20, 14, 40), box(100, 20, 104, 40)]);
    const grey = page.grey.map((value, i) => (i % 120 < 60 ? value : Math.round(value * 0.45)));
    const ink = inkOf({ ...page, grey });
    const at = (x: number, y: number) => ink.bits[y * 120 + x];
    expect([at(12, 30), at(102, 30), at(40, 30), at(85, 30)]).toEqual([1, 1, 0, 0]);
  });

  it("the angle at which its lines fall is found and taken back", () => {
    const page = pageWith(600, 600, lines);
    for (const angle of [-2.4, -0.7, 0, 0.35, 1.9]) {
      const turned = levelled(page, -angle);
      expect(Math.abs(skewOf(inkIn(turned)) - angle)).toBeLessThan(0.11);
      expect(Math.abs(skewOf(inkIn(levelled(turned, angle))))).toBeLessThan(0.11);
    }
  });

  it("a sheet photographed aslant on a table is seen from above", () => {
    const sheet = pageWith(400, 600, [box(40, 40, 360, 50), box(40, 550, 360, 560)]);
    const corners = [
      { x: 60, y: 40 },
      { x: 430, y: 70 },
      { x: 450, y: 660 },
      { x: 30, y: 640 },
    ] as const;
    const square = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
      { x: 400, y: 600 },
      { x: 0, y: 600 },
    ] as const;
    const inPhoto = projection(corners, square);
    const photo = warped(sheet, 500, 720, inPhoto);
    const outside = photo.grey.map((value, i) => {
      const { x, y } = inPhoto(i % 500, Math.floor(i / 500));
      return x < 0 || y < 0 || x > 399 || y > 599 ? 70 : value;
    });
    const found = sheetCorners({ ...photo, grey: outside });
    for (const [i, corner] of corners.entries()) {
      expect(Math.abs((found?.[i]?.x ?? 0) - corner.x)).toBeLessThan(9);
      expect(Math.abs((found?.[i]?.y ?? 0) - corner.y)).toBeLessThan(9);
    }
    const flat = inkIn(rectified(photo, corners));
    expect(Math.abs(skewOf(flat))).toBeLessThan(0.2);
    expect(sheetCorners(sheet)).toBeNull();
  });

  it("keeps what it shows in another size", () => {
    const twice = scaled(pageWith(50, 40, [box(10, 10, 20, 20)]), 2);
    expect([twice.width, twice.height]).toEqual([100, 80]);
    expect(twice.grey[30 * 100 + 30]).toBe(0);
    expect(twice.grey[50 * 100 + 60]).toBe(255);
  });
});

describe("what a page shows", () => {
  it("ink that hangs together is one, corners too, and ends where the part does", () => {
    const ink = inkIn(pageWith(60, 40, [box(5, 5, 10, 10), box(10, 10, 14, 12), box(30, 8, 50, 30)]));
    const all = componentsIn(ink, box(0, 0, 60, 40));
    expect(all.map(({ left, top, right, bottom }) => [left, top, right, bottom])).toEqual([
      [5, 5, 14, 12],
      [30, 8, 50, 30],
    ]);
    expect(componentsIn(ink, box(40, 0, 60, 20))).toMatchObject([
      { left: 40, right: 50, top: 8, bottom: 20 },
    ]);
  });

  it("rules that meet draw a table; lines under words and lines of words do not", () => {
    const page = pageWith(900, 700, [
      ...ruled([100, 300, 500, 800], [100, 160, 220, 280]),
      box(200, 400, 520, 402),
      ...Array.from({ length: 40 }, (_, i) => box(100 + i * 12, 500, 107 + i * 12, 516)),
    ]);
    const grids = gridsOf(tableRules(strokesOf(inkIn(page), 40), 0.36));
    expect(grids.map(({ xs, ys, cells }) => [xs.length - 1, ys.length - 1, cells.length])).toEqual([
      [3, 3, 9],
    ]);
  });

  it("a dotted border is an upright stroke with gaps; letters of lines under each other are none", () => {
    const dots = Array.from({ length: 60 }, (_, i) => box(300, 100 + i * 4, 302, 102 + i * 4));
    const letters = Array.from({ length: 8 }, (_, i) => box(100, 100 + i * 28, 104, 118 + i * 28));
    const ink = inkIn(pageWith(600, 400, [...dots, ...letters]));
    expect(strokesOf(ink, 40).upright).toEqual([]);
    expect(wornUprights(ink, 120).map(({ at, from, to }) => [Math.round(at), from, to])).toEqual([
      [301, 100, 338],
    ]);
  });

  it("dashed borders draw a table; lines of letters, their serifs and solid blocks do not", () => {
    const [columns, rows] = [
      [100, 300, 500, 800],
      [100, 160, 220, 280, 340],
    ];
    const dashes = ruled(columns, rows).flatMap(({ left, top, right, bottom }) =>
      right - left > bottom - top
        ? Array.from({ length: (right - left) / 14 }, (_, i) =>
            box(left + i * 14, top, left + i * 14 + 7, bottom),
          )
        : Array.from({ length: (bottom - top) / 14 }, (_, i) =>
            box(left, top + i * 14, right, top + i * 14 + 7),
          ),
    );
    const letters = rows.flatMap((y) =>
      Array.from({ length: 9 }, (_, i) => [
        box(520 + i * 22, y + 20, 524 + i * 22, y + 42),
        box(515 + i * 22, y + 40, 530 + i * 22, y + 42),
      ]).flat(),
    );
    const grids = (boxes: readonly PixelBox[]) =>
      gridsOf(tableRules(wornStrokes(inkIn(pageWith(900, 500, boxes)), 120), 0.36));
    expect(
      grids([...dashes, ...letters]).map(({ xs, ys, cells }) => [xs.length, ys.length, cells.length]),
    ).toEqual([[4, 5, 12]]);
    expect(grids(letters)).toEqual([]);
    expect(strokesOf(inkIn(pageWith(900, 500, dashes)), 40)).toEqual({ level: [], upright: [] });
  });

  it("text stands in parts of lines; what a table covers, dirt and large drawings are none", () => {
    const page = pageWith(900, 700, [
      box(50, 50, 60, 70),
      box(66, 50, 200, 70),
      box(500, 50, 640, 70),
      box(100, 300, 300, 320),
      box(400, 500, 402, 502),
      box(600, 400, 800, 650),
    ]);
    expect(textParts(inkIn(page), [box(90, 290, 310, 330)])).toEqual([
      box(50, 50, 200, 70),
      box(500, 50, 640, 70),
    ]);
  });
});
