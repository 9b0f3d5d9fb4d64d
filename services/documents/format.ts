/**
 * What a file is by its first bytes. `package`: a zip, as .docx, .xlsx and .ods are. `compound`: as .doc and .xls are.
 * `sheet-xml`: a workbook that Excel 2003 saved as XML. `picture`: .jpg, .png or .webp.
 */
export type Format =
  | "package"
  | "compound"
  | "sheet-xml"
  | "markup"
  | "rtf"
  | "pdf"
  | "picture"
  | "other"
  | "text";

const HEADS: readonly (readonly [Format, readonly string[]])[] = [
  ["package", ["PK\u0003\u0004", "PK\u0005\u0006"]],
  ["compound", ["\u00d0\u00cf\u0011\u00e0"]],
  ["pdf", ["%PDF"]],
  ["rtf", ["{\\rtf"]],
  ["picture", ["\u0089PNG", "\u00ff\u00d8\u00ff"]],
  [
    "other",
    [
      "GIF8",
      "II*\u0000",
      "MM\u0000*",
      "Rar!",
      "7z\u00bc\u00af",
      "\u001f\u008b",
      "MZ\u0090",
      "\u007fELF",
      "ID3\u0003",
      "OggS",
    ],
  ],
];

/** Where a RIFF file, which may be a picture, a sound or a film, says what it is. */
const RIFF_KIND = 8;

/** Marks of the encoding, and the empty halves of UTF-16. */
const BYTE_ORDER = ["\u0000", "\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\u00fe\u00ff"];

/** Begins with an element or a comment; "<https://…>" is none. */
const MARKUP = /^<(?:!--|!doctype\s|[a-z][a-z\d-]*[\s>])/u;
const CLOSING = /<\/[a-z]/u;

const OLD_WORKBOOK = "urn:schemas-microsoft-com:office:spreadsheet";

const SAMPLE = 4_096;

/** Told by the bytes alone: names lie, and many programs write .xls over a web page. */
export function formatOf(bytes: Uint8Array): Format {
  const head = String.fromCharCode(...bytes.subarray(0, SAMPLE));
  for (const [format, starts] of HEADS) if (starts.some((start) => head.startsWith(start))) return format;
  if (head.startsWith("RIFF")) return head.startsWith("WEBP", RIFF_KIND) ? "picture" : "other";
  const words = BYTE_ORDER.reduce((text, mark) => text.replaceAll(mark, ""), head)
    .trimStart()
    .toLowerCase();
  if (words.startsWith("%pdf-")) return "pdf";
  if (MARKUP.test(words) && CLOSING.test(words)) return "markup";
  if (!words.startsWith("<?xml")) return "text";
  return words.includes(OLD_WORKBOOK) ? "sheet-xml" : "markup";
}
