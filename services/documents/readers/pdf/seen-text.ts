import type { Glyph } from "#services/documents/readers/pdf/glyph.ts";
import type { PageMarks } from "#services/documents/readers/pdf/page-marks.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** A page whose text can be read. */
export interface ReadablePage extends PageMarks {
  /** Its letters are a scanner's reading of its picture. */
  readonly isScanned: boolean;
}

/** The least letters of a page that was written; stamps and signatures on a scan have fewer. */
const FEWEST_WRITTEN = 200;
/** Of a scanned page, what its picture covers at least. */
const SCAN_SHARE = 0.5;
/** Of a page's letters, those nobody can tell that make it unreadable. */
const MOST_UNKNOWN = 0.02;
/** Of a text, what letters and digits are at least; a font that does not name its letters gives signs instead. */
const LEAST_LETTERS = 0.5;

/**
 * What was written of a page; null = it is a picture, whose own text, where a scanner laid one behind it, is not believed.
 * Throws DocumentRefused "unreadable-pdf" where fonts do not say which letters they hold.
 */
export function readable(page: PageMarks, number: number): ReadablePage | null {
  const seen = page.glyphs.filter(({ isHidden }) => !isHidden);
  if (page.pictureShare >= SCAN_SHARE && lettersOf(seen) < FEWEST_WRITTEN) return null;

  const isScanned = page.glyphs.length - seen.length > seen.length;
  const glyphs = isScanned ? page.glyphs : seen;
  if (isUnreadable(glyphs)) throw new DocumentRefused("unreadable-pdf", { page: number });
  return { ...page, glyphs, isScanned };
}

const isBlank = ({ text }: Glyph): boolean => text.trim() === "";

const lettersOf = (glyphs: readonly Glyph[]): number => glyphs.filter((glyph) => !isBlank(glyph)).length;

const UNKNOWN = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

function isUnreadable(glyphs: readonly Glyph[]): boolean {
  const drawn = glyphs.filter((glyph) => !isBlank(glyph));
  const unknown = drawn.filter(
    ({ text, font }) => font.isUnknown || (font.script === null && UNKNOWN.test(text)),
  );
  const letters = drawn.filter(({ text, font }) => font.script !== null || LETTER.test(text));
  return unknown.length > drawn.length * MOST_UNKNOWN || letters.length < drawn.length * LEAST_LETTERS;
}
