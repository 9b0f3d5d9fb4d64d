import type { Figure } from "#services/documents/marks/figures.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import type { PeriodMark } from "#services/documents/marks/period-marks.ts";
import { toDateOf } from "#services/documents/marks/to-date.ts";
import { isReached } from "#services/documents/prose/cues.ts";
import {
  lastOpen,
  nextOf,
  type Reading,
  sentenceStart,
  WORDS_REACH,
} from "#services/documents/prose/surroundings.ts";
import type { Period } from "#services/periods/period.ts";
import { lastOfFirst } from "#services/text/in-order.ts";

/**
 * The periods a figure is of: the one said right behind it, else in its sentence ("tháng 9 và tháng 10": both), else
 * the document's. None when it could be either: the sentence before spoke of another, or its own of "3 tháng".
 */
export function periodsOfFigure(reading: Reading, figure: Figure): readonly Period[] {
  const { context, intro } = reading;
  const before = periodBehind(reading, figure) ?? lastSaid(reading, figure);
  const general = intro.period ?? context.period;
  const unsure = lastOpen(reading, reading.marks.unsure, figure.start);
  if (unsure && (before?.start ?? -1) < unsure.start) return [];
  const isSaidHere = before !== undefined && before.start > sentenceStart(reading, figure.start);
  if (before && !isSaidHere && before.period !== general) return [];
  const periods = isSaidHere ? joined(reading, before).map(({ period }) => period) : general ? [general] : [];
  return periods.map((period) => toDateOf(period, context.issued));
}

/** "88,1 điểm (tháng 9)", "88,1 điểm của tháng 9". */
function periodBehind({ paragraph, marks }: Reading, figure: Figure): PeriodMark | undefined {
  const mark = nextOf(marks.said, figure.end);
  if (!mark || mark.start - figure.end > LONGEST_LEAD) return undefined;
  const between = paragraph.folded.slice(figure.end, mark.start);
  const isBracket = /^\s?\($/u.test(between) && paragraph.text.charAt(mark.end) === ")";
  return isBracket || /^\s(?:cua|trong|vao)\s$/u.test(between) ? mark : undefined;
}

const LONGEST_LEAD = 8;

function lastSaid(reading: Reading, { start }: Figure): PeriodMark | undefined {
  const { paragraph, marks } = reading;
  const open = lastOpen(reading, marks.said, start, -1);
  const last = lastOfFirst(marks.said, ({ end }) => end <= start);
  const isLater =
    last && last !== open && last.start > Math.max(sentenceStart(reading, start), open?.start ?? -1);
  return isLater && isApposed(paragraph, last) ? last : open;
}

/** "hai tháng liên tiếp (tháng 9 và tháng 10)": a bracket of periods alone says when, unless a figure stands before it. */
function isApposed({ folded }: Passage, { start, end }: PeriodMark): boolean {
  const before = folded.slice(Math.max(0, start - LONGEST_APPOSITION), start);
  return (
    folded.charAt(end) === ")" &&
    /\p{L}\s?\((?:[\p{L}\d/]+(?:,?\s))*$/u.test(before) &&
    !/(?:diem|%)\s?\([^()]*$/u.test(before)
  );
}

const LONGEST_APPOSITION = 80;

/** With the periods that "và" or a comma joins to it. */
function joined({ paragraph, marks }: Reading, last: PeriodMark): readonly PeriodMark[] {
  const all = [last];
  for (let i = marks.said.indexOf(last) - 1; i >= 0; i -= 1) {
    const [first, mark] = [all[0], marks.said[i]];
    if (!first || !mark || !/^\s?(?:,|va|, va)\s$/u.test(paragraph.folded.slice(mark.end, first.start)))
      break;
    all.unshift(mark);
  }
  return all;
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
export function isCompared(reading: Reading, figure: Figure): boolean {
  const { paragraph, marks } = reading;
  const mark = lastOpen(reading, marks.periods, figure.start, -1);
  if (mark?.compared !== true || isReached(paragraph, figure)) return false;
  return !/[,.;]/u.test(paragraph.text.slice(mark.end, figure.start));
}
