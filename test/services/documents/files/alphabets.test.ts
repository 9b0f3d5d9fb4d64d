import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";
import { p, row, table, wordFile } from "#test/services/documents/files/word-file.ts";
import { read } from "#test/services/documents/reading.ts";
import { toBytes1258, toTcvn3, toVni, western } from "#test/support/old-alphabets.ts";

const HEADING = [
  "UBND HUYỆN TIÊN LỮ",
  "Số: 412/UBND-VP",
  "Tiên Lữ, ngày 05 tháng 10 năm 2024",
  "Công bố kết quả Bộ chỉ số 766 tháng 9/2024 của các xã",
];
const [HEADS, ...ROWS] = [
  ["Stt", "Tên đơn vị", "Điểm tổng hợp", "Tiến độ giải quyết hồ sơ"],
  ["1", "xã Thủ Sỹ", "89,63", "100"],
  ["2", "xã Nhật Tân", "88,23", "98"],
  ["3", "xã Hưng Đạo", "88,12", "97"],
  ["4", "xã Lệ Xá", "87,31", "96"],
  ["5", "xã Thiện Phiến", "86,25", "95"],
  ["6", "xã Cương Chính", "85,31", "94"],
  ["7", "xã An Viên", "84,31", "93"],
] as const;

type Letters = (text: string) => string;
const plain: Letters = (text) => text;
/** Windows-1258 taken for Windows-1252. */
const mistaken: Letters = (text) => new TextDecoder("windows-1252").decode(toBytes1258(text));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const quoted = (cell: string): string => (cell.includes(",") ? `"${cell}"` : cell);
const csv = [
  ...HEADING.map((line) => `"${line}",,,`),
  ...[HEADS, ...ROWS].map((cells) => cells.map(quoted).join(",")),
].join("\r\n");

const markdown = [
  ...HEADING.map((line) => `**${line}**\n`),
  ...[HEADS, ["---", ":--", "--:", "--:"], ...ROWS].map((cells) => `| ${cells.join(" | ")} |`),
].join("\n");

const page = (charset: string, body: string): string =>
  `<html><head><meta http-equiv=Content-Type content="text/html; charset=${charset}"></head><body>${body}</body></html>`;
const BODY = `${HEADING.map((line) => `<p class=MsoNormal><b>${line}</b></p>`).join("\n")}
  <table class=MsoTableGrid>${[HEADS, ...ROWS]
    .map((cells) => `<tr>${cells.map((cell) => `<td><p>${cell}<o:p></o:p></p></td>`).join("")}</tr>`)
    .join("\n")}</table>`;

function workbook(letters: Letters, type: "xlsx" | "biff8", heads: Letters = letters): Uint8Array {
  const cell = (text: string) => (/^\d/u.test(text) ? Number(text.replace(",", ".")) : letters(text));
  const cells = [...HEADING.map((line) => [heads(line)]), HEADS.map(heads), ...ROWS.map((r) => r.map(cell))];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), "Sheet1");
  return new Uint8Array(write(book, { type: "array", bookType: type }));
}

const docx = (letters: Letters): Uint8Array =>
  wordFile(
    HEADING.map((line) => p(letters(line))).join("") +
      table(...[HEADS, ...ROWS].map((cells) => row(cells.map((cell) => p(letters(cell)))))),
  );

const FILES: Readonly<Record<string, () => Uint8Array>> = {
  "csv, Windows-1258": () => toBytes1258(csv),
  "csv, TCVN3": () => western(toTcvn3(csv)),
  "csv, VNI": () => western(toVni(csv)),
  "csv, UTF-16 with a mark": () => Buffer.from(`\ufeff${csv}`, "utf16le"),
  "csv, UTF-16 without": () => Buffer.from(csv, "utf16le"),
  "csv, UTF-16 the other way round": () => Buffer.from(csv, "utf16le").swap16(),
  "Markdown, TCVN3": () => western(toTcvn3(markdown)),
  "Markdown, VNI": () => western(toVni(markdown)),
  "page that says Windows-1258": () => toBytes1258(page("windows-1258", BODY)),
  "page in Windows-1258 that says UTF-8": () => toBytes1258(page("utf-8", BODY)),
  "page that says nothing": () => toBytes1258(BODY),
  "page, TCVN3": () => western(toTcvn3(page("windows-1252", BODY))),
  "page, TCVN3 saved as UTF-8": () => utf8(page("utf-8", toTcvn3(BODY))),
  "page, VNI": () => western(toVni(page("x-user-defined", BODY))),
  "page, UTF-16": () => Buffer.from(page("unicode", BODY), "utf16le"),
  "xlsx, TCVN3": () => workbook(toTcvn3, "xlsx"),
  "xlsx, VNI": () => workbook(toVni, "xlsx"),
  "xlsx, Windows-1258 taken for another": () => workbook(mistaken, "xlsx"),
  "xlsx, TCVN3 below heads in Unicode": () => workbook(toTcvn3, "xlsx", plain),
  "xls, TCVN3": () => workbook(toTcvn3, "biff8"),
  "xls, VNI": () => workbook(toVni, "biff8"),
  "docx, TCVN3": () => docx(toTcvn3),
  "docx, VNI": () => docx(toVni),
};

