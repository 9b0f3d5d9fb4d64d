import type { Font } from "#services/documents/readers/pdf/font.ts";
import type { Glyph } from "#services/documents/readers/pdf/glyph.ts";
import {
  fillInk,
  INITIAL_PAINT,
  inkOfLetters,
  type Paint,
  strokeInk,
} from "#services/documents/readers/pdf/ink.ts";
import { type Matrix, pointAt, times } from "#services/documents/readers/pdf/matrix.ts";
import { type Piece, piecesOf } from "#services/documents/readers/pdf/rules.ts";
import {
  atLine,
  INITIAL_TEXT,
  movedBy,
  type Shown,
  show,
  type TextState,
} from "#services/documents/readers/pdf/text-state.ts";

interface GraphicsState {
  readonly page: Matrix;
  readonly text: TextState;
  readonly paint: Paint;
}

/** A page while its drawing is followed step by step. */
export interface Drawing {
  state: GraphicsState;
  readonly saved: GraphicsState[];
  /** Units of the page as points from its upper left corner. */
  readonly base: Matrix;
  readonly glyphs: Glyph[];
  readonly level: Piece[];
  readonly upright: Piece[];
  /** Pictures, in square points. */
  pictures: number;
  readonly fontOf: (name: string) => Font;
  /** Square points. */
  readonly size: number;
  /** Ways to paint a path, by their code. */
  readonly paint: { readonly nothing: number; readonly strokes: ReadonlySet<number> };
}

export function newDrawing(base: Matrix, given: Pick<Drawing, "fontOf" | "size" | "paint">): Drawing {
  const state = { page: base, text: INITIAL_TEXT, paint: INITIAL_PAINT };
  return { ...given, state, saved: [], base, glyphs: [], level: [], upright: [], pictures: 0 };
}

/** What pdfjs gives with each step, by the step's name in its `OPS`. */
interface Arguments {
  save: [];
  restore: [];
  transform: Matrix;
  paintFormXObjectBegin: [matrix: Matrix | null];
  paintFormXObjectEnd: [];
  beginAnnotation: [id: string, box: unknown, place: Matrix, matrix: Matrix];
  endAnnotation: [];
  beginText: [];
  setTextMatrix: [matrix: Matrix];
  setFont: [name: string, size: number];
  setCharSpacing: [spacing: number];
  setWordSpacing: [spacing: number];
  setHScale: [percent: number];
  setLeading: [leading: number];
  setTextRise: [rise: number];
  setTextRenderingMode: [mode: number];
  setFillRGBColor: [colour: string];
  setStrokeRGBColor: [colour: string];
  setFillColorN: [];
  setStrokeColorN: [];
  setGState: [settings: readonly (readonly [name: string, value: unknown])[]];
  moveText: [x: number, y: number];
  setLeadingMoveText: [x: number, y: number];
  nextLine: [];
  showText: [shown: readonly Shown[]];
  constructPath: [paint: number, paths: readonly (ArrayLike<number> | null)[]];
  paintImageXObject: [];
  paintInlineImageXObject: [];
  paintImageMaskXObject: [];
  paintSolidColorImageMask: [];
}

type Steps = { readonly [Name in keyof Arguments]: (drawing: Drawing, ...given: Arguments[Name]) => void };

/** How letters are painted (ISO 32000-1, table 106): neither filled nor stroked; stroked alone. */
const UNSEEN_MODES: readonly number[] = [3, 7];
const OUTLINED_MODES: readonly number[] = [1, 5];
const PATTERN = "pattern";
const PICTURE = "picture";

