import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";

const HEADING = [
  "UBND HUYỆN TIÊN LỮ",
  "Số: 412/UBND-VP",
  "Tiên Lữ, ngày 05 tháng 10 năm 2024",
  "Kết quả Bộ chỉ số 766 tháng 9/2024 của các xã",
];
const SEMICOLONS = [
  "Stt;Tên đơn vị;Điểm tổng hợp;Tiến độ giải quyết hồ sơ",
  "1;xã Thủ Sỹ;89,63;100",
  "2;xã Nhật Tân;88,23;98",
  "3;xã Hưng Đạo;88,12;97",
  "4;xã Lệ Xá;87,31;96",
];
const COMMAS = SEMICOLONS.map((line) => line.replace(/\d+,\d+/u, '"$&"').replaceAll(";", ","));
const bytes = (lines: readonly string[], start = ""): Uint8Array =>
  new TextEncoder().encode(start + lines.join("\r\n"));

const totalsOf = ({ sheets }: Awaited<ReturnType<typeof read>>) =>
  sheets.flatMap(({ rows }) =>
    rows.filter(({ indicator }) => indicator === "TOTAL").map(({ value }) => value),
  );
const TOTALS = [89.63, 88.23, 88.12, 87.31];

describe("values apart by marks", () => {
  it("are rows where a letter is pasted", async () => {
    expect(totalsOf(await read(bytes([...HEADING, "", ...SEMICOLONS])))).toEqual(TOTALS);
    expect(totalsOf(await read(bytes([...HEADING, "", ...COMMAS])))).toEqual(TOTALS);
  });

  it("are rows of a .csv file as Excel writes it: a byte order mark, titles with empty cells beside them", async () => {
    const semicolons = [...HEADING.map((line) => `${line};;;`), ";;;", ...SEMICOLONS];
    expect(totalsOf(await read(bytes(semicolons, "\ufeff"), "tep.docx"))).toEqual(TOTALS);
    const commas = [
      ...HEADING.map((line) => `${line.includes(",") ? `"${line}"` : line},,,`),
      ",,,",
      ...COMMAS,
    ];
    expect(totalsOf(await read(bytes(commas, "\ufeff"), "tep.docx"))).toEqual(TOTALS);
    const tabs = [...HEADING, "", ...SEMICOLONS.map((line) => line.replaceAll(";", "\t"))];
    expect(totalsOf(await read(bytes(tabs), "tep.docx"))).toEqual(TOTALS);
  });

  it("are rows where tabs set them apart and quotes frame what has a comma, as Excel's Unicode text does", async () => {
    const tabs = COMMAS.map((line) => line.replaceAll(/,(?=\D|\d+$)/gu, "\t"));
    expect(tabs[1]).toBe('1\txã Thủ Sỹ\t"89,63"\t100');
    const utf16 = Buffer.from(`\ufeff${[...HEADING, "", ...tabs].join("\r\n")}`, "utf16le");
    expect(totalsOf(await read(utf16, ""))).toEqual(TOTALS);
  });

  it("that cannot be told apart give no false figure", async () => {
    const bare = SEMICOLONS.map((line) => line.replaceAll(";", ","));
    const { sheets } = await read(bytes([...HEADING, "", ...bare]));
    expect(sheets.flatMap(({ rows }) => rows.map(({ value }) => value))).toEqual([]);
  });

  it("are read as the values they were, not with what a program computed beside them", async () => {
    const lines = [
      "Stt;Tên đơn vị;Điểm tổng hợp",
      "1;xã Thủ Sỹ;89.63000000000001",
      "2;xã Nhật Tân;88,229999999999995",
      "3;xã Hưng Đạo;88.12",
    ];
    expect(totalsOf(await read(bytes([...HEADING, "", ...lines])))).toEqual(TOTALS.slice(0, 3));
  });

  it("are two columns where each row is a name and a number", async () => {
    const lines = ["Tên đơn vị,Điểm tổng hợp", "xã Thủ Sỹ,89.63", "xã Nhật Tân,88.23", "xã Hưng Đạo,88.12"];
    expect(totalsOf(await read(bytes([...HEADING, "", ...lines])))).toEqual(TOTALS.slice(0, 3));
    const halves = ["Tên đơn vị,Điểm", "xã Thủ Sỹ 89,63", "xã Nhật Tân 88,23", "xã Hưng Đạo 88,12"];
    expect(totalsOf(await read(bytes([...HEADING, "", ...halves])))).not.toContain(63);
  });

  it("are no rows where sentences are", async () => {
    const text = ["xã A; xã B; xã C chưa đạt.", "xã D; xã E; xã F đạt.", "xã G; xã H; xã I đạt."];
    expect(totalsOf(await read(bytes([...HEADING, "", ...text])))).toEqual([]);
  });
});
