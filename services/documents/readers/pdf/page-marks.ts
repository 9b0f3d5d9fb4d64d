import type { PDFPageProxy } from "pdfjs-dist";
import { type Drawing, newDrawing, STEPS } from "#services/documents/readers/pdf/drawing.ts";
import { fontOf } from "#services/documents/readers/pdf/font.ts";
import type { Glyph } from "#services/documents/readers/pdf/glyph.ts";
import type { Matrix } from "#services/documents/readers/pdf/matrix.ts";
import { orDamaged } from "#services/documents/readers/pdf/open-pdf.ts";
import { joinRules, type Piece, type Rules } from "#services/documents/readers/pdf/rules.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Points: five metres, the most that readers of pdf must know (ISO 32000-1, table C.1). */
const WIDEST = 14_400;

/** Letters, and likewise lines, that a page draws: a full one has six thousand letters. */
const MOST_MARKS = 100_000;

/** All that a page draws and that is read: letters in the order drawn, straight lines, how much is pictures. */
export interface PageMarks {
  readonly glyphs: readonly Glyph[];
  readonly rules: Rules<Piece>;
  /** Of the page's area; pictures that lie upon each other count twice. */
  readonly pictureShare: number;
  /** Points, as the page is read. */
  readonly width: number;
  readonly height: number;
}

/**
 * Letter by letter: pdfjs' own text items glue the cells of one row together. A page whose text runs up or down is
 * turned until it can be read. Rejects with DocumentRefused.
 */
export async function marksOf(page: PDFPageProxy, number: number): Promise<PageMarks> {
  if (isTooWide(page)) throw new DocumentRefused("odd-page", { page: number });
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const operators = await orDamaged(page.getOperatorList());
  const signatures = await signaturesOf(page);
  const draw = (rotation: number): PageMarks => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation });
    const drawing = newDrawing(transform as unknown as Matrix, {
      fontOf: (name) => fontOf(page, name),
      size: width * height,
      paint: { nothing: OPS.endPath, strokes: strokesAmong(OPS) },
    });
    follow(drawing, operators, OPS, signatures);
    requireFew(drawing);
    const rules = { level: joinRules(drawing.level), upright: joinRules(drawing.upright) };
    return {
      glyphs: drawing.glyphs,
      rules,
      pictureShare: drawing.pictures / (width * height),
      width,
      height,
    };
  };
  const upright = draw(page.rotate);
  const turn = mostTurned(upright.glyphs);
  return turn === 0 ? upright : draw((page.rotate + 360 - 90 * turn) % 360);
}

function requireFew({ glyphs, level, upright }: Drawing): void {
  if (Math.max(glyphs.length, level.length, upright.length) > MOST_MARKS)
    throw new DocumentRefused("too-heavy");
}

function isTooWide({ view: [left = 0, bottom = 0, right = 0, top = 0] }: PDFPageProxy): boolean {
  return right - left > WIDEST || top - bottom > WIDEST;
}

type Codes = Readonly<Record<string, number>>;

const strokesAmong = (codes: Codes): ReadonlySet<number> =>
  new Set(Object.keys(codes).flatMap((name) => (/stroke$/iu.test(name) ? [codes[name] ?? -1] : [])));

type Step = (drawing: Drawing, ...given: readonly unknown[]) => void;

function follow(
  drawing: Drawing,
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  codes: Codes,
  signatures: ReadonlySet<string>,
): void {
  const steps = new Map(Object.entries(STEPS).map(([name, step]) => [codes[name], step as Step]));
  let isSignature = false;
  for (const [i, code] of fnArray.entries()) {
    const given = (argsArray[i] ?? []) as readonly unknown[];
    if (code === codes.beginAnnotation) isSignature = signatures.has(String(given[0]));
    if (!isSignature) steps.get(code)?.(drawing, ...given);
    if (code === codes.endAnnotation) isSignature = false;
  }
}

/** Fields of digital signatures: they name who signed, which is not read. */
async function signaturesOf(page: PDFPageProxy): Promise<ReadonlySet<string>> {
  const annotations = (await orDamaged(page.getAnnotations())) as readonly {
    id: string;
    fieldType?: string;
  }[];
  return new Set(annotations.filter(({ fieldType }) => fieldType === "Sig").map(({ id }) => id));
}

/** The direction in which most of the page's letters are read. */
function mostTurned(glyphs: readonly Glyph[]): 0 | 1 | 2 | 3 {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) if (turn !== null) counts[turn] = (counts[turn] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts));
  return most === 1 || most === 2 || most === 3 ? most : 0;
}
