import { describe, expect, it } from "vitest";
import { withoutCitizens } from "#services/documents/dossiers/without-citizens.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { p, row, table, wordFile } from "#test/services/documents/files/word-file.ts";
import { facts, read } from "#test/services/documents/reading.ts";
import {
  type ListedDossier,
  listRows,
  listText,
  listWorkbook,
  SECRETS,
  TITLE,
} from "#test/support/dossier-lists.ts";

const LATE: readonly ListedDossier[] = [
  { code: "H33.50.05.13-241001-0975", unit: "UBND xã Thủ Sỹ", field: "Đất đai", due: "20/10/2024", days: 9 },
  { code: "H33.50.05.13-241002-0976", unit: "Thủ Sỹ", field: "Hộ tịch", due: "17/10/2024", days: 11 },
  {
    code: "H33.50.05.14-241002-150012",
    unit: "xã Cương Chính",
    field: "hộ tịch",
    due: "29/10/2024",
    days: "2 ngày",
  },
  {
    code: "H33.50.05.15-241003-0002",
    unit: "Bộ phận Một cửa xã Hải Triều",
    field: "Đất đai",
    due: "29/10/2024",
  },
];

const docx = (dossiers: readonly ListedDossier[]): Uint8Array =>
  wordFile(
    TITLE.map((line) => p(line)).join("") +
      table(...listRows(dossiers).map((cells) => row(cells.map((cell) => p(cell))))),
  );

const OPEN = "huyện Tiên Lữ | 2024-10 | 2024-10-31T00:00:00+07:00";
const EXPECTED = [
  `${OPEN} | xã Thủ Sỹ | overdue-open-dossiers | 2 | – | – | –`,
  `${OPEN} | xã Cương Chính | overdue-open-dossiers | 1 | – | – | –`,
  `${OPEN} | xã Hải Triều | overdue-open-dossiers | 1 | – | – | –`,
];

const october = { period: "2024-10" } as never;

