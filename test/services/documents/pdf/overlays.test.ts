import { describe, expect, it } from "vitest";
import { OVERDRAWN } from "#services/documents/neutral.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";
import { letterOverlay, OVERLAYS } from "#test/support/made-letters/letter-overlays.ts";
import { scoreOf } from "#test/support/made-letters/letter-score.ts";
import { madeLetter } from "#test/support/made-letters/made-letter.ts";
import { printLetters } from "#test/support/made-letters/print-letters.ts";
import { textAt, tinyPdf } from "#test/support/tiny-pdf.ts";

const readPage = (content: string) => readDocument({ name: "", bytes: tinyPdf([{ content }]) });

/** Three columns and three rows, 100 by 20 points each, from (100, 700) down; the last cell is empty. */
const GRID = [100, 200, 300, 400]
  .map((x) => `${x} 640 m ${x} 700 l S\n`)
  .concat([640, 660, 680, 700].map((y) => `100 ${y} m 400 ${y} l S\n`))
  .join("");
const ROWS = [
  ["Xa An", "88,03", "17,2"],
  ["Xa Vu", "87,1", "16,9"],
  ["Xa Ky", "80,25", ""],
];
const CELLS = ROWS.flatMap((row, r) => row.map((text, c) => textAt(110 + c * 100, 685 - r * 20, text)));
const LINES = [600, 580, 560].map((y) => textAt(60, y, "Tren day la ket qua danh gia cua cac xa"));
const TABLE = GRID + CELLS.join("") + LINES.join("");
const red = (content: string): string => `1 0 0 rg\n${content}0 0 0 rg\n`;

const isFlagged = (cell: string | undefined): boolean => cell?.includes(OVERDRAWN.trim()) ?? false;

describe("what was laid over a table", () => {
  it("is told behind everything else, and takes no figure with it", async () => {
    const document = await readPage(
      TABLE + red(textAt(205, 671, "UBND XA", 15) + textAt(215, 657, "MOT", 15)),
    );
    expect(tablesOf(document)).toEqual([ROWS]);
    expect(textsOf(document).slice(-2)).toEqual(["UBND XA", "MOT"]);
  });

  it("is known by its size where its ink is the text's", async () => {
    expect(tablesOf(await readPage(TABLE + textAt(205, 660, "BAN SAO", 30)))).toEqual([ROWS]);
  });

  it("with a figure of its own leaves the cells in doubt that it lies in", async () => {
    const stamp = red(textAt(205, 672, "Sua: 78,30", 15) + textAt(330, 648, "412", 15));
    const [rows] = tablesOf(await readPage(TABLE + stamp));
    expect(rows?.[0]).toEqual(ROWS[0]);
    expect(isFlagged(rows?.[1]?.[1])).toBe(true);
    expect(isFlagged(rows?.[2]?.[2])).toBe(true);
  });

  it("is a correction where it is a figure alone: the cell is in doubt", async () => {
    const [rows] = tablesOf(await readPage(TABLE + red(textAt(212, 667, "78,30"))));
    expect(isFlagged(rows?.[1]?.[1])).toBe(true);
  });

  it("is not a name that runs into the next cell", async () => {
    const name = red(textAt(110, 665, "Xa Vu moi sap nhap vao thang bay"));
    const [rows] = tablesOf(await readPage(TABLE.replace(textAt(110, 665, "Xa Vu"), name)));
    expect(rows?.[1]?.[0]).toContain("Xa Vu");
    expect(isFlagged(rows?.[1]?.[1])).toBe(true);
  });

  it("is not a row in another ink", async () => {
    const row = CELLS.slice(3, 6).join("");
    expect(tablesOf(await readPage(TABLE.replace(row, red(row))))).toEqual([ROWS]);
  });
});

describe("boxes of stamps", () => {
  const box = (left: number, bottom: number, ink = "1 0 0 RG"): string =>
    `${ink}\n${left} ${bottom} 75 35 re S\n0 0 0 RG\n`;

  it.each([
    ["across a table", box(170, 650)],
    ["of the table's ink", box(170, 650, "0 0 0 RG")],
    ["at a table's edge", box(150, 603)],
  ])("%s part no cells", async (_, drawn) => {
    expect(tablesOf(await readPage(TABLE + drawn))).toEqual([ROWS]);
  });

  it("are not the borders of a cell that is set off", async () => {
    const upright = [200, 300].map((x) => `${x} 660 m ${x} 680 l S\n`).join("");
    const level = [660, 680].map((y) => `200 ${y} m 300 ${y} l S\n`).join("");
    const around = [660, 680].map((y) => `100 ${y} m 200 ${y} l S\n300 ${y} m 400 ${y} l S\n`).join("");
    const sides = [200, 300].map((x) => `${x} 640 m ${x} 660 l S\n${x} 680 m ${x} 700 l S\n`).join("");
    const whole = [100, 400].map((x) => `${x} 640 m ${x} 700 l S\n`).join("");
    const ends = [640, 700].map((y) => `100 ${y} m 400 ${y} l S\n`).join("");
    const grid = `${whole}${ends}${around}${sides}1 0 0 RG\n${upright}${level}0 0 0 RG\n`;
    expect(tablesOf(await readPage(grid + CELLS.join("") + LINES.join("")))).toEqual([ROWS]);
  });
});

/** Ruled, dotted, open at the sides, boxes, without rules; one page and several. */
const SEEDS = [40_002, 40_009, 40_012, 40_019, 40_023, 40_025, 40_029, 40_035];

describe("letters that Chromium prints", async () => {
  for (const name of OVERLAYS) {
    const printed = await printLetters(SEEDS, madeLetter, ({ seed }) => letterOverlay(name, seed).html);

    it(`give no wrong cell under a ${name}, and leave few in doubt`, async () => {
      for (const { letter, pdf } of printed) {
        const { right, flagged, wrong } = scoreOf(letter, await readDocument({ name: "", bytes: pdf }));
        expect(wrong, `seed ${letter.seed}`).toEqual([]);
        expect(flagged, `seed ${letter.seed}`).toBeLessThanOrEqual((right + flagged) * 0.1);
      }
    });
  }
});
