import { strToU8, zipSync } from "fflate";
import { unzipped } from "#services/documents/readers/packages/unzipped.ts";
import { readDocx } from "#services/documents/readers/word/docx.ts";
import { fontPaths } from "#services/papers/pdf/fonts.ts";
import { type BenchLine, compared, median, within } from "#test/bench/bench-line.ts";
import { startPaperOffice } from "#test/support/paper-office.ts";
import { readPdf } from "#test/support/read-pdf.ts";
import { workbookSheets } from "#test/support/workbook-sheets.ts";

const MONTHS = ["2026-07", "2026-08", "2026-09"] as const;
const RUNS = 3;
/** ms */
const MOST = { xlsx: 2_000, docx: 2_000, page: 3_000 } as const;

/** Asked for, and all of its bytes. */
type Make = (month: string) => Promise<Uint8Array>;

/**
 * Files of 135 communes × 7 figures × 3 months: from the question to the bytes, the first of each kind with its writer still
 * to be loaded; beside the same cells written without looks, heads and pages.
 */
export async function benchFiles(): Promise<BenchLine[]> {
  const office = await startPaperOffice({ scope: "tỉnh Gia Lai", units: 135, months: MONTHS, rates: false });
  const made =
    (command: string): Make =>
    async (month) => {
      const file = (await office.say(`${command} ${month}`))?.file;
      if (!file) throw new Error(`no file of ${command} ${month}`);
      return file.bytes();
    };
  const [xlsx, docx, page] = [made("/xuat"), made("/congvan"), made("/giaoban")];
  try {
    return [
      ...(await lines(
        "xlsx",
        () => each(xlsx),
        async () => rawWorkbooks(await each(xlsx)),
      )),
      ...(await lines(
        "docx",
        () => each(docx),
        async () => rawLetters(await each(docx)),
      )),
      ...(await lines(
        "page",
        async () => [await page(MONTHS[2])],
        async () => rawPage(await page(MONTHS[2])),
      )),
    ];
  } finally {
    await office.stop();
  }
}

async function each(make: Make): Promise<readonly Uint8Array[]> {
  const files: Uint8Array[] = [];
  for (const month of MONTHS) files.push(await make(month));
  return files;
}

/** `peer`: reads the cells of ours, and answers how they are written raw. */
async function lines(
  kind: keyof typeof MOST,
  ours: () => Promise<unknown>,
  peer: () => Promise<() => Promise<unknown> | unknown>,
): Promise<readonly BenchLine[]> {
  const cold = await msOf(ours);
  const raw = await peer();
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    times.ours.push(await msOf(ours));
    times.peer.push(await msOf(raw));
  }
  const of = kind === "page" ? "135 communes" : "135 communes × 7 × 3 months";
  return [
    within(MOST[kind], { name: `${kind} of ${of}, cold`, ours: cold, unit: "ms" }),
    compared({
      name: `${kind} of ${of}, warm / the same cells raw`,
      ...{ ours: median(times.ours), peer: median(times.peer), unit: "ms" },
    }),
  ];
}

async function msOf(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function rawWorkbooks(files: readonly Uint8Array[]) {
  const { default: write } = await import("write-excel-file/node");
  const books = files.map((bytes) =>
    Object.entries(workbookSheets(bytes)).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) =>
        row.map((value) =>
          value === null
            ? null
            : typeof value === "number"
              ? { value, type: Number }
              : { value, type: String },
        ),
      ),
    })),
  );
  return async () => {
    for (const book of books) await write(book, {}).toBuffer();
  };
}

/** A paragraph a cell, nothing else. */
async function rawLetters(files: readonly Uint8Array[]) {
  const texts = files.map((bytes) =>
    readDocx(unzipped(bytes)).blocks.flatMap((block) =>
      block.type === "table" ? block.rows.flat() : [block.text],
    ),
  );
  return () => {
    for (const cells of texts) {
      const body = cells.map((text) => `<w:p><w:r><w:t>${text.replace(/[&<]/gu, " ")}</w:t></w:r></w:p>`);
      zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${body.join("")}</w:body></w:document>`) });
    }
  };
}

/** Its words, a line below the other, in the same font; without its picture. */
async function rawPage(bytes: Uint8Array) {
  const { pages } = await readPdf(bytes);
  const { default: PDFDocument } = await import("pdfkit");
  return () =>
    new Promise<void>((resolve, reject) => {
      const document = new PDFDocument({ size: "A4" });
      document.on("data", () => undefined);
      document.on("end", () => resolve());
      document.on("error", reject);
      document.font(fontPaths().regular);
      for (const text of pages) document.text(text);
      document.end();
    });
}
