import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { Paragraph } from "#services/documents/letter/parts.ts";
import type { PassageMarks } from "#services/documents/letter/passage-marks.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import type { UnitRef } from "#services/documents/marks/places-of-units.ts";
import { toDateOf } from "#services/documents/marks/to-date.ts";
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

/** Whose figure it is. */
export interface Subject {
  readonly unit: UnitRef | null;
  /** Named right beside the figure: "Cương Chính: 82,71%", "98,63 điểm (Sở Công Thương)". */
  readonly near: boolean;
  /** Named in the same clause. */
  readonly named: boolean;
}

/** Where the sentence of a place begins. */
export function sentenceStart({ marks }: Reading, at: number): number {
  return lastOfFirst(marks.stops, (stop) => stop < at) ?? -1;
}

/** Farther words tell nothing of a figure: the longest sentence in the letters at hand has half as many letters. */
const WORDS_REACH = 2_000;

/** Indicators named before a figure in its sentence, else by the introduction. */
export function topicsBefore(reading: Reading, figure: Figure): readonly TopicMark[] {
  const from = Math.max(sentenceStart(reading, figure.start), figure.start - WORDS_REACH);
  const { topics } = reading.marks;
  const here = topics.slice(
    countOfFirst(topics, ({ start }) => start <= from),
    countOfFirst(topics, ({ end }) => end <= figure.start + 1),
  );
  return here.length > 0 ? here : reading.intro.topics;
}

/** "12 hồ sơ quá hạn", "98% hồ sơ đúng hạn": the words behind the number say what it counts. */
export function topicBehind({ paragraph, marks }: Reading, figure: Figure): TopicMark | undefined {
  if (figure.measure !== "count" && figure.measure !== "rate") return undefined;
  const number = figure.start + figure.written.length;
  const topic = marks.topics[countOfFirst(marks.topics, ({ start }) => start < number)];
  const isBehind = topic !== undefined && topic.start <= figure.end + 1;
  return isBehind && !/[,;:.]/u.test(paragraph.text.slice(number, topic.start)) ? topic : undefined;
}

export function subjectOfFigure(reading: Reading, figure: Figure): Subject {
  const { paragraph, marks, context } = reading;
  const behind = marks.units[countOfFirst(marks.units, ({ start }) => start < figure.end)];
  if (behind && /^\s?\((?:UBND )?$/u.test(paragraph.text.slice(figure.end, behind.start)))
    return { unit: behind.unit, near: true, named: true };

  const last = lastOfFirst(marks.units, ({ end }) => end <= figure.start);
  const before = last && last.start > sentenceStart(reading, figure.start) ? last : undefined;
  if (isLabelled(reading, figure, before?.end ?? 0)) return { unit: null, near: false, named: true };
  if (!before) return { unit: context.cast.own, near: false, named: false };
  const between = paragraph.text.slice(before.end, figure.start);
  const near = /^\s?[:(–-]?\s?(?:đạt|là|được)?\s?$/u.test(between);
  return { unit: before.unit, near, named: near || !/[,;:.\d]/u.test(between) };
}

/** "Minh Phương: 15 hồ sơ" of a name nobody knows: the figure is that one's, not the last unit's. */
function isLabelled({ paragraph, marks }: Reading, figure: Figure, after: number): boolean {
  if (paragraph.scanned) return false;
  const from = Math.max(after, figure.start - LONGEST_LABEL);
  const label = /(?<![\p{L}-])(?:\p{Lu}\p{Ll}*\s){1,4}\p{Lu}\p{Ll}*\s?:\s?$/u.exec(
    paragraph.text.slice(from, figure.start),
  );
  const topic = lastOfFirst(marks.topics, ({ start }) => start < figure.start);
  return label !== null && !(topic && topic.end > from + label.index);
}

const LONGEST_LABEL = 60;

/**
 * The period said in the figure's sentence, else the document's. A sentence without one that follows a sentence of
 * another period could mean either: null.
 */
export function periodOfFigure(reading: Reading, figure: Figure): Period | null {
  const { marks, context, intro } = reading;
  const before = lastOfFirst(marks.said, ({ end }) => end <= figure.start);
  const general = intro.period ?? context.period;
  const isSaidHere = before !== undefined && before.start > sentenceStart(reading, figure.start);
  if (before && !isSaidHere && before.period !== general) return null;
  const period = isSaidHere ? before.period : general;
  return period ? toDateOf(period, context.issued) : null;
}

/** The extraction time said in the figure's own statement. */
export function momentOfFigure(reading: Reading, figure: Figure): string | null {
  const { paragraph, marks } = reading;
  const moment = lastOfFirst(marks.moments, ({ end }) => end <= figure.start);
  if (!moment || moment.start <= sentenceStart(reading, figure.start)) return null;
  const between = paragraph.text.slice(moment.start, figure.start + 1);
  return between.length <= WORDS_REACH && !between.includes(";") ? moment.at : null;
}

/** Whether the figure stands in the breath of a period that others are compared with. */
export function isCompared({ paragraph, marks }: Reading, figure: Figure): boolean {
  const mark = lastOfFirst(marks.periods, (each) => each.end <= figure.start);
  return mark?.compared === true && !/[,.;]/u.test(paragraph.text.slice(mark.end, figure.start));
}
