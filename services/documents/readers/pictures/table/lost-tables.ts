import { around } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { Stroke } from "#services/documents/readers/pictures/pixels/line-runs.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels: a stroke this far outside a table still belongs to it. */
const NEAR = 14;
/** Pixels: strokes nearer to each other are borders of one column, as double ones are. */
const APART = 22;
/** Fewer borders, or all of them within less of the page's width, are the edge of a sheet, a stamp or a code. */
const LEAST_BORDERS = 3;
const NARROWEST = 0.2;

/**
 * Where upright strokes stand side by side that belong to none of the tables found: a table was drawn there whose
 * borders are too worn to part its cells. Pixels.
 */
export function lostTables(
  upright: readonly Stroke[],
  tables: readonly PixelBox[],
  pageWidth: number,
): readonly PixelBox[] {
  const lost = upright.filter((stroke) => !tables.some((table) => belongsTo(stroke, table)));
  return sideBySide(lost)
    .filter((strokes) => isTable(strokes, pageWidth))
    .map((strokes) =>
      around(strokes.map(({ at, from, to }) => ({ left: at, right: at, top: from, bottom: to }))),
    );
}

const belongsTo = ({ at, from, to }: Stroke, { left, top, right, bottom }: PixelBox): boolean =>
  at >= left - NEAR && at <= right + NEAR && from >= top - NEAR && to <= bottom + NEAR;

/** Strokes in groups that lie at the same height of the page. */
function sideBySide(strokes: readonly Stroke[]): readonly (readonly Stroke[])[] {
  const groups: Stroke[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const stroke of strokes.toSorted((a, b) => a.from - b.from)) {
    if (stroke.from <= end) groups.at(-1)?.push(stroke);
    else groups.push([stroke]);
    end = Math.max(end, stroke.to);
  }
  return groups;
}

function isTable(strokes: readonly Stroke[], pageWidth: number): boolean {
  const places = strokes.map(({ at }) => at).sort((a, b) => a - b);
  const borders = places.filter((at, i) => i === 0 || at - (places[i - 1] ?? at) >= APART).length;
  return borders >= LEAST_BORDERS && (places.at(-1) ?? 0) - (places[0] ?? 0) > pageWidth * NARROWEST;
}
