import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unzipped } from "#services/documents/readers/packages/unzipped.ts";
import { readDocx } from "#services/documents/readers/word/docx.ts";
import { writeDocx } from "#services/papers/docx/write-docx.ts";
import { type Paper, type PaperBlock, pictureSize, textHeight, textWidth } from "#services/papers/paper.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

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
  { type: "paragraph", align: "centre", level: 1, runs: [{ text: "Kính gửi: ……", bold: true }] },
  { type: "paragraph", align: "justified", indented: true, runs: [{ text: "A < B & “C”\u0007\u202e" }] },
  {
    type: "table",
    size: 11,
    columns: [
      { head: "Đơn vị", share: 2, align: "left" },
      { head: "Điểm", share: 1, align: "right" },
    ],
    rows: [
      [{ text: "xã Thủ Sỹ" }, { text: "89,63" }],
      [{ text: "=HYPERLINK(1)" }, { text: "0,00", attention: true }],
      [{ text: "xã Lệ Xá" }],
    ],
  },
  { type: "picture", picture: tinyPicture({ alt: 'Xếp "hạng" <8>' }) },
  {
    type: "signature",
    receiversHead: "Nơi nhận:",
    receivers: ["- Như trên;", "- Lưu: VT."],
    signer: ["TM. ỦY BAN NHÂN DÂN"],
    name: "……",
  },
];

const paper = (...sections: readonly (readonly PaperBlock[])[]): Paper => ({
  title: "Công văn & phụ lục",
  language: "vi",
  size: 14,
  sections: sections.map((blocks, i) => ({ landscape: i > 0, blocks })),
});

/** Texts of a file's parts by their paths. */
async function partsOf(given: Paper): Promise<Readonly<Record<string, string>>> {
  const parts = Object.entries(unzipSync(await writeDocx(given)));
  return Object.fromEntries(parts.map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")]));
}

describe("writeDocx", () => {
  it("writes words that a reader of Word files gives back, without what nobody sees", async () => {
    const { blocks } = readDocx(unzipped(await writeDocx(paper(BLOCKS))));
    const texts = blocks.flatMap((block) => (block.type === "table" ? [] : [block.text]));
    expect(texts).toContain("A < B & “C”");
    const tables = blocks.flatMap((block) => (block.type === "table" ? [block.rows] : []));
    expect(tables).toContainEqual([
      ["Đơn vị", "Điểm"],
      ["xã Thủ Sỹ", "89,63"],
      ["=HYPERLINK(1)", "0,00"],
      ["xã Lệ Xá", ""],
    ]);
    const all = JSON.stringify(blocks);
    for (const words of ["UBND HUYỆN TIÊN LỮ", "Số: ……/UBND-……", "Nơi nhận:", "- Lưu: VT."])
      expect(all).toContain(words);
  });

  it("names every part and relation that it uses, in XML whose elements all close", async () => {
    const parts = await partsOf(paper(BLOCKS, BLOCKS));
    const types = parts["[Content_Types].xml"] ?? "";
    const relations = parts["word/_rels/document.xml.rels"] ?? "";
    for (const path of Object.keys(parts).filter((each) => each.startsWith("word/") && each.endsWith(".xml")))
      expect(types).toContain(`PartName="/${path}"`);
    const used = [...(parts["word/document.xml"] ?? "").matchAll(/r:(?:embed|id)="([^"]+)"/gu)];
    expect(new Set(used.map(([, id]) => id))).toEqual(new Set(["header", "picture1", "picture2"]));
    for (const [, id] of used) expect(relations).toContain(`Id="${id}"`);
    for (const [, target] of relations.matchAll(/Target="([^"]+)"/gu))
      expect(Object.keys(parts)).toContain(`word/${target}`);
    for (const [path, xml] of Object.entries(parts)) if (/\.(?:xml|rels)$/u.test(path)) expectWhole(xml);
  });

  it("keeps the margins of Nghị định 30/2020/NĐ-CP, on upright pages and on those that lie", async () => {
    const { "word/document.xml": xml = "" } = await partsOf(paper(BLOCKS, BLOCKS));
    const margin = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/gu;
    const millimetres = [...xml.matchAll(margin)].map(([, ...sides]) =>
      sides.map((twips) => Math.round((Number(twips) / 1440) * 25.4)),
    );
    expect(millimetres).toEqual([
      [20, 15, 20, 30],
      [20, 15, 20, 30],
    ]);
    expect(xml.match(/<w:pgNumType w:start="1"\/>/gu)?.length).toBe(2);
    expect(xml).toMatch(
      /w:w="11906" w:h="16838" w:orient="portrait".*w:w="16838" w:h="11906" w:orient="landscape"/u,
    );
  });

  it("writes the same bytes of the same paper", async () => {
    expect(await writeDocx(paper(BLOCKS))).toEqual(await writeDocx(paper(BLOCKS)));
  });

  it("rejects when a picture cannot be drawn", async () => {
    const picture = { type: "picture", picture: tinyPicture({ fails: true }) } as const;
    await expect(writeDocx(paper([picture]))).rejects.toThrow();
  });
});

describe("pictureSize", () => {
  it("keeps a picture's shape within the text, however high it is", () => {
    const upright = { landscape: false };
    const wide = pictureSize({ width: 1000, height: 500 }, upright);
    expect(wide).toEqual({ width: textWidth(upright), height: textWidth(upright) / 2 });
    const high = pictureSize({ width: 500, height: 4000 }, upright);
    expect(high.height).toBe(textHeight(upright));
    expect(high.width / high.height).toBeCloseTo(1 / 8);
  });
});

/** Every element that opens closes, in order. */
function expectWhole(xml: string): void {
  const open: string[] = [];
  for (const [, end, name, alone] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/gu)) {
    if (end) expect(open.pop()).toBe(name);
    else if (!alone) open.push(name ?? "");
  }
  expect(open).toEqual([]);
}
