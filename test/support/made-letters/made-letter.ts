import { createRandom, type Random } from "#test/support/random.ts";

export interface MadeHead {
  readonly text: string;
  /** Columns and rows it covers. */
  readonly columns: number;
  readonly rows: number;
}

export type Borders = "all" | "double" | "dotted" | "boxes" | "level" | "none";

/** A letter with one table, as an office might write it. */
export interface MadeLetter {
  readonly seed: number;
  readonly heads: readonly (readonly MadeHead[])[];
  readonly body: readonly (readonly string[])[];
  /** Percent of the page's width. */
  readonly widths: readonly number[];
  readonly borders: Borders;
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly isLandscape: boolean;
  readonly isNumbered: boolean;
  /** Heads stand at the top of each page. */
  readonly isRepeated: boolean;
  readonly paragraphs: readonly string[];
}

const FONTS = [
  "Liberation Serif",
  "Liberation Sans",
  "Liberation Sans Narrow",
  "DejaVu Serif",
  "DejaVu Sans Condensed",
] as const;
const BORDERS = ["all", "all", "all", "double", "dotted", "boxes", "level", "none"] as const;

const NAMES = [
  "UBND xã Thủ Sỹ",
  "UBND thị trấn Vương",
  "Phường Nguyễn Nghiêm",
  "Xã Krông Nô",
  "Sở Nông nghiệp và Phát triển nông thôn",
  "Ban Quản lý Khu kinh tế và các khu công nghiệp",
  "Xã Đắk R'Lấp",
  "UBND phường Hưng Đạo",
  "Xã Ia O",
  "Trung tâm Phục vụ hành chính công",
] as const;

const COLUMNS = [
  "Công khai, minh bạch",
  "Tiến độ giải quyết",
  "Chất lượng giải quyết",
  "Thanh toán trực tuyến",
  "Số hóa hồ sơ",
  "Mức độ hài lòng",
  "Tổng số hồ sơ",
  "Tỷ lệ đúng hạn (%)",
] as const;

type Column = (random: Random) => string;

const decimal: Column = (random) =>
  `${random.between(0, 100)},${String(random.between(0, 99)).padStart(random.between(1, 2), "0")}`;
const KINDS: readonly Column[] = [
  decimal,
  decimal,
  (random) => `${random.next() < 0.4 ? "-" : ""}${decimal(random)}`,
  (random) => String(random.between(0, 400)),
  (random) => `${random.between(1, 400)}.${String(random.between(0, 999)).padStart(3, "0")}`,
  (random) => `${decimal(random)}%`,
  (random) => `${random.between(0, 40)}/${random.between(40, 63)}`,
];

/** The same letter for the same seed. */
export function madeLetter(seed: number): MadeLetter {
  const random = createRandom(seed);
  const borders = random.pick(BORDERS);
  const figures = random.between(2, 7);
  const kinds = Array.from({ length: figures }, () => random.pick(KINDS));
  const isSparse = borders !== "none" && random.next() < 0.3;
  const rows = random.between(4, random.next() < 0.3 ? 70 : 18);
  const cell = (kind: Column): string => {
    if (isSparse && random.next() < 0.1) return "";
    return random.next() < 0.03 ? "-" : kind(random);
  };
  return {
    seed,
    heads: headsOf(random, figures),
    body: Array.from({ length: rows }, (_, i) => [String(i + 1), random.pick(NAMES), ...kinds.map(cell)]),
    widths: [7, 93 - figures * random.between(8, 10), ...kinds.map(() => 0)],
    borders,
    font: random.pick(FONTS),
    size: random.between(18, 26) / 2,
    isLandscape: figures > 5 || random.next() < 0.2,
    isNumbered: random.next() < 0.5,
    isRepeated: random.next() < 0.7,
    paragraphs: [
      "Văn phòng UBND tỉnh thông báo kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công tháng 8/2024 như sau:",
      "Yêu cầu Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các xã, phường, thị trấn khắc phục ngay các nhóm chỉ số còn thấp và báo cáo trước ngày 20/9/2024./.",
    ],
  };
}

/** One row of heads, or two with one head over several columns. */
function headsOf(random: Random, figures: number): readonly (readonly MadeHead[])[] {
  const names = Array.from({ length: figures }, (_, i) => COLUMNS[(i + figures) % COLUMNS.length] ?? "Điểm");
  const single = (text: string, rows: number): MadeHead => ({ text, columns: 1, rows });
  const isHigh = figures > 3 && random.next() < 0.5;
  if (!isHigh) return [["STT", "Cơ quan, đơn vị", ...names].map((text) => single(text, 1))];
  const shared = figures - 1;
  return [
    [
      single("STT", 2),
      single("Cơ quan, đơn vị", 2),
      { text: "Điểm thành phần", columns: shared, rows: 1 },
      single(names.at(-1) ?? "Tổng", 2),
    ],
    names.slice(0, shared).map((text) => single(text, 1)),
  ];
}

/** The rows of heads with each head in every cell it covers. */
export function headRows({ heads, body }: MadeLetter): readonly (readonly string[])[] {
  const width = body[0]?.length ?? 0;
  const rows = heads.map(() => Array<string | null>(width).fill(null));
  for (const [i, row] of heads.entries())
    for (const head of row) {
      const column = rows[i]?.indexOf(null) ?? 0;
      for (const covered of rows.slice(i, i + head.rows))
        covered.fill(head.text, column, column + head.columns);
    }
  return rows.map((row) => row.map((text) => text ?? ""));
}
