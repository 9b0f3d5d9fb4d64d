import type { Reader } from "#bot/answering/dispatch/reader.ts";
import { findComparedPeriods } from "#commands/slots/compared-slot.ts";
import { findPeriods, type PeriodMention } from "#services/periods/parse.ts";
import type { PeriodWish } from "#services/periods/wish.ts";

/** All that was said: a month, as in a command. */
const NUMBER_ALONE = /^\s*\d{1,2}\s*\??\s*$/u;

/** Every period in words as they are said in a chat. `today`: ISO date. */
export const periodsIn = (words: string, today: string): readonly PeriodMention[] =>
  findPeriods(words, { today, asked: true, bareNumbers: NUMBER_ALONE.test(words) });

/** The period of a sentence, as it would be typed. */
export interface PeriodRead {
  /** Empty = none is named. */
  readonly period: string;
  readonly wish: PeriodWish | null;
  /** How many are set against each other. */
  readonly moments: number;
}

/** Takes out the period named; where things are compared each one. `today`: ISO date. */
export function readPeriod(reading: Reader, today: string, compares: boolean): PeriodRead {
  if (compares) return readPeriods(reading, today);
  const [mention] = periodsIn(reading.left().text, today).filter(({ compared }) => !compared);
  if (!mention) return { period: "", wish: null, moments: 0 };
  return { period: reading.take(mention.start, mention.end), wish: mention.wish, moments: 1 };
}

/** Each one named, joined as they are typed: "8/2024 với 9/2024", "tháng 8 so với cùng kỳ". */
function readPeriods(reading: Reader, today: string): PeriodRead {
  const { value, words } = reading.find((text) => findComparedPeriods(text, today));
  const { wishes, against } = value;
  return {
    period: words,
    wish: wishes.find((wish) => wish !== null) ?? null,
    moments: Math.max(1, wishes.length) + (against === null ? 0 : 1),
  };
}
