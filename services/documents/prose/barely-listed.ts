import type { Figure } from "#services/documents/marks/figures.ts";
import { type Measured, measure } from "#services/documents/marks/measure.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import { type Reading, sentenceStart, WORDS_REACH } from "#services/documents/prose/surroundings.ts";
import { TOTAL } from "#services/indicators/indicator.ts";

/** "5 huyện xếp loại tốt gồm: Thạch Hà (89,1), Can Lộc (88,74)": points, since the sentence speaks of points or classes. */
export function barelyListed(
  reading: Reading,
  figure: Figure,
  topics: readonly TopicMark[],
): Measured | null {
  if (!/[.,]/u.test(figure.written)) return null;
  const from = Math.max(sentenceStart(reading, figure.start), figure.start - WORDS_REACH);
  const words = reading.paragraph.folded.slice(Math.max(0, from), figure.start);
  if (!SAYS_POINTS.test(words) && !(TOP.test(words) && isAllOfTotal(reading, figure))) return null;
  return measure({ ...figure, measure: "points" }, topics, undefined, reading.context.topics.indicators);
}

/** "Top 5: A 96,1; B 95,8" */
const TOP = /(?:^|\s)top \d{1,3}(?:\s[^:;.\d]{0,60})?:/u;

/** Whether the paragraph up to a figure speaks of points, and of nothing but the index as a whole. */
function isAllOfTotal({ paragraph, marks, context }: Reading, { start }: Figure): boolean {
  const topics = marks.topics.filter((topic) => topic.start < start);
  const areTotal = topics.every(({ indicators }) => indicators.some(({ id }) => id === TOTAL));
  const isSaid = topics.length > 0 || SAYS_POINTS.test(paragraph.folded.slice(0, start));
  return context.index766 && areTotal && isSaid;
}

const SAYS_POINTS = /(?:^|\s)(?:diem|xep loai)(?!\p{L})/u;
