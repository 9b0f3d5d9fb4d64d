import type { ReadingContext } from "#services/documents/reading/context.ts";
import type { Figure } from "#services/documents/reading/figures.ts";
import type { Paragraph } from "#services/documents/reading/parts.ts";
import type { UnitRef } from "#services/documents/reading/places-of-units.ts";
import type { ProseMarks } from "#services/documents/reading/prose-marks.ts";
import { toDateOf } from "#services/documents/reading/to-date.ts";
import type { TopicMark } from "#services/documents/reading/topics.ts";
import type { Period } from "#services/periods/period.ts";

/** Words that carry over from the line that introduces a list. */
export interface Intro {
  readonly topics: readonly TopicMark[];
  readonly period: Period | null;
}

export const NO_INTRO: Intro = { topics: [], period: null };

/** A paragraph as it is read: its words, what was recognised in them, and what is known from elsewhere. */
export interface Reading {
  readonly paragraph: Paragraph;
  readonly marks: ProseMarks;
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
  return marks.stops.findLast((stop) => stop < at) ?? -1;
}

/** Indicators named before a figure in its sentence, else by the introduction. */
export function topicsBefore(reading: Reading, figure: Figure): readonly TopicMark[] {
  const from = sentenceStart(reading, figure.start);
  const here = reading.marks.topics.filter((mark) => mark.start > from && mark.end <= figure.start + 1);
  return here.length > 0 ? here : reading.intro.topics;
}

/** "12 hồ sơ quá hạn", "98% hồ sơ đúng hạn": the words behind the number say what it counts. */
export function topicBehind({ paragraph, marks }: Reading, figure: Figure): TopicMark | undefined {
  if (figure.measure !== "count" && figure.measure !== "rate") return undefined;
  const number = figure.start + figure.written.length;
  const isBehind = (at: number) => at >= number && at <= figure.end + 1;
  return marks.topics.find(
    (mark) => isBehind(mark.start) && !/[,;:.]/u.test(paragraph.text.slice(number, mark.start)),
  );
}

export function subjectOfFigure(reading: Reading, figure: Figure): Subject {
  const { paragraph, marks, context } = reading;
  const behind = marks.units.find((mark) => {
    const between = paragraph.text.slice(figure.end, mark.start);
    return mark.start >= figure.end && /^\s?\((?:UBND )?$/u.test(between);
  });
  if (behind) return { unit: behind.unit, near: true, named: true };

  const from = sentenceStart(reading, figure.start);
  const before = marks.units.findLast((mark) => mark.end <= figure.start && mark.start > from);
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
  return (
    label !== null &&
    !marks.topics.some((topic) => topic.end > from + label.index && topic.start < figure.start)
  );
}

const LONGEST_LABEL = 60;

/**
 * The period said in the figure's sentence, else the document's. A sentence without one that follows a sentence of
 * another period could mean either: null.
 */
export function periodOfFigure(reading: Reading, figure: Figure): Period | null {
  const { marks, context, intro } = reading;
  const before = marks.periods.findLast((mark) => mark.end <= figure.start && !mark.compared);
  const general = intro.period ?? context.period;
  const isSaidHere = before !== undefined && before.start > sentenceStart(reading, figure.start);
  if (before && !isSaidHere && before.period !== general) return null;
  const period = isSaidHere ? before.period : general;
  return period ? toDateOf(period, context.issued) : null;
}

/** The extraction time said in the figure's own statement. */
export function momentOfFigure(reading: Reading, figure: Figure): string | null {
  const { paragraph, marks } = reading;
  const from = Math.max(sentenceStart(reading, figure.start), paragraph.text.lastIndexOf(";", figure.start));
  return marks.moments.findLast((mark) => mark.start > from && mark.end <= figure.start)?.at ?? null;
}

/** Whether the figure stands in the breath of a period that others are compared with. */
export function isCompared({ paragraph, marks }: Reading, figure: Figure): boolean {
  const mark = marks.periods.findLast((each) => each.end <= figure.start);
  return mark?.compared === true && !/[,.;]/u.test(paragraph.text.slice(mark.end, figure.start));
}
