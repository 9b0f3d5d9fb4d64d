import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";
import { listed, NUMBERING, p, row, table, wordFile } from "#test/services/documents/files/word-file.ts";

const read = (body: string, parts?: Readonly<Record<string, string>>) =>
  readDocument({ name: "a.txt", bytes: wordFile(body, parts) });

describe("a Word file", () => {
  it("counts its lists as Word shows them, through levels, uses and new starts", async () => {
    const body = [
      p("một", listed(1)),
      p("hai", listed(1, 1)),
      p("ba", listed(1, 1)),
      p("bốn", listed(1, 2)),
      p("năm", listed(2)),
      p("sáu", listed(2, 1)),
      p("bảy", listed(3)),
      p("không", listed(0)),
      p("", listed(1)),
      p("kiểu", '<w:pStyle w:val="Muc"/>'),
    ].join("");
    const styles = `<w:styles><w:style w:styleId="Goc"><w:pPr>${listed(1, 1)}</w:pPr></w:style>
      <w:style w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style></w:styles>`;
    expect(textsOf(await read(body, { "numbering.xml": NUMBERING, "styles.xml": styles }))).toEqual([
      "I. một",
      "I.1. hai",
      "I.2. ba",
      "a) bốn",
      "II. năm",
      "II.1. sáu",
      "IV. bảy",
      "không",
      "V.1. kiểu",
    ]);
  });

  it("fills a column of ordinals that is only a list", async () => {
    const line = (name: string, score: string) => row([p("", listed(4)), p(name), p(score), p("x")]);
    const body = table(
      row([p("STT"), p("Đơn vị"), p("Điểm"), p("Ghi chú")]),
      line("xã A", "88,03"),
      line("xã B", "87,1"),
    );
    expect(tablesOf(await read(body, { "numbering.xml": NUMBERING }))).toEqual([
      [
        ["STT", "Đơn vị", "Điểm", "Ghi chú"],
        ["1", "xã A", "88,03", "x"],
        ["2", "xã B", "87,1", "x"],
      ],
    ]);
  });

  it("leaves out what was deleted, is hidden or struck out, rows and ends of paragraphs too, and keeps what was put in", async () => {
    const run = (text: string, properties = "") =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = [
      `<w:p>${run("Điểm ")}<w:del>${run("77,7")}</w:del><w:ins>${run("88,03")}</w:ins>${run("ẩn", "<w:vanish/>")}${run("!", '<w:vanish w:val="0"/>')}</w:p>`,
      `<w:p>${run("87,1", "<w:strike/>")}${run("87,9", '<w:strike w:val="0"/>')}${run("99", "<w:dstrike/>")}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("nửa ")}</w:p>`,
      p("câu"),
      table(row([p("a"), p("1")]), row([p("b"), p("2")], "<w:del/>"), row([p("c"), p("3")])),
      "<w:p><mc:AlternateContent><mc:Choice>",
      `<w:txbxContent>${p("hộp")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p("hộp")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`,
    ].join("");
    const document = await read(body);
    expect(textsOf(document)).toEqual(["Điểm 88,03!", "87,9", "nửa câu", "hộp"]);
    expect(tablesOf(document)).toEqual([
      [
        ["a", "1"],
        ["c", "3"],
      ],
    ]);
  });

  it("never lets a note's raised number become a digit of a figure", async () => {
    const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>';
    const cell = `<w:p><w:r><w:t>88,03</w:t></w:r>${raised}</w:p>`;
    const [rows] = tablesOf(await read(table(row([p("xã A"), p("86"), cell]))));
    expect(rows).toEqual([["xã A", "86", "88,03¹"]]);
  });

  it("in fonts of the years before Unicode is turned into it, also where only parts are", async () => {
    const old = "ñy ban nh©n d©n huyÖn th«ng b¸o kÕt qu¶ ®¸nh gi¸ cña c¸c x·, thÞ trÊn";
    const document = await read(p(old) + table(row([p("x· T©n LËp"), p("88,03"), p("x")])));
    expect(document.script).toBe("TCVN3 (.VnTime)");
    expect(textsOf(document)[0]).toContain("ban nhân dân huyện thông báo kết quả đánh giá của các xã");
    expect(tablesOf(document)).toEqual([[["xã Tân Lập", "88,03", "x"]]]);
  });

  it("keeps the signs that are drawn in fonts of their own: a minus is no number's loss", async () => {
    const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const paragraph = (signs: string) => `<w:p>${signs}<w:r><w:t>2,50</w:t></w:r></w:p>`;
    const body = [sign("Symbol", "F02D"), sign("Wingdings", "F0E2"), sign("Tinos", "2212")].map(paragraph);
    expect(textsOf(await read(body.join("")))).toEqual(["-2,50", "•2,50", "−2,50"]);
  });
});
