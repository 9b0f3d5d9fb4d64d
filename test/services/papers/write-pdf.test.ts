import { describe, expect, it } from "vitest";
import type { Paper, PaperBlock } from "#services/papers/paper.ts";
import { writePdf } from "#services/papers/pdf/write-pdf.ts";
import { readPdf } from "#test/support/read-pdf.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const MARKS = "ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ỲÝỶỸỴ đĐ ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ";
const LONG =
  "Kết quả phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo Quyết định số 766/QĐ-TTg của các xã, thị trấn thuộc huyện Tiên Lữ tháng 8/2024 như sau.";

const BLOCKS: readonly PaperBlock[] = [
  {
    type: "letterhead",
    superior: "UBND TỈNH HƯNG YÊN",
    issuer: "UBND HUYỆN TIÊN LỮ",
    nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    number: "Số: ……/UBND-……",
    about: "V/v kết quả tháng 8/2024",
    placeAndDay: "Tiên Lữ, ngày … tháng … năm 2024",
  },
  { type: "paragraph", align: "centre", level: 1, runs: [{ text: "KẾT QUẢ", bold: true }] },
  {
    type: "paragraph",
    align: "justified",
    indented: true,
    runs: [{ text: "Thứ nhất,", bold: true }, { text: " " }, { text: LONG }],
  },
  { type: "paragraph", align: "left", runs: [{ text: MARKS, italic: true }] },
  {
    type: "table",
    size: 11,
    columns: [
      { head: "Đơn vị", share: 2, align: "left" },
      { head: "Điểm", share: 1, align: "right" },
    ],
    rows: [
      [{ text: "xã Thủ Sỹ" }, { text: "89,63" }],
      [{ text: "xã Lệ Xá" }, { text: "0,00", attention: true }],
    ],
  },
  { type: "picture", most: 20, picture: tinyPicture({ alt: "Xếp hạng tháng 8" }) },
  {
    type: "signature",
    receiversHead: "Nơi nhận:",
    receivers: ["- Như trên;", "- Lưu: VT."],
    signer: ["TM. ỦY BAN NHÂN DÂN"],
    name: "……",
  },
];

const paper = (blocks: readonly PaperBlock[]): Paper => ({
  title: "Kết quả tháng 8/2024",
  language: "vi-VN",
  size: 13,
  sections: [{ landscape: false, blocks }],
});

describe("writePdf", () => {
  it("writes real text that is copied as it is read, with every mark, and names what each part is", async () => {
    const { bytes, pages } = await writePdf(paper(BLOCKS));
    const read = await readPdf(bytes);
    expect(pages).toBe(1);
    expect(read.pages[0]).toContain(`Thứ nhất, ${LONG}`);
    expect(read.pages[0]).toContain(MARKS);
    for (const role of ["H1", "P", "Table", "TR", "TH", "TD", "Figure"])
      expect(read.tree).toContain(`"role":"${role}"`);
    expect(read.tree).toContain('"alt":"Xếp hạng tháng 8"');
    expect(read.info.Title).toBe("Kết quả tháng 8/2024");
  });

  it("goes on over pages, a table with its head on each of them", async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [{ text: `xã số ${i + 1}` }, { text: "1" }]);
    const columns = [
      { head: "Đơn vị", share: 2, align: "left" as const },
      { head: "Điểm", share: 1, align: "right" as const },
    ];
    const { bytes, pages } = await writePdf(paper([{ type: "table", size: 12, columns, rows }]));
    const read = await readPdf(bytes);
    expect(read.pages.length).toBe(pages);
    expect(pages).toBeGreaterThan(1);
    expect(read.pages.map((text) => text.split("Đơn vị").length - 1)).toEqual(read.pages.map(() => 1));
    expect(read.pages.join(" ").match(/xã số \d+/gu)?.length).toBe(90);
    expect(read.pages.map((text) => /^\d+/u.exec(text)?.[0] ?? "")).toEqual(
      read.pages.map((_, i) => (i === 0 ? "" : String(i + 1))),
    );
  });
});
