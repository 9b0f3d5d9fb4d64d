import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";

const page = (html: string) => readDocument({ name: "a.xls", bytes: new TextEncoder().encode(html) });

const TABLE = `
  <table border=1><caption>Bảng điểm</caption>
  <tr><th rowspan=2>STT<th rowspan="2">Đơn vị<th colspan=2>Tháng 8
  <tr><th>Điểm<th>Hạng
  <tr><td>1<td>xã Thủ&nbsp;Sỹ<td><b>89</b>,63<sup>1</sup><td>1
  <tr><td>2<td>xã Hải<br>Triều<td rowspan=2>88,82<td>2
  <tr style="display:none"><td>9<td>ẩn<td>9
  <tr><td>3<td>xã Nhật Tân<td>2
  <tr><td colspan=4>Tổng số: 3 xã
  </table>`;

describe("a web page, whatever its name ends in", () => {
  it("gives its tables with what spans them, and no more than a browser shows", async () => {
    const document = await page(`<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
      <script>var a = "<p>1</p>";</script><h1>Kết quả   tháng 8/2024</h1><p>Huyện: 88,03 điểm<br>Tỉnh: 80</p>
      <ol><li>Một<li>Hai</ol><ul><li>Ba</ul><p hidden>ẩn</p>${TABLE}</body></html>`);
    expect(textsOf(document)).toEqual([
      "Kết quả tháng 8/2024",
      "Huyện: 88,03 điểm\nTỉnh: 80",
      "1. Một",
      "2. Hai",
      "- Ba",
      "Bảng điểm",
    ]);
    expect(tablesOf(document)).toEqual([
      [
        ["STT", "Đơn vị", "Tháng 8", "Tháng 8"],
        ["STT", "Đơn vị", "Điểm", "Hạng"],
        ["1", "xã Thủ Sỹ", "89,63¹", "1"],
        ["2", "xã Hải Triều", "88,82", "2"],
        ["3", "xã Nhật Tân", "88,82", "2"],
        ["Tổng số: 3 xã", "", "", ""],
      ],
    ]);
  });

  it("leaves out what its style sheet hides by class, and what Word hides, but not what one medium hides", async () => {
    const document = await page(`<html><head><style type="text/css"><!--
      /* .shown { display: none } */ @import url(a.css);
      .gone, p.away { color: red; DISPLAY : none } span.hid{visibility:hidden}
      .back { display: none } .back { display: block } @media print { .screen { display: none } }
      --></style></head><body><p>Kết quả tháng 8/2024</p><p class="a gone">1</p><div class=away>Điểm</div>
      <p class=away>2</p><p class=shown>Thủ Sỹ <span class="hid b">3</span>89,63</p><p class=back>88,82</p>
      <p class=screen>88,23</p><p style='mso-hide:all'>4</p><p style="color:red; display:none">5</p>
      <table><tr><td>xã Hưng Đạo<td>87,1<td class=gone>6</table></body></html>`);
    expect(textsOf(document)).toEqual(["Kết quả tháng 8/2024", "Điểm", "Thủ Sỹ 89,63", "88,82", "88,23"]);
    expect(tablesOf(document)).toEqual([[["xã Hưng Đạo", "87,1"]]]);
  });

  it("is told by how it begins, whichever element that is; an address between angles is none", async () => {
    const part = await page(`\n<section class="a"><h3>Kết quả</h3><p>88,03 điểm</p></section>`);
    expect(textsOf(part)).toEqual(["Kết quả", "88,03 điểm"]);
    const text = await page("<https://hungyen.gov.vn/tin>\n\nđiểm < 80 & > 70, </không>");
    expect(textsOf(text).at(-1)).toBe("điểm < 80 & > 70, </không>");
  });

  it("is decoded as it says, or by the alphabet that makes it Vietnamese", async () => {
    const text = "<html><body><p>Kết quả của xã Thủ Sỹ tháng này đạt thứ nhất huyện</p></body></html>";
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    const { blocks } = await readDocument({ name: "", bytes: utf16 });
    expect(blocks).toEqual([
      { type: "paragraph", text: "Kết quả của xã Thủ Sỹ tháng này đạt thứ nhất huyện" },
    ]);
  });

  it("with no text at all is empty, and one that nests without end is told off or read, never a crash", async () => {
    await expect(page("<html><body><img src=a></body></html>")).rejects.toMatchObject({ code: "empty" });
    const deep = await page(`<html></x>${"<div><table><tr><td>".repeat(3_000)}88,03`);
    expect(textsOf(deep)).toEqual(["88,03"]);
  });
});
