import { describe, expect, it } from "vitest";
import { NO_FONT } from "#services/documents/readers/pdf/font.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";
import { createDoubtCollector } from "#services/documents/readers/pictures/doubt-collector.ts";
import type { Engine } from "#services/documents/readers/pictures/engines/engines.ts";
import { layoutOfPicture } from "#services/documents/readers/pictures/page-layout.ts";
import { lostTables } from "#services/documents/readers/pictures/table/lost-tables.ts";
import { unruledTables } from "#services/documents/readers/pictures/table/unruled-tables.ts";
import { unruledDistrust } from "#services/documents/readers/pictures/table/unruled-trust.ts";
import { box, pageWith, straight } from "#test/services/documents/pictures/made-pages.ts";

const HEADS = ["STT", "Đơn vị", "Điểm", "Tăng, giảm"];
const row = (number: number, ...figures: readonly string[]): string[] => [
  `${number}`,
  "xã Tân Lập",
  ...figures,
];
const WIDTH = 1654;
const ROWS = [1, 2, 3, 4, 5, 6].map((number) => row(number, "88,03", "-1,44"));

describe("a table that only its columns show is taken", () => {
  it("when each row has a cell in each column and is numbered on", () => {
    expect(unruledDistrust([HEADS, ...ROWS])).toBeNull();
    expect(unruledDistrust([["", "", "Điểm", "Điểm"], HEADS, ...ROWS])).toBeNull();
    expect(unruledDistrust(ROWS)).toBeNull();
  });

  it("not when a cell is empty: its figure may stand in the row above", () => {
    expect(unruledDistrust([HEADS, ...ROWS, row(7, "", "2,00")])).toBe("columns");
  });

  it("not when a row is missing in the numbering", () => {
    expect(unruledDistrust([HEADS, ...ROWS.filter((_, i) => i !== 2)])).toBe("numbering");
  });
});

describe("a table whose borders are worn away", () => {
  const upright = (...places: readonly number[]) => places.map((at) => ({ at, from: 400, to: 700 }));
  it("is seen by the upright strokes that no table found accounts for", () => {
    expect(lostTables(upright(200, 300, 900, 1400), [], WIDTH)).toEqual([box(200, 400, 1400, 700)]);
    expect(lostTables(upright(200, 300, 900, 1400), [box(196, 396, 1404, 704)], WIDTH)).toEqual([]);
    expect(lostTables(upright(200, 300, 900, 1400), [box(196, 396, 1404, 500)], WIDTH)).toHaveLength(1);
  });

  it("is none where they are a sheet's edges, both circles of a stamp, or a code", () => {
    expect(lostTables(upright(4, 1650), [], WIDTH)).toEqual([]);
    expect(lostTables(upright(900, 908, 1190, 1198), [], WIDTH)).toEqual([]);
    expect(lostTables(upright(100, 130, 160, 190, 220), [], WIDTH)).toEqual([]);
  });

  it("is one of several on a page", () => {
    const lower = upright(200, 700, 1400).map((stroke) => ({ ...stroke, from: 1500, to: 1900 }));
    expect(lostTables([...lower, ...upright(200, 700, 1400)], [], WIDTH)).toEqual([
      box(200, 400, 1400, 700),
      box(200, 1500, 1400, 1900),
    ]);
  });
});

it("nothing of a table whose borders are worn away is read, and the paper says so", async () => {
  const borders = [100, 400, 900, 1500].map((at) => box(at, 300, at + 3, 900));
  const letters = [320, 420, 520, 620].flatMap((top) =>
    [150, 450, 950].map((left) => box(left, top, left + 60, top + 24)),
  );
  const asked: string[] = [];
  const engine: Engine = {
    read: async () => "88,03",
    readLines: async (picture) => {
      asked.push(`${picture.width}`);
      return [];
    },
  };
  const { items, notes } = await layoutOfPicture({
    page: straight(pageWith(WIDTH, 2338, [...borders, ...letters])),
    number: 2,
    pointsAPixel: 0.36,
    engines: { figures: engine, shapes: engine, letters: engine, close: async () => undefined },
    doubts: createDoubtCollector(),
    onWork: () => undefined,
  });
  expect({ items, notes, asked }).toEqual({
    items: [],
    notes: [{ code: "untrusted-table", facts: { page: 2, why: "borders" } }],
    asked: [],
  });
});

describe("rows of figures without lines", () => {
  const word = (text: string, start: number, middle: number): Word => ({
    text,
    start,
    end: start + text.length * 6,
    middle,
    size: 13,
    turn: 0,
    isHidden: false,
    ink: "",
    font: NO_FONT,
    letters: [],
  });
  const line = (number: number, ...figures: readonly string[]): Word[] =>
    ["xã Tân Lập", ...figures].map((text, i) => word(text, 60 + i * 100, 100 + number * 20));
  const lines = (count: number, from = 0): Word[] =>
    Array.from({ length: count }, (_, i) => line(from + i, "88,03", "▯▯,▯▯")).flat();

  it("are a table, whose doubtful figures count as such", () => {
    const { tables, distrusts, rest } = unruledTables([...lines(4), word("Nơi nhận:", 60, 400)]);
    expect(tables.map(({ rows }) => rows)).toEqual([
      Array.from({ length: 4 }, () => ["xã Tân Lập", "88,03", "▯▯,▯▯"]),
    ]);
    expect(distrusts).toEqual([]);
    expect(rest.map(({ text }) => text)).toEqual(["Nơi nhận:"]);
  });

  it("that no table took are told, and nothing is read from them", () => {
    const slipping = Array.from({ length: 4 }, (_, i) => [
      word("xã Tân Lập", 60, 100 + i * 20),
      word("88,03", 170 + i * 60, 100 + i * 20),
      word("9,5", 500 - i * 60, 100 + i * 20),
    ]).flat();
    expect(unruledTables(slipping)).toEqual({ tables: [], distrusts: ["columns"], rest: [] });
  });

  it("that stand apart from the table they belong to are told as well", () => {
    const { tables, distrusts } = unruledTables([...lines(4), ...lines(1, 20)]);
    expect(tables).toHaveLength(1);
    expect(distrusts).toEqual(["columns"]);
  });
});
