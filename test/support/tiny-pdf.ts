import { deflateSync } from "node:zlib";

export interface TinyPage {
  /** Operators (ISO 32000-1, annex A); letters as codes of Windows-1252. /F1 is a font, /I a white picture. */
  readonly content: string | Uint8Array;
  /** Degrees clockwise that a viewer turns it by. */
  readonly rotate?: number;
  /** Named for what it is: "Helvetica", ".VnTime". */
  readonly font?: string;
  /** Codes of two bytes of which nothing tells the letters. */
  readonly isUnnamed?: boolean;
}

/** A pdf of A4 pages, written by hand: what no program at hand would print. */
export function tinyPdf(pages: readonly TinyPage[]): Uint8Array {
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(" ");
  const objects = [
    latin("<</Type/Catalog/Pages 2 0 R>>"),
    latin(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`),
    ...pages.flatMap(({ content, rotate = 0, font = "Helvetica", isUnnamed = false }, i) => {
      const at = 3 + i * 3;
      const resources = `<</Font<</F1 ${at + 2} 0 R>>/XObject<</I ${3 + pages.length * 3} 0 R>>>>`;
      return [
        latin(
          `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}/Contents ${at + 1} 0 R/Resources${resources}>>`,
        ),
        stream(content, ""),
        latin(isUnnamed ? unnamedFont(font) : namedFont(font)),
      ];
    }),
    stream(
      new Uint8Array(8).fill(255),
      "/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 1/ColorSpace/DeviceGray",
    ),
  ];
  return assembled(objects);
}

/** A line of text of 12 points, its baseline beginning at a point; the page's origin is its lower left corner. */
export const textAt = (x: number, y: number, text: string, size = 12): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/gu, "\\$&")}) Tj ET\n`;

const namedFont = (name: string): string =>
  `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;

const unnamedFont = (name: string): string =>
  `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4>>>>]>>`;

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

function stream(content: string | Uint8Array, entries: string): Uint8Array {
  const packed = deflateSync(typeof content === "string" ? latin(content) : content);
  const head = `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>stream\n`;
  return Buffer.concat([latin(head), packed, latin("\nendstream")]);
}

function assembled(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [latin("%PDF-1.4\n")];
  const places: number[] = [];
  let length = 9;
  for (const [i, object] of objects.entries()) {
    const whole = Buffer.concat([latin(`${i + 1} 0 obj\n`), object, latin("\nendobj\n")]);
    places.push(length);
    length += whole.length;
    parts.push(whole);
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    latin(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
