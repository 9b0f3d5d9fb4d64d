import { decimalOf, type Figure } from "#services/documents/marks/figures.ts";
import type { PeriodMark } from "#services/documents/marks/period-marks.ts";
import { begin, type Draft, pending } from "#services/documents/prose/drafts.ts";
import { lastOpen, type Reading, sentenceStart } from "#services/documents/prose/surroundings.ts";
import { periodKind } from "#services/periods/period.ts";

/**
 * Begins a row with what a value is compared with, where the sentence leaves no doubt that it is the earlier value of
 * the same: its period is named and stands alone beside it in a bracket behind the value, or the change that was said
 * leads from it to the value. Whether it did.
 */
export function readPast(reading: Reading, drafts: Draft[], figure: Figure): boolean {
  const mark = lastOpen(reading, reading.marks.periods, figure.start);
  const last = drafts.at(-1);
  const value = decimalOf(figure.written);
  if (!mark?.compared || !last || value === null || !isAlike(figure, last)) return false;
  if (last.start < sentenceStart(reading, figure.start)) return false;
  if (periodKind(mark.period) !== periodKind(last.period) || mark.period === last.period) return false;
  const sharing = pending(reading, drafts, figure, [last.period]);
  if (sharing.length !== 1 || !(isBracketed(reading, last, mark, figure) || isLedTo(last, value)))
    return false;
  const { unit, indicator, doubt } = last;
  const past = begin(reading, drafts, figure, { unit, indicator, doubt, period: mark.period, asOf: null });
  past.value = value;
  return true;
}

const isAlike = ({ measure, over }: Figure, { indicator }: Draft): boolean =>
  measure === indicator.measure || (measure === "plain" && (over === null || over === indicator.max));

/** "85,16 điểm (tuần trước 84,43 điểm)" */
function isBracketed({ paragraph }: Reading, { end }: Draft, mark: PeriodMark, figure: Figure): boolean {
  return (
    /^(?:\s?(?:diem|%))?\s\($/u.test(paragraph.folded.slice(end, mark.start)) &&
    /^(?:\s(?:la|dat)|:)?\s$/u.test(paragraph.folded.slice(mark.end, figure.start)) &&
    /^(?:\s?(?:diem|%))?\)/u.test(paragraph.folded.slice(figure.end))
  );
}

/** Values are rounded to two places. */
const ROUNDING = 0.006;

const isLedTo = ({ value, change }: Draft, past: number): boolean =>
  value !== null && change !== null && change !== 0 && Math.abs(value - change - past) < ROUNDING;
