import type { PDFPageProxy } from "pdfjs-dist";
import type { LegacyScript } from "#services/text/legacy/legacy.ts";
import { fromTcvn3 } from "#services/text/legacy/tcvn3.ts";
import { fromVni } from "#services/text/legacy/vni.ts";

export interface Font {
  /** Width of a glyph's unit in sizes, usually 0.001. */
  readonly unit: number;
  /** Its alphabet, where its name tells an old one. */
  readonly script: LegacyScript | null;
  /** Small letters look like capitals in it. */
  readonly isCapital: boolean;
  /** It does not say which letters its shapes are. */
  readonly isUnknown: boolean;
}

export const NO_FONT: Font = { unit: 0.001, script: null, isCapital: false, isUnknown: false };

/** What pdfjs tells of a font. */
interface LoadedFont {
  readonly name?: string;
  readonly fontMatrix?: readonly number[];
  /** It could not be loaded. */
  readonly error?: unknown;
  readonly composite?: boolean;
  /** Letters of its codes; a span instead = none were given, and codes are taken for letters. */
  readonly toUnicode?: { readonly firstChar?: number };
}

export function fontOf(page: PDFPageProxy, id: string): Font {
  if (!page.commonObjs.has(id)) return NO_FONT;
  const { name = "", fontMatrix, error, composite, toUnicode }: LoadedFont = page.commonObjs.get(id);
  const script = scriptOf(name);
  return {
    unit: fontMatrix?.[0] ?? NO_FONT.unit,
    script,
    isCapital: script !== null && CAPITALS.test(name),
    isUnknown: error !== undefined || (composite === true && toUnicode?.firstChar !== undefined),
  };
}

/** ".VnTimeH", ".VnArialH,Bold" */
const CAPITALS = /H(?:[,-]|$)/u;

/** Fonts are named "ABCDEF+.VnTime", "VNI-Times". */
function scriptOf(name: string): LegacyScript | null {
  if (/^(?:[A-Z]{6}\+)?\.?Vn[A-Z]/u.test(name)) return "TCVN3 (.VnTime)";
  return /^(?:[A-Z]{6}\+)?VNI-/iu.test(name) ? "VNI" : null;
}

const UNTOLD = "\ufffd";

/** A word as it is seen; letters that nobody can tell are "\ufffd". */
export function decoded(text: string, { script, isCapital, isUnknown }: Font): string {
  if (isUnknown) return UNTOLD.repeat(text.length);
  const letters = script ? inUnicode(unsymbolic(text), script) : text;
  return isCapital ? letters.toUpperCase() : letters;
}

/** Symbol fonts, as old alphabets were made, keep their letters at U+F000. */
const unsymbolic = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000));

function inUnicode(text: string, script: LegacyScript): string {
  if (script === "VNI") return fromVni(text);
  return script === "TCVN3 (.VnTime)" ? fromTcvn3(text) : text;
}
