import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { Table } from "#services/documents/letter/parts.ts";
import type { NumberCell } from "#services/documents/marks/cells.ts";
import { figuresIn, isResultLike } from "#services/documents/marks/figures.ts";
import { hasAny, type Passage } from "#services/documents/marks/passage.ts";
import type { PeriodMark } from "#services/documents/marks/period-marks.ts";
import type { Topics } from "#services/documents/marks/topics.ts";
import { mayBePoints } from "#services/documents/tables/column-meaning.ts";
import { RANKS } from "#services/documents/tables/column-words.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";

/** What a table's caption says of columns whose heads name nothing. */
export interface Caption {
  /** What points may be of, best first. */
  readonly points: readonly Indicator[];
  /** It speaks of points itself, so that a column headed by its period alone holds them. */
  readonly isSaid: boolean;
}

/** What a column headed "Điểm" is of: what the caption names, else the index itself where the paper speaks of it. */
export function captionOf({ above }: Table, { topics, index766 }: ReadingContext): Caption | null {
  const caption = above.at(-1);
  const stated = caption ? statedMaximum(caption) : null;
  const named = caption && !isProse(caption) ? pointsNamedIn(caption, topics) : [];
  const ofIndex = index766 ? [topics.indicators.get(TOTAL) ?? []].flat() : [];
  const points = (named.length > 0 ? named : ofIndex).filter(({ max }) => stated === null || max === stated);
  if (points.length === 0) return null;
  const isSaid = above.some((passage) => hasAny(passage, ["diem"]) && !hasAny(passage, RANKS));
  return { points, isSaid };
}

const MAXIMUM = /(?:toi da|thang diem)(?: la)?:? (\d{1,3})(?!\d)|\((\d{1,3}) diem\)/u;

function statedMaximum({ folded }: Passage): number | null {
  const [, most, inBrackets] = MAXIMUM.exec(folded) ?? [];
  const stated = most ?? inBrackets;
  return stated === undefined ? null : Number(stated);
}

/** What the last of its words may mean. */
function pointsNamedIn(caption: Passage, topics: Topics): readonly Indicator[] {
  const marks = topics
    .in(caption)
    .map(({ indicators }) => indicators.filter(({ measure }) => measure === "points"));
  return marks.findLast(({ length }) => length > 0) ?? [];
}

/** Text with results of its own is no caption: what it names is not what the table is of. */
function isProse(passage: Passage): boolean {
  const results = figuresIn(passage).filter(isResultLike);
  return results.length > 1 || results.some(({ written }) => /\d[.,]\d/u.test(written));
}

/** "Điểm", "Tháng 8 Số điểm", "Tháng 8", "Cả 3 tháng": of what, the caption says. */
export function captioned(
  { folded }: Passage,
  marks: readonly PeriodMark[],
  numbers: readonly NumberCell[],
  caption: Caption | null,
): Indicator | null {
  const points = caption?.points.find(({ max }) => mayBePoints(numbers, max ?? 0));
  if (!caption || !points) return null;
  const left = marks.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), folded);
  const rest = left.replace(/[\s()/]+/gu, " ").trim();
  const isPeriod = (rest === "" || rest === "ca") && marks.length > 0 && caption.isSaid;
  return isPeriod || ONLY_POINTS.test(rest) ? points : null;
}

const ONLY_POINTS = /^(?:(?:so|tong) )?diem(?: so| dat| dat duoc| danh gia)?$/u;
