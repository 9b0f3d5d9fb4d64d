import { read, utils } from "@e965/xlsx";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { tableCsv } from "#commands/parts/table-csv.ts";
import type { FileTable } from "#commands/parts/table-file.ts";
import { tableWorkbook } from "#commands/parts/table-workbook.ts";
import { writeDocx } from "#services/papers/docx/write-docx.ts";
import type { Paper } from "#services/papers/paper.ts";
import { writePdf } from "#services/papers/pdf/write-pdf.ts";
import { readPdf } from "#test/support/read-pdf.ts";

/** What spreadsheet programs would reckon, follow or run, and what turns or ends texts. */
const HOSTILE = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  '=HYPERLINK("http://x";"xã")',
  "a;b\r\nc",
  'xã "Tân" <b>&amp;</b>',
  "xã\u202eTân\u0000\u0007\u200f",
];
const UNSEEN = ["\u202e", "\u0000", "\u0007", "\u200f"];
const SEEN = HOSTILE.map((text) => [...UNSEEN, "\r"].reduce((rest, mark) => rest.replaceAll(mark, ""), text));

const TABLE: FileTable = {
  sheet: "Số liệu",
  title: "=TITLE",
  about: "@about",
  columns: [
    { head: "=Đơn vị", width: 30 },
    { head: "Điểm", width: 12 },
  ],
  rows: HOSTILE.map((text, i) => [text, { value: i, format: "#,##0" }]),
  frozen: 1,
};

const paper: Paper = {
  ...{ title: "=TITLE", language: "vi-VN", size: 13 },
  sections: [
    {
      landscape: false,
      blocks: [
        {
          ...{ type: "table", size: 11 },
          columns: [{ head: "=Đơn vị", share: 1, align: "left" }],
          rows: HOSTILE.map((text) => [{ text }]),
        },
      ],
    },
  ],
};

describe("texts from outside, in a file that goes on to other offices", () => {
  it("are texts in a workbook, never formulas, without what nobody sees", async () => {
    const block = { office: "=OFFICE", heading: ["a", "b"] as const };
    const { Sheets } = read(await tableWorkbook([TABLE], block), { type: "array", cellFormula: true });
    const cells = Object.entries(Sheets["Số liệu"] ?? {}).filter(([at]) => /^[A-Z]/u.test(at));
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
    const rows = utils.sheet_to_json<readonly unknown[]>(Sheets["Số liệu"] ?? {}, { header: 1 });
    expect(rows.slice(5).map(([text]) => text)).toEqual(SEEN);
  });

  it("are fields that no program reckons in a file of semicolons", () => {
    const written = Buffer.from(tableCsv(TABLE)).toString("utf8");
    const { Sheets } = read(written.slice(1), { type: "string", FS: ";", raw: true, cellFormula: true });
    const rows = utils.sheet_to_json<readonly string[]>(Sheets.Sheet1 ?? {}, { header: 1 });
    expect(rows.length).toBe(1 + HOSTILE.length);
    for (const [text = ""] of rows) expect(text).not.toMatch(/^[=+\-@\t\r]/u);
    for (const mark of UNSEEN) expect(written).not.toContain(mark);
  });

  it("are texts in a Word file: no field but the page's number, no part that runs", async () => {
    const parts = unzipSync(await writeDocx(paper));
    const xml = Buffer.from(parts["word/document.xml"] ?? []).toString("utf8");
    expect(xml).not.toMatch(/w:(?:fldSimple|instrText|fldChar|hyperlink|object|altChunk)/u);
    for (const mark of UNSEEN) expect(xml).not.toContain(mark);
    for (const part of Object.values(parts))
      expect(Buffer.from(part).toString("latin1")).not.toContain('TargetMode="External"');
  });

  it("are texts in a PDF, that follows nothing and runs nothing", async () => {
    const { bytes } = await writePdf(paper);
    const raw = Buffer.from(bytes).toString("latin1");
    for (const word of ["/URI", "/JavaScript", "/JS", "/OpenAction", "/Launch", "/EmbeddedFile"])
      expect(raw).not.toContain(word);
    const { pages } = await readPdf(bytes);
    expect(pages.join(" ")).toContain('=HYPERLINK("http://x";"xã")');
    for (const mark of UNSEEN) expect(pages.join(" ")).not.toContain(mark);
  });
});
