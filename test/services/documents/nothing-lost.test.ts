import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Extraction } from "#services/documents/extraction.ts";
import { read } from "#test/services/documents/reading.ts";

const HEAD = `UBND HUYỆN TIÊN LỮ
Số: 412/UBND-VP
Tiên Lữ, ngày 05 tháng 10 năm 2024
Kết quả Bộ chỉ số 766 tháng 9/2024 của các xã

`;
const UNITS = [
  "Thủ Sỹ",
  "Nhật Tân",
  "Hưng Đạo",
  "Lệ Xá",
  "An Viên",
  "Cương Chính",
  "Thiện Phiến",
  "Trung Dũng",
];

/** Columns whose meaning is known, with figures of their kind. */
const COLUMNS = [
  { head: "Điểm tổng hợp", id: "TOTAL", least: 6_000, most: 9_999 },
  { head: "Tiến độ giải quyết hồ sơ", id: "on-time-rate", least: 6_000, most: 10_000 },
  { head: "Tỷ lệ thanh toán trực tuyến (%)", id: "online-payment-rate", least: 2_500, most: 9_900 },
  { head: "Tỷ lệ số hóa hồ sơ (%)", id: "digitisation-rate", least: 2_500, most: 9_900 },
] as const;
type Known = (typeof COLUMNS)[number];

/** What may stand in a cell, from the figure meant; `value`: what may be taken of it, null = nothing. */
type Dress = (figure: string) => string;
const PLAIN: Dress = (figure) => figure;
const DRESSES: readonly Dress[] = [
  (figure) => `'${figure}`,
  (figure) => figure.replace(",", "."),
  (figure) => `${figure}\u00a0`,
  (figure) => `\u200b${figure}`,
];
const NOTHINGS = ["-", "–", "—", "N/A", "…", "Không phát sinh"];
const ODD: readonly Dress[] = [
  (figure) => figure.replace(/\d(?=,|$)/u, "O"),
  (figure) => `${figure} (hạng 3)`,
  (figure) => `${figure},1,1`,
  () => "12/11",
  () => "7".repeat(60),
];

interface CellPlan {
  readonly text: string;
  /** Figure that may be taken from it; null = none. */
  readonly figure: number | null;
}

const cellOf = (column: Known): fc.Arbitrary<CellPlan> =>
  fc.integer({ min: column.least, max: column.most }).chain((hundredths) => {
    const value = hundredths / 100;
    const written = String(value).replace(".", ",");
    const shown = (dress: Dress) => ({ text: dress(written), figure: value });
    return fc.oneof(
      { weight: 14, arbitrary: fc.constant(shown(PLAIN)) },
      { weight: 2, arbitrary: fc.constantFrom(...DRESSES).map(shown) },
      { weight: 1, arbitrary: fc.constantFrom(...NOTHINGS).map((text) => ({ text, figure: null })) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...ODD).map((dress) => ({ text: dress(written), figure: null })),
      },
    );
  });

const NOTES = ["", "", "Đạt", "Chưa đạt", "Còn 3 hồ sơ quá hạn"];

interface Letter {
  readonly columns: readonly Known[];
  readonly rows: readonly {
    readonly unit: string;
    readonly cells: readonly CellPlan[];
    readonly note: string;
  }[];
  readonly hasNotes: boolean;
  readonly separator: string;
  /** Index of a row that lost one of its cells; beyond the end = none. */
  readonly damaged: number;
}

const letters: fc.Arbitrary<Letter> = fc
  .record({
    columns: fc.shuffledSubarray([...COLUMNS], { minLength: 1 }),
    units: fc.shuffledSubarray(UNITS, { minLength: 4 }),
    hasNotes: fc.boolean(),
    separator: fc.constantFrom("\t", "\t", " | ", "  ", " ", "\n"),
    damaged: fc.integer({ min: 0, max: 20 }),
  })
  .chain(({ columns, units, hasNotes, separator, damaged }) =>
    fc
      .tuple(...units.map(() => fc.tuple(fc.tuple(...columns.map(cellOf)), fc.constantFrom(...NOTES))))
      .map((rows): Letter => {
        const showsEmpty = separator === "\t" || separator === " | ";
        return {
          columns,
          separator,
          damaged,
          hasNotes: hasNotes && showsEmpty,
          rows: rows.map(([cells, note], i) => ({
            unit: units[i] ?? "",
            cells,
            note: hasNotes && showsEmpty ? note : "",
          })),
        };
      }),
  );

function textOf({ columns, rows, hasNotes, separator, damaged }: Letter): string {
  const notes = (note: string) => (hasNotes ? [note] : []);
  const heads = ["Stt", "Tên đơn vị", ...columns.map(({ head }) => head), ...notes("Ghi chú")];
  const body = rows.map(({ unit, cells, note }, i) => {
    const all = [`${i + 1}`, `xã ${unit}`, ...cells.map(({ text }) => text), ...notes(note)];
    return i === damaged ? all.toSpliced(2, 1) : all;
  });
  return `${HEAD}${[heads, ...body].map((row) => row.join(separator)).join("\n")}\n`;
}

/** Figures that stand with a unit or an indicator that the letter gives them not to. */
function wrongFigures({ columns, rows }: Letter, { sheets }: Extraction): readonly string[] {
  return sheets
    .flatMap((sheet) => sheet.rows)
    .flatMap(({ unit, indicator, value, change, rank }) => {
      const row = rows.find((each) => `xã ${each.unit}` === unit);
      const meant = row?.cells[columns.findIndex(({ id }) => id === indicator)];
      const isRight = meant !== undefined && meant.figure === value && change === null && rank === null;
      return isRight ? [] : [`${unit} ${indicator} ${value}`];
    });
}

/** Figures that were neither taken nor told by their unit's name. */
function vanished({ columns, rows }: Letter, { sheets, warnings, unread }: Extraction): readonly string[] {
  const taken = sheets.flatMap((sheet) => sheet.rows);
  const told = JSON.stringify([warnings, unread]);
  return rows.flatMap(({ unit, cells, note }) => {
    if (told.includes(unit)) return [];
    const lost = cells.filter(({ figure, text }, i) => {
      const isTaken = taken.some(
        (row) => row.unit === `xã ${unit}` && row.indicator === columns[i]?.id && row.value === figure,
      );
      return /\d/u.test(text) && !isTaken;
    });
    return [...lost.map(({ text }) => text), ...(/\d/u.test(note) ? [note] : [])].map(
      (text) => `${unit} ${text}`,
    );
  });
}

describe("a letter with a table", () => {
  it("loses no figure in silence and gives none to another unit or indicator", async () => {
    await fc.assert(
      fc.asyncProperty(letters, async (letter) => {
        const extraction = await read(textOf(letter));
        expect(wrongFigures(letter, extraction)).toEqual([]);
        expect(
          vanished({ ...letter, rows: letter.rows.filter((_, i) => i !== letter.damaged) }, extraction),
        ).toEqual([]);
        const damaged = letter.rows[letter.damaged];
        if (damaged?.cells.slice(1).some(({ text }) => /\d/u.test(text)))
          expect(JSON.stringify([extraction.warnings, extraction.unread])).toContain(damaged.unit);
      }),
      { numRuns: 120, seed: 766 },
    );
  });
});