/** The case of letters aside: fonts of capitals have lost it. */
async function saidBy(bytes: Uint8Array) {
  const { document, sheets } = await read(bytes);
  const { issuer, number, date } = document;
  const rows = sheets.flatMap(({ scope, period, rows }) =>
    rows.map(({ unit, indicator, value }) =>
      `${scope} ${period} ${unit} ${indicator} ${value}`.toLowerCase(),
    ),
  );
  return { issuer: issuer?.toLowerCase(), number, date, rows };
}

describe("a file in another alphabet", () => {
  const unicode = saidBy(utf8(csv));
  for (const [name, bytes] of Object.entries(FILES)) {
    it(`gives every figure, name and date that Unicode gives: ${name}`, async () => {
      expect((await unicode).rows).toHaveLength(14);
      expect(await saidBy(bytes())).toEqual(await unicode);
    });
  }

  it("keeps short cells whole: the letters that look like soft hyphens, and words right in both", async () => {
    const names = ["phường Lương", "Tý", "Thượng", "Dương Xá", "Hưng", "Mường Phăng", "xã Ngọc Réo"];
    const file = wordFile(table(...names.map((name, i) => row([p(toTcvn3(name)), p(`${i + 1}`)]))));
    const [read] = tablesOf(await readDocument({ name: "", bytes: file }));
    expect(read?.map(([name]) => name)).toEqual(names);
  });

  it("leaves signs that stand alone, marks of notes behind figures, and the text in Unicode beside it", async () => {
    const old = toTcvn3("Kết quả của phường Mường Thanh đạt điểm cao nhất trong các đơn vị");
    const note = "Trưởng phòng Tổ chức – Hành chính: kết quả của các đơn vị được công khai";
    const document = await readDocument({
      name: "",
      bytes: wordFile(p(`${old}: 89,63¹ ¦ 2,00`) + p(note) + p("½ ¦ • → ₫")),
    });
    expect(textsOf(document)).toEqual([
      "Kết quả của phường Mường Thanh đạt điểm cao nhất trong các đơn vị: 89,63¹ ¦ 2,00",
      note,
      "½ ¦ • → ₫",
    ]);
  });

  it.each([
    ["one cell", (text: string) => (text === "xã Hưng Đạo" ? toTcvn3(text) : text), plain],
    ["one cell in VNI", (text: string) => (text === "xã Lệ Xá" ? toVni(text) : text), plain],
    ["a column in TCVN3 beside one in VNI", toTcvn3, toVni],
    ["a column in VNI beside one in TCVN3", toVni, toTcvn3],
  ])("is told cell by cell: %s", async (_, names: Letters, notes: Letters) => {
    const heads = [...HEADS, "Ghi chú"];
    const rows = ROWS.map(([number, name, ...figures]) => [
      number,
      names(name),
      ...figures,
      notes("chậm gửi số liệu"),
    ]);
    const cells = [heads, ...rows].map((row_) => row(row_.map((text) => p(text))));
    const file = wordFile(HEADING.map((line) => p(line)).join("") + table(...cells));
    expect((await saidBy(file)).rows).toEqual((await saidBy(docx(plain))).rows);
  });

  it("a misspelt word of Unicode is left as it is", async () => {
    const document = await readDocument({ name: "", bytes: wordFile(p("xã Xáa") + p("Xã Krêl, Müller")) });
    expect(textsOf(document)).toEqual(["xã Xáa", "Xã Krêl, Müller"]);
  });
});
