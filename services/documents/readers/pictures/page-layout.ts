import { NO_FONT } from "#services/documents/readers/pdf/font.ts";
import { gridsOf } from "#services/documents/readers/pdf/grid.ts";
import { linesOf } from "#services/documents/readers/pdf/lines.ts";
import type { PageItem } from "#services/documents/readers/pdf/page-layout.ts";
import type { PictureLayout } from "#services/documents/readers/pdf/picture-reading.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";
import { type Passage, readPassage } from "#services/documents/readers/pictures/cells/passage.ts";
import type { PageReading } from "#services/documents/readers/pictures/page-reading.ts";
import {
  type Strokes,
  strokesOf,
  wornUprights,
} from "#services/documents/readers/pictures/pixels/line-runs.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";
import { wornStrokes } from "#services/documents/readers/pictures/pixels/worn-strokes.ts";
import { frameOf } from "#services/documents/readers/pictures/table/frame.ts";
import { lostTables } from "#services/documents/readers/pictures/table/lost-tables.ts";
import { readTable } from "#services/documents/readers/pictures/table/read-table.ts";
import type { Distrust } from "#services/documents/readers/pictures/table/trust.ts";
import { unruledTables } from "#services/documents/readers/pictures/table/unruled-tables.ts";
import { coversMost, wornTables } from "#services/documents/readers/pictures/table/worn-tables.ts";
import { tableRules } from "#services/documents/readers/pictures/table-rules.ts";
import { textParts } from "#services/documents/readers/pictures/text-parts.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";

/** Of the page's width, and pixels besides: shorter strokes are parts of letters. */
const SHORTEST_SHARE = 0.018;
const SHORTEST = 14;
const SHORTEST_AT_ALL = 40;
/** Pixels at 200 dots per inch: shorter ones with gaps may be letters of two lines. */
const SHORTEST_WORN = 120;
/** Fewer cells are a box round a text. */
const LEAST_CELLS = 4;

/** Tables first, then what stands between them. */
export async function layoutOfPicture(reading: PageReading): Promise<PictureLayout> {
  const { page, pointsAPixel, number } = reading;
  const { width, height } = page.ink;
  const strokes = strokesOf(page.ink, Math.max(SHORTEST_AT_ALL, width * SHORTEST_SHARE + SHORTEST));
  const grids = gridsOf(tableRules(strokes, pointsAPixel)).filter(({ cells }) => cells.length >= LEAST_CELLS);
  const tables: PageTable[] = [];
  const doubted: { readonly area: PixelBox; readonly why: Distrust }[] = [];
  const frames: PixelBox[] = [];
  const trusted: PixelBox[] = [];
  for (const grid of grids) {
    const read = await readTable(grid, reading);
    const frame = frameOf(grid, pointsAPixel);
    frames.push(frame);
    if ("table" in read) {
      tables.push(read.table);
      trusted.push(frame);
    } else doubted.push({ area: frame, why: read.distrust });
  }
  const faint = wornStrokes(page.ink, SHORTEST_WORN);
  const upright = [...strokes.upright, ...wornUprights(page.ink, SHORTEST_WORN), ...faint.upright];
  const lost = lostTables(upright, frames, width);
  doubted.push(...lost.map((area) => ({ area, why: "borders" as const })));
  const areas = doubted.map(({ area }) => area);
  const worn = await wornTables(reading, joinedStrokes(strokes, faint), areas, trusted);
  tables.push(...worn.map(({ table }) => table));
  const found = worn.map(({ frame }) => frame);
  const notes = doubted
    .filter(({ area }) => !found.some((frame) => coversMost(frame, area)))
    .map(({ why }) => untrusted(number, why));
  const unruled = unruledTables(await wordsBetween(reading, [...frames, ...lost, ...found], notes));
  for (const why of unruled.distrusts) notes.push(untrusted(number, why));
  const items = itemsOf(unruled.rest, [...tables, ...unruled.tables]);
  return { items, asides: [], height: height * pointsAPixel, notes };
}

const joinedStrokes = (a: Strokes, b: Strokes): Strokes => ({
  level: [...a.level, ...b.level],
  upright: [...a.upright, ...b.upright],
});

const untrusted = (page: number, why: Distrust): ImportWarning => ({
  code: "untrusted-table",
  facts: { page, why },
});

async function wordsBetween(reading: PageReading, covered: readonly PixelBox[], notes: ImportWarning[]) {
  const { page, pointsAPixel, engines, onWork, number } = reading;
  const parts = textParts(page.ink, covered);
  const passages = await Promise.all(parts.map((box) => readPassage(page, box, engines).finally(onWork)));
  const doubtful = passages.flatMap((passage) => passage.doubtful);
  if (doubtful.length > 0)
    notes.push({
      code: "doubtful-words",
      facts: { page: number, count: doubtful.length, shown: doubtful.slice(0, 5).join("; ") },
    });
  return parts.flatMap((box, i) => wordsOf(box, passages[i], pointsAPixel));
}

/** Points: the size letters of office papers have. Sizes told by ink differ from line to line. */
const SIZE = 13;

/** A part of a line as one word of a page; of several lines, one word each. */
function wordsOf(box: PixelBox, passage: Passage | undefined, pointsAPixel: number): readonly Word[] {
  const lines = passage?.lines ?? [];
  const pitch = (box.bottom - box.top) / Math.max(1, lines.length);
  return lines.map((text, i) => ({
    text,
    start: box.left * pointsAPixel,
    end: box.right * pointsAPixel,
    middle: (box.top + pitch * (i + 0.5)) * pointsAPixel,
    size: SIZE,
    turn: 0,
    isHidden: false,
    ink: "",
    font: NO_FONT,
    letters: [],
  }));
}

function itemsOf(words: readonly Word[], tables: readonly PageTable[]): readonly PageItem[] {
  const items: PageItem[] = [
    ...tables.map((table) => ({ type: "table" as const, table, at: table.top })),
    ...linesOf(words).map((line) => ({ type: "line" as const, line, at: line.middle })),
  ];
  return items.sort((a, b) => a.at - b.at);
}