/** What each step of a page's drawing does (ISO 32000-1, annex A); what only shapes and pictures are painted with changes nothing here. */
export const STEPS: Steps = {
  save,
  restore,
  transform: (drawing, ...matrix) => transform(drawing, matrix),
  paintFormXObjectBegin: (drawing, matrix) => {
    save(drawing);
    if (matrix) transform(drawing, matrix);
  },
  paintFormXObjectEnd: restore,
  beginAnnotation: (drawing, _id, _box, place, matrix) => {
    save(drawing);
    const page = times(drawing.base, times(place, matrix));
    drawing.state = { page, text: INITIAL_TEXT, paint: INITIAL_PAINT };
  },
  endAnnotation: restore,
  beginText: (drawing) =>
    setText(drawing, { ...atLine(drawing.state.text, 0, 0), matrix: INITIAL_TEXT.matrix }),
  setTextMatrix: (drawing, matrix) => setText(drawing, { ...atLine(drawing.state.text, 0, 0), matrix }),
  setFont: (drawing, name, size) =>
    change(drawing, { font: drawing.fontOf(name), size: Math.abs(size), direction: size < 0 ? -1 : 1 }),
  setCharSpacing: (drawing, charSpacing) => change(drawing, { charSpacing }),
  setWordSpacing: (drawing, wordSpacing) => change(drawing, { wordSpacing }),
  setHScale: (drawing, percent) => change(drawing, { stretch: percent / 100 }),
  setLeading: (drawing, leading) => change(drawing, { leading: -leading }),
  setTextRise: (drawing, rise) => change(drawing, { rise }),
  setTextRenderingMode: (drawing, mode) => {
    change(drawing, { isHidden: UNSEEN_MODES.includes(mode) });
    paintWith(drawing, { isOutlined: OUTLINED_MODES.includes(mode) });
  },
  setFillRGBColor: (drawing, fill) => paintWith(drawing, { fill }),
  setStrokeRGBColor: (drawing, stroke) => paintWith(drawing, { stroke }),
  setFillColorN: (drawing) => paintWith(drawing, { fill: PATTERN }),
  setStrokeColorN: (drawing) => paintWith(drawing, { stroke: PATTERN }),
  setGState: (drawing, settings) => {
    const opacity = settings.find(([name]) => name === "ca")?.[1];
    if (typeof opacity === "number") paintWith(drawing, { opacity });
  },
  moveText: (drawing, x, y) => setText(drawing, movedBy(drawing.state.text, x, y)),
  setLeadingMoveText: (drawing, x, y) =>
    setText(drawing, { ...movedBy(drawing.state.text, x, y), leading: y }),
  nextLine: (drawing) => setText(drawing, movedBy(drawing.state.text, 0, drawing.state.text.leading)),
  showText: (drawing, shown) => {
    const { text: before, page, paint } = drawing.state;
    const { glyphs, text } = show(before, shown, page, inkOfLetters(paint));
    for (const glyph of glyphs) drawing.glyphs.push(glyph);
    setText(drawing, text);
  },
  constructPath: drawPath,
  paintImageXObject: drawPicture,
  paintInlineImageXObject: drawPicture,
  paintImageMaskXObject: drawPicture,
  paintSolidColorImageMask: drawPicture,
};

function save({ state, saved }: Drawing): void {
  saved.push(state);
}

function restore(drawing: Drawing): void {
  drawing.state = drawing.saved.pop() ?? drawing.state;
}

function transform(drawing: Drawing, matrix: Matrix): void {
  drawing.state = { ...drawing.state, page: times(drawing.state.page, matrix) };
}

function setText(drawing: Drawing, text: TextState): void {
  drawing.state = { ...drawing.state, text };
}

function change(drawing: Drawing, changed: Partial<TextState>): void {
  setText(drawing, { ...drawing.state.text, ...changed });
}

function paintWith(drawing: Drawing, changed: Partial<Paint>): void {
  drawing.state = { ...drawing.state, paint: { ...drawing.state.paint, ...changed } };
}

function drawPath(drawing: Drawing, paint: number, [path]: readonly (ArrayLike<number> | null)[]): void {
  if (!path || paint === drawing.paint.nothing) return;
  const isStroked = drawing.paint.strokes.has(paint);
  const { level, upright } = piecesOf(path, drawing.state.page, isStroked);
  const ink = isStroked ? strokeInk(drawing.state.paint) : fillInk(drawing.state.paint);
  for (const rule of level) drawing.level.push({ ...rule, ink });
  for (const rule of upright) drawing.upright.push({ ...rule, ink });
}

/** The unit square, filled: a thin one is a rule. */
const UNIT_SQUARE = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4];
/** Share of the page that a picture must cover to stand for it. */
const WHOLE_PAGE = 0.5;

/** What lies under a picture of the whole page is what a scanner read from it. */
function drawPicture(drawing: Drawing): void {
  const { page } = drawing.state;
  const { level, upright } = piecesOf(UNIT_SQUARE, page, false);
  for (const rule of level) drawing.level.push({ ...rule, ink: PICTURE });
  for (const rule of upright) drawing.upright.push({ ...rule, ink: PICTURE });
  const [origin, along, up] = [pointAt(page, 0, 0), pointAt(page, 1, 0), pointAt(page, 0, 1)];
  const area = Math.abs((along.x - origin.x) * (up.y - origin.y) - (along.y - origin.y) * (up.x - origin.x));
  drawing.pictures += area;
  if (area < drawing.size * WHOLE_PAGE) return;
  const below = drawing.glyphs.splice(0).map((glyph) => ({ ...glyph, isHidden: true }));
  for (const glyph of below) drawing.glyphs.push(glyph);
}