describe("a list of dossiers", () => {
  const forms: Readonly<Record<string, string | Uint8Array>> = {
    workbook: listWorkbook(LATE),
    letter: docx(LATE),
    "csv with semicolons": listText(LATE, ";"),
    "csv with commas": listText(LATE, ","),
    "text with tabs": listText(LATE, "\t"),
  };
  for (const [form, content] of Object.entries(forms)) {
    it(`is counted by unit, field, system and days: ${form}`, async () => {
      const extraction = await read(content, "a", october);
      expect(facts(extraction)).toEqual(EXPECTED);
      expect(extraction.dossiers).toMatchObject({
        total: 4,
        byMinistry: [
          ["", 3],
          ["15", 1],
        ],
        late: { few: 2, some: 1, many: 1, unknown: 0 },
        reckonedTo: "2024-10-31T00:00:00+07:00",
        withoutUnit: 0,
      });
      expect(extraction.dossiers?.byField.map(([name, count]) => [name.toLowerCase(), count])).toEqual([
        ["đất đai", 2],
        ["hộ tịch", 2],
      ]);
    });

    it(`hands on nothing of its citizens: ${form}`, async () => {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const neutral = JSON.stringify(await readDocument({ name: "a", bytes }));
      for (const secret of SECRETS) expect(neutral).not.toContain(secret);
    });
  }

  it("counts a code once however often it stands, and tells codes that are not as they should be", async () => {
    const odd = { code: "H33.50.05.13-241302-12", unit: "xã Thủ Sỹ", days: 1 };
    const [first, ...others] = LATE;
    const { dossiers, sheets } = await read(
      listWorkbook([odd, first, ...others, first] as ListedDossier[]),
      "a",
      october,
    );
    expect(dossiers).toMatchObject({
      total: 5,
      repeated: ["H33.50.05.13-241001-0975"],
      odd: ["H33.50.05.13-241302-12"],
    });
    expect(sheets[0]?.rows[0]).toMatchObject({ unit: "xã Thủ Sỹ", value: 3 });
  });

  it("counts what is open and what was closed late apart, where it says so of each", async () => {
    const title = ["UBND HUYỆN TIÊN LỮ", "DANH SÁCH HỒ SƠ QUÁ HẠN", "Tháng 10/2024"];
    const dossiers = [
      { ...LATE[0], state: "Đang xử lý" },
      { ...LATE[1], state: "Đã trả kết quả, quá hạn" },
      { ...LATE[2], state: "Đã trả kết quả đúng hạn", days: "" },
    ] as ListedDossier[];
    const extraction = await read(listWorkbook(dossiers, title), "a", october);
    const counts = extraction.sheets[0]?.rows.map(({ indicator, value }) => [indicator, value]);
    expect(counts).toEqual([
      ["overdue-dossiers", 2],
      ["overdue-open-dossiers", 1],
      ["overdue-closed-dossiers", 1],
    ]);
    expect(extraction.dossiers?.onTime).toBe(1);
  });

  it("counts nothing where nobody says what its dossiers are", async () => {
    const plain = LATE.map(({ code, unit }) => ({ code, unit }));
    const rows = listRows(plain).map((cells) => cells.filter((_, i) => i !== 8));
    const text = ["UBND HUYỆN TIÊN LỮ", "DANH SÁCH HỒ SƠ", "", ...rows.map((cells) => cells.join("\t"))].join(
      "\n",
    );
    const { dossiers, sheets } = await read(text, "a", october);
    expect(sheets).toEqual([]);
    expect(dossiers).toMatchObject({ total: 4, unknownKind: 4 });
  });

  it("gives each group of rows to the unit that heads it", async () => {
    const rows = listRows(LATE).map((cells) => cells.filter((_, i) => i !== 6));
    const [heads = [], one = [], two = [], three = []] = rows;
    const lines = [heads, ["I", "UBND xã Thủ Sỹ"], one, two, ["II", "UBND xã Cương Chính"], three];
    const width = heads.length;
    const padded = lines.map((cells) => [
      ...cells,
      ...Array.from({ length: width - cells.length }, () => ""),
    ]);
    const text = [...TITLE, "", ...padded.map((cells) => cells.join("\t"))].join("\n");
    expect(facts(await read(text, "a", october))).toEqual(EXPECTED.slice(0, 2));
  });

  it("of one unit alone is that unit's", async () => {
    const rows = listRows(LATE.slice(0, 2)).map((cells) => cells.filter((_, i) => i !== 6));
    const title = ["UBND HUYỆN TIÊN LỮ", "UBND XÃ THỦ SỸ", ...TITLE.slice(1)];
    const text = [...title, "", ...rows.map((cells) => cells.join("\t"))].join("\n");
    const { sheets } = await read(text, "a", october);
    expect(sheets.flatMap((sheet) => sheet.rows)).toMatchObject([{ unit: "xã Thủ Sỹ", value: 2 }]);
  });

  it("hands on nothing of its citizens where not one code can be read, nor pictures of their cells", () => {
    const rows = listRows(LATE).map((cells, i) => (i === 0 ? cells : cells.with(1, "H33.5O.O5 ⟦1⟧")));
    const neutral = withoutCitizens({
      blocks: [
        { type: "paragraph", text: TITLE.join("\n") },
        { type: "table", rows, collapses: false },
      ],
      scanned: true,
      doubts: [{ number: 1, page: 1, picture: "cut-out" }],
    });
    const kept = JSON.stringify(neutral);
    for (const secret of [...SECRETS, "cut-out"]) expect(kept).not.toContain(secret);
    expect(neutral.dossiers).toMatchObject({ total: 0, rowsWithoutCode: 4 });
  });

  it("leaves a letter its own figures where it names one dossier in a sentence", async () => {
    const letter = `UBND HUYỆN TIÊN LỮ
Kết quả tháng 10/2024: xã Thủ Sỹ 88,12 điểm. Hồ sơ H33.50.05.13-241001-0975 của bà Quàng Thị Mỵ Châu, điện thoại 0987650001 chậm trả.`;
    const extraction = await read(letter);
    expect(facts(extraction).join()).toContain("xã Thủ Sỹ | TOTAL | 88.12");
    expect(JSON.stringify(extraction)).not.toContain("Mỵ Châu");
    expect(extraction.dossiers).toMatchObject({ total: 0, outside: 1 });
  });

  it("is none where what citizens sent is only counted", async () => {
    const rows = [
      ["STT", "Đơn vị", "Số hồ sơ tiếp nhận", "Số hồ sơ nộp trực tuyến", "Tỷ lệ hồ sơ nộp trực tuyến (%)"],
      ["1", "Xã Ngũ Lạc", "206", "121", "58,74"],
      ["2", "Xã Long Hữu", "1.871", "1.640", "87,65"],
    ];
    const title = p("KẾT QUẢ NỘP HỒ SƠ TRỰC TUYẾN THÁNG 10/2026 CỦA TỈNH VĨNH LONG");
    const cells = rows.map((each) => row(each.map((cell) => p(cell))));
    const extraction = await read(wordFile(title + table(...cells)), "a");
    expect(extraction.dossiers).toBeUndefined();
    expect(facts(extraction)).toHaveLength(6);
  });
});
