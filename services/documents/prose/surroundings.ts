import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { Paragraph } from "#services/documents/letter/parts.ts";
import type { PassageMarks } from "#services/documents/letter/passage-marks.ts";
import { isOpenAt } from "#services/documents/marks/brackets.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import type { Period } from "#services/periods/period.ts";
import { countOfFirst, lastOfFirst } from "#services/text/in-order.ts";

/** Words that carry over from the line that introduces a list. */
export interface Intro {
  readonly topics: readonly TopicMark[];
  readonly period: Period | null;
}

export const NO_INTRO: Intro = { topics: [], period: null };

/** A paragraph as it is read: its words, what was recognised in them, and what is known from elsewhere. */
export interface Reading {
  readonly paragraph: Paragraph;
  readonly marks: PassageMarks;
  readonly context: ReadingContext;
  readonly intro: Intro;
}

/** Where something stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the sentence of a place begins. */
export function sentenceStart({ marks }: Reading, at: number): number {
  return lastOfFirst(marks.stops, (stop) => stop < at) ?? -1;
}

/** Where the sentence of a place ends. */
export function sentenceEnd({ marks, paragraph }: Reading, at: number): number {
  return marks.stops[countOfFirst(marks.stops, (stop) => stop < at)] ?? paragraph.text.length;
}

/** Farther words tell nothing of a figure: the longest sentence in the letters at hand has half as many letters. */
export const WORDS_REACH = 2_000;

/** The last mark before a place in its sentence that no closed bracket holds. */
export function lastOpen<M extends Place>(
  reading: Reading,
  marks: readonly M[],
  at: number,
  from = sentenceStart(reading, at),
): M | undefined {
  const earliest = Math.max(from, at - WORDS_REACH);
  for (let i = countOfFirst(marks, ({ end }) => end <= at) - 1; i >= 0; i -= 1) {
    const mark = marks[i];
    if (!mark || mark.start <= earliest) return undefined;
    if (isOpenAt(reading.paragraph, mark.start, at)) return mark;
  }
  return undefined;
}

/** The first mark behind a place. */
export function nextOf<M extends Place>(marks: readonly M[], at: number): M | undefined {
  return marks[countOfFirst(marks, ({ start }) => start < at)];
}

/** The figure before another one in its paragraph. */
export function previousFigure({ marks }: Reading, figure: Figure): Figure | undefined {
  return marks.figures[countOfFirst(marks.figures, ({ start }) => start < figure.start) - 1];
}

/** Indicators named before a figure in its sentence, else by the introduction. */
export function topicsBefore(reading: Reading, figure: Figure): readonly TopicMark[] {
  const here = topicsHere(reading, figure);
  return here.length > 0 ? here : reading.intro.topics;
}

/** Indicators named before a figure in its sentence. */
function topicsHere(reading: Reading, figure: Figure): readonly TopicMark[] {
  const from = Math.max(sentenceStart(reading, figure.start), figure.start - WORDS_REACH);
  const { topics } = reading.marks;
  return topics.slice(
    countOfFirst(topics, ({ start }) => start <= from),
    countOfFirst(topics, ({ end }) => end <= figure.start + 1),
  );
}

/** "15,4 điểm về công khai, minh bạch". */
const OF = /^\s(?:ve|o|cho|doi voi|tai)\s(?:(?:nhom|cac|bo|chi so|tieu chi|noi dung|thanh phan)\s)*$/u;

/** "12 hồ sơ quá hạn", "98% hồ sơ đúng hạn": the words behind the number say what it counts. */
export function topicBehind({ paragraph, marks }: Reading, figure: Figure): TopicMark | undefined {
  const topic = nextOf(marks.topics, figure.start + figure.written.length);
  if (!topic) return undefined;
  if (figure.measure === "points" || figure.measure === "plain")
    return OF.test(paragraph.folded.slice(figure.end, Math.max(figure.end, topic.start))) ? topic : undefined;
  if (figure.measure !== "count" && figure.measure !== "rate") return undefined;
  const isBehind = topic.start <= figure.end + 1;
  const between = paragraph.text.slice(figure.start + figure.written.length, topic.start);
  return isBehind && !/[,;:.]/u.test(between) ? topic : undefined;
}
