import { gridsOf } from "#services/documents/readers/pdf/grid.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { PageReading } from "#services/documents/readers/pictures/page-reading.ts";
import type { Strokes } from "#services/documents/readers/pictures/pixels/line-runs.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";
import { frameOf } from "#services/documents/readers/pictures/table/frame.ts";
import { readTable } from "#services/documents/readers/pictures/table/read-table.ts";
import { tableRules } from "#services/documents/readers/pictures/table-rules.ts";

/** Fewer cells are no table of several rows. */
const LEAST_CELLS = 8;

export interface WornTable {
  readonly table: PageTable;
  readonly frame: PixelBox;
}

/**
 * Tables where others could not be trusted or seen, told by all strokes, the dotted, dashed and worn ones too. Only those are taken
 * whose rows are numbered without a gap.
 */
export async function wornTables(
  reading: PageReading,
  strokes: Strokes,
  doubted: readonly PixelBox[],
  trusted: readonly PixelBox[],
): Promise<readonly WornTable[]> {
  if (doubted.length === 0) return [];
  const found: WornTable[] = [];
  for (const grid of gridsOf(tableRules(strokes, reading.pointsAPixel))) {
    const frame = frameOf(grid, reading.pointsAPixel);
    const isDoubted = doubted.some((area) => coversMost(frame, area));
    const isTaken = trusted.some((area) => sharedArea(frame, area) > 0);
    if (grid.cells.length < LEAST_CELLS || !isDoubted || isTaken) continue;
    const read = await readTable(grid, reading, { isGuessed: true });
    if ("table" in read) found.push({ table: read.table, frame });
  }
  return found;
}

/** Of an area, what a table must cover to be the one that was doubted there. */
const MOST = 0.8;

/** Whether a table lies where another was seen badly, and leaves hardly any of that out. */
export function coversMost(frame: PixelBox, area: PixelBox): boolean {
  const size = (area.right - area.left) * (area.bottom - area.top);
  return sharedArea(frame, area) >= size * MOST;
}

function sharedArea(one: PixelBox, other: PixelBox): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}
