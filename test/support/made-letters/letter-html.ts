import type { Borders, MadeLetter } from "#test/support/made-letters/made-letter.ts";

const COLLAPSED = ".list { border-collapse: collapse }";
const TABLES: Readonly<Record<Borders, string>> = {
  all: `${COLLAPSED} .list :is(th, td) { border: 1px solid #000 }`,
  double: `${COLLAPSED} .list :is(th, td) { border: 3px double #000 }`,
  dotted: `${COLLAPSED} .list :is(th, td) { border: 1px dotted #000 }`,
  boxes: ".list :is(th, td) { border: 1px solid #000 }",
  level: `${COLLAPSED} .list :is(th, td) { border: 1px solid #000; border-left: 0 } .list :is(th, td):last-child { border-right: 0 }`,
  none: `${COLLAPSED} .list td { padding-bottom: 5pt }`,
};

/** A letter as a page that Chromium prints; `over`: what is laid over it. */
export function letterHtml(letter: MadeLetter, over: string): string {
  const { font, size, borders, isLandscape, isRepeated, heads, body, widths, paragraphs } = letter;
  const [before, behind] = paragraphs;
  const headRows = heads.map((row) =>
    row.map(({ text, columns, rows }) => `<th colspan="${columns}" rowspan="${rows}">${text}</th>`).join(""),
  );
  const bodyRows = body.map((row) =>
    row.map((text, i) => `<td style="text-align: ${i === 1 ? "left" : "center"}">${text}</td>`).join(""),
  );
  const inRows = (rows: readonly string[]): string => rows.map((row) => `<tr>${row}</tr>`).join("");
  return `<!doctype html><meta charset="utf-8"><style>
    @page { size: A4 ${isLandscape ? "landscape" : "portrait"}; margin: 20mm 15mm 20mm 25mm }
    body { font: ${size}pt "${font}"; margin: 0 } p { text-align: justify; text-indent: 10mm; margin: 6pt 0 }
    table { width: 100% } th, td { padding: 1.5pt 3pt; vertical-align: middle } tr { break-inside: avoid }
    thead { display: ${isRepeated ? "table-header-group" : "table-row-group"} } .sides td { width: 50%; text-align: center }
    ${TABLES[borders]}
  </style>
  <table class="sides"><tr><td>ỦY BAN NHÂN DÂN<br><b>HUYỆN TIÊN LỮ</b><br>Số: ${letter.seed}/UBND-VP</td>
  <td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b><br><i>Tiên Lữ, ngày 10 tháng 9 năm 2024</i></td></tr></table>
  <p>${before}</p>
  <table class="list"><colgroup>${widths.map((width) => `<col${width > 0 ? ` style="width: ${width}%"` : ""}>`).join("")}</colgroup>
  <thead>${inRows(headRows)}</thead><tbody>${inRows(bodyRows)}</tbody></table>
  <p>${behind}</p>${over}`;
}
