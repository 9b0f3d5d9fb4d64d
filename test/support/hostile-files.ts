import { CFB } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { DocumentRefusalCode } from "#services/documents/refused.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";
import { wordFile } from "#test/services/documents/files/word-file.ts";
import { createRandom } from "#test/support/random.ts";
import { textAt, tinyPdf } from "#test/support/tiny-pdf.ts";

/** A file that was made to do harm, and the refusals that are fit for it; what ends first may depend on the machine. */
export interface HostileFile {
  readonly name: string;
  readonly codes: readonly DocumentRefusalCode[];
  readonly bytes: () => Uint8Array;
}

const MEGABYTE = 1024 * 1024;

const kept = (name: string, ...codes: DocumentRefusalCode[]): HostileFile => ({
  name,
  codes,
  bytes: () => bytesIn(`hostile/${name}`),
});

/** Every kind of harm that is known: too large once opened, too many of something, too deep, locked, cut off. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  kept("deep.docx", "too-deep"),
  kept("far.xlsx", "too-many-rows"),
  kept("laughs.docx", "suspicious"),
  kept("laughs.xlsx", "suspicious"),
  kept("trunc.docx", "damaged"),
  kept("trunc.xlsx", "damaged"),
  kept("trunc.pdf", "damaged-pdf"),
  kept("enc.pdf", "password"),
  kept("hugebox.pdf", "odd-page"),
  kept("hugeimage.pdf", "scanned-pdf"),
  { name: "bomb.docx", codes: ["too-much-inside"], bytes: () => bomb("word/document.xml") },
  { name: "bomb.xlsx", codes: ["too-much-inside"], bytes: () => bomb("xl/worksheets/sheet1.xml") },
  { name: "parts.docx", codes: ["too-much-inside"], bytes: partsOfOneByte },
  { name: "rows.xlsx", codes: ["too-many-rows"], bytes: () => workbook(manyRows()) },
  {
    name: "million-rows.csv",
    codes: ["too-many-rows"],
    bytes: () => strToU8("Thu Sy;89,63\n".repeat(1_000_000)),
  },
  {
    name: "million-columns.csv",
    codes: ["too-many-columns"],
    bytes: () => strToU8(`${"1;".repeat(1_000_000)}\n`.repeat(2)),
  },
  {
    name: "rows.html",
    codes: ["too-many-rows"],
    bytes: () => strToU8(`<table>${"<tr><td>1</td></tr>".repeat(300_000)}</table>`),
  },
  { name: "deep.html", codes: ["too-deep"], bytes: () => strToU8(`<p>1</p>${"<div>".repeat(1_000_000)}`) },
  {
    name: "pages.pdf",
    codes: ["too-many-pages"],
    bytes: () => tinyPdf(Array.from({ length: 3_000 }, () => ({ content: textAt(60, 700, "88,03") }))),
  },
  {
    name: "lines.pdf",
    codes: ["too-slow", "too-heavy"],
    bytes: () => tinyPdf([{ content: "0 0 m 10 10 l S\n".repeat(8_000_000) }]),
  },
  {
    name: "letters.pdf",
    codes: ["too-heavy"],
    bytes: () => tinyPdf([{ content: textAt(0, 700, "88,03 ".repeat(300_000), 0.01) }]),
  },
  { name: "vast.png", codes: ["large-picture"], bytes: vastPng },
  {
    name: "half.jpg",
    codes: ["damaged-picture"],
    bytes: () => bytesIn("scans/tienlu.p3.s110.jpg").slice(0, 40_000),
  },
  { name: "macros.docx", codes: ["macros"], bytes: () => wordFile("", { "vbaProject.bin": "macro" }) },
  { name: "locked.xlsx", codes: ["password"], bytes: () => compound("EncryptionInfo", "EncryptedPackage") },
  {
    name: "program.docx",
    codes: ["unsupported-format"],
    bytes: () => strToU8("MZ\u0090".padEnd(MEGABYTE), true),
  },
  { name: "noise.txt", codes: ["not-text"], bytes: noise },
  { name: "empty.docx", codes: ["empty"], bytes: () => new Uint8Array() },
  { name: "letter.rtf", codes: ["rtf"], bytes: () => strToU8("{\\rtf1\\ansi 88,03}") },
];

function bomb(part: string): Uint8Array {
  return zipSync({ [part]: new Uint8Array(100 * MEGABYTE).fill(32) });
}

function partsOfOneByte(): Uint8Array {
  const parts = Array.from({ length: 2_500 }, (_, i) => [`word/${i}.xml`, new Uint8Array(1)] as const);
  return zipSync(Object.fromEntries(parts));
}

/** Below what may be unpacked. */
const manyRows = (): string =>
  Array.from({ length: 400_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`).join("");

function workbook(rows: string): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const sheet = `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  const whole = bytesIn("office/tienlu-text.xlsx");
  const parts = new Map(Object.entries(unzipSync(whole)));
  return zipSync({ ...Object.fromEntries(parts), "xl/worksheets/sheet1.xml": strToU8(sheet) });
}

/** A file as .doc and .xls are, with streams of these names. */
export function compound(...streams: readonly string[]): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(container, name, Buffer.alloc(600));
  return new Uint8Array(CFB.write(container, { type: "buffer" }) as Buffer);
}

/** A png of 30,000 × 30,000 pixels that says so in its head; nobody has to unpack it. */
export function vastPng(): Uint8Array {
  const png = Uint8Array.from(bytesIn("scans/tienlu.p3.bin200.png"));
  const view = new DataView(png.buffer);
  view.setUint32(16, 30_000);
  view.setUint32(20, 30_000);
  view.setUint32(29, crcOf(png.subarray(12, 29)));
  return png;
}

/** As png reckons it (ISO 15948, annex D). */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Bytes that are no letters in any alphabet. */
function noise(): Uint8Array {
  const random = createRandom(766);
  return Uint8Array.from({ length: 2 * MEGABYTE }, () => Math.floor(random.next() * 256));
}
