import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type Weight = "regular" | "semibold" | "bold";

/** Size in pixels. */
export interface Font {
  readonly size: number;
  readonly weight: Weight;
}

/** Knows which characters the bundled font has and how wide they are, without a canvas. */
export interface Typeface {
  /** Without kerning, so never noticeably narrower than what is drawn. */
  width(text: string, font: Font): number;
  /** NFC, single spaces, and nothing the font cannot draw. */
  clean(text: string): string;
  has(character: string): boolean;
}

const FAMILY = "@expo-google-fonts/be-vietnam-pro";
const FILES: Record<Weight, string> = {
  regular: "400Regular/BeVietnamPro_400Regular.ttf",
  semibold: "600SemiBold/BeVietnamPro_600SemiBold.ttf",
  bold: "700Bold/BeVietnamPro_700Bold.ttf",
};

/** The bundled font files (Be Vietnam Pro, OFL): weight → path. */
export function fontFiles(): Record<Weight, string> {
  const { resolve } = createRequire(import.meta.url);
  const path = (weight: Weight) => resolve(`${FAMILY}/${FILES[weight]}`);
  return { regular: path("regular"), semibold: path("semibold"), bold: path("bold") };
}

/** Reads the font files' own tables; throws when one is not a TrueType font with a Unicode map. */
export function loadTypeface(files = fontFiles()): Typeface {
  const advances = {
    regular: readAdvances(files.regular),
    semibold: readAdvances(files.semibold),
    bold: readAdvances(files.bold),
  };
  const has = (character: string) => advances.regular.has(character.codePointAt(0) ?? 0);

  return {
    has,
    width(text, { size, weight }) {
      let ems = 0;
      for (const character of text) ems += advances[weight].get(character.codePointAt(0) ?? 0) ?? 0;
      return ems * size;
    },
    clean(text) {
      const drawable = (character: string) =>
        has(character) ? character : [...character.normalize("NFKD")].filter(has).join("");
      const spaced = text.normalize("NFC").replace(/\s/gu, " ");
      return [...spaced].map(drawable).join("").replace(/ +/gu, " ").trim();
    },
  };
}

/** Code point → advance in ems, from `cmap` (format 4) and `hmtx` (OpenType specification). */
function readAdvances(path: string): Map<number, number> {
  const font = readFileSync(path);
  const unitsPerEm = font.readUInt16BE(tableAt(font, "head") + 18);
  const metrics = tableAt(font, "hmtx");
  const lastMetric = font.readUInt16BE(tableAt(font, "hhea") + 34) - 1;

  const advances = new Map<number, number>();
  for (const [code, glyph] of readGlyphs(font)) {
    advances.set(code, font.readUInt16BE(metrics + 4 * Math.min(glyph, lastMetric)) / unitsPerEm);
  }
  return advances;
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (font.toString("latin1", entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no table ${name}`);
}

function* readGlyphs(font: Buffer): Generator<[code: number, glyph: number]> {
  const map = unicodeMapAt(font);
  const size = font.readUInt16BE(map + 6);
  for (let i = 0; i < size; i += 2) {
    const last = font.readUInt16BE(map + 14 + i);
    const first = font.readUInt16BE(map + 16 + size + i);
    const delta = font.readUInt16BE(map + 16 + 2 * size + i);
    const offsetAt = map + 16 + 3 * size + i;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = first; code <= last; code++) {
      const listed = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - first));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) yield [code, glyph];
    }
  }
}

function unicodeMapAt(font: Buffer): number {
  const cmap = tableAt(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const map = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    if (font.readUInt16BE(map) === 4) return map;
  }
  throw new Error("The font has no Unicode map in format 4");
}
