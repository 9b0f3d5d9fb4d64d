import { stack } from "#services/charts/layout/blocks.ts";
import { centredOn, type Row, type TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MIN_TEXT } from "#services/charts/layout/style.ts";
import { type Fitted, fitText, lineHeight, wrap } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";

export interface Name {
  readonly text: string;
  readonly strong: boolean;
}

export interface Names {
  readonly rows: readonly Row[];
  readonly texts: readonly TextBox[];
  /** Of the text, in pixels. */
  readonly size: number;
  /** Room the widest one takes. */
  readonly width: number;
}

export interface Room {
  readonly left: number;
  readonly top: number;
  /** What names and axis share. */
  readonly width: number;
  /** What all rows share. */
  readonly height: number;
  /** A row is not made higher than this for air alone. */
  readonly pitch: number;
  /** Preferred size of the text. */
  readonly size: number;
  /** No axis shares the width. */
  readonly alone?: boolean;
}

interface Attempt {
  readonly size: number;
  /** Room left to the axis. */
  readonly axis: number;
  readonly maxLines: number;
  /** Rows of longer names may be higher than the others. */
  readonly uneven?: boolean;
}

const PADDING = 2;
/** Figures are a pixel larger than the smallest names: lower rows would overlap. */
const LEAST_ROW = lineHeight(MIN_TEXT + 1);
const TIGHTEST: Attempt = { size: MIN_TEXT, axis: 120, maxLines: 2, uneven: true };

/** Names whole beside an axis as wide as can be: on one line, on two, smaller, beside a shorter axis; only then cut. */
export function placeNames(typeface: Typeface, names: readonly Name[], room: Room): Names {
  const tries: Attempt[] = [
    { size: room.size, axis: 340, maxLines: 1 },
    { size: room.size, axis: 250, maxLines: 1 },
    { size: room.size, axis: 320, maxLines: 2 },
    { size: MIN_TEXT, axis: 250, maxLines: 1 },
    { size: MIN_TEXT, axis: 250, maxLines: 2 },
    { size: MIN_TEXT, axis: 150, maxLines: 1 },
    { size: MIN_TEXT, axis: 190, maxLines: 2, uneven: true },
    TIGHTEST,
  ];
  for (const attempt of room.alone ? tries.map((each) => ({ ...each, axis: 0 })) : tries) {
    const lines = names.map((name) =>
      wrap(typeface, name.text, fontOf(name, attempt.size), room.width - attempt.axis),
    );
    const heights = rowHeights(lines, attempt, room);
    const whole = lines.every((line) => line.length <= attempt.maxLines);
    if (heights && whole) return settle(typeface, names, attempt, room, heights);
  }
  const height = Math.max(LEAST_ROW, Math.floor(room.height / names.length));
  const maxLines = height >= 2 * lineHeight(MIN_TEXT) ? 2 : 1;
  return settle(
    typeface,
    names,
    { ...TIGHTEST, maxLines, axis: room.alone ? 0 : TIGHTEST.axis },
    room,
    names.map(() => height),
  );
}

/** Equal heights, or uneven ones where allowed and needed; null when the names do not fit. */
function rowHeights(lines: readonly string[][], { size, uneven }: Attempt, room: Room): number[] | null {
  const needed = lines.map((line) => Math.max(LEAST_ROW, line.length * lineHeight(size) + PADDING));
  const even = Math.min(room.pitch, Math.floor(room.height / lines.length));
  const tall = needed.filter((height) => height > even);
  if (tall.length > 0 && !uneven) return null;

  const left = room.height - tall.reduce((sum, height) => sum + height, 0);
  const pitch = Math.min(even, Math.floor(left / Math.max(1, lines.length - tall.length)));
  const heights = needed.map((height) => (height > even ? height : pitch));
  return left >= 0 && needed.every((height, i) => height <= (heights[i] ?? 0)) ? heights : null;
}

function settle(
  typeface: Typeface,
  names: readonly Name[],
  { size, axis, maxLines }: Attempt,
  room: Room,
  heights: readonly number[],
): Names {
  const fitted = names.map((name) =>
    fitText(typeface, name.text, { fonts: [fontOf(name, size)], width: room.width - axis, maxLines }),
  );
  const rows = stackRows(heights, room.top);
  return {
    rows,
    size,
    texts: fitted.flatMap((name, i) => centredLines(typeface, name, room.left, middleOf(rows[i]))),
    width: Math.ceil(Math.max(0, ...fitted.map(({ width }) => width))),
  };
}

const fontOf = ({ strong }: Name, size: number): Font => ({ size, weight: strong ? "semibold" : "regular" });

function stackRows(heights: readonly number[], start: number): Row[] {
  let top = start;
  return heights.map((height) => {
    const row = { top, bottom: top + height };
    top = row.bottom;
    return row;
  });
}

function centredLines(typeface: Typeface, name: Fitted, left: number, middle: number): TextBox[] {
  const { size } = name.font;
  const first = centredOn(middle - ((name.lines.length - 1) * lineHeight(size)) / 2, size);
  return stack(typeface, name, { left, top: first - size, color: COLOR.ink });
}

/** Of a row; 0 for none. */
export const middleOf = (row: Row | undefined): number => (row ? (row.top + row.bottom) / 2 : 0);
