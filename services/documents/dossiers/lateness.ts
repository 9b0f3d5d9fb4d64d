import { isoDay } from "#services/documents/marks/dates.ts";
import { foldWords } from "#services/text/fold.ts";

const DATE = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)/u;
const ISO = /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)/u;
const HOURS_OF_A_WORKDAY = 8;

/** The day a cell names, ISO; null = none. */
export function dayOf(cell: string): string | null {
  const [, day, month, year] = DATE.exec(cell) ?? [];
  if (year !== undefined) return isoDay(year, month, day);
  const [, isoYear, isoMonth, isoDate] = ISO.exec(cell) ?? [];
  return isoDay(isoYear, isoMonth, isoDate);
}

/**
 * Days that a cell says something is late by: "5", "3 ngày 4 giờ", "16 giờ", "còn 2 ngày"; null = it does not say.
 * `plain`: 1 where a bare number is days late, -1 where it is days left.
 */
export function daysLate(cell: string, plain: 1 | -1): number | null {
  const folded = foldWords(cell);
  const days = DAYS.exec(folded)?.groups;
  const hours = HOURS.exec(folded)?.groups;
  const number = days ? numberOf(days.number) : hours ? numberOf(hours.number) / HOURS_OF_A_WORKDAY : null;
  if (number === null) return null;
  const isMinus = (days ?? hours)?.sign !== "";
  if (LATE.test(folded)) return number;
  if (/\bcon\b/u.test(folded)) return -number;
  return plain * (isMinus ? -number : number);
}

const LATE = /\b(?:qua|tre|cham|muon)\b/u;
const DAYS = /(?:^|\s)(?<sign>[-−–]?)\s?(?<number>\d{1,4}(?:[.,]\d{1,2})?)(?:\s?(?:ngay|n)\b.*)?$/u;
const HOURS = /(?:^|\s)(?<sign>[-−–]?)\s?(?<number>\d{1,5}(?:[.,]\d{1,2})?)\s?(?:gio|h)\b/u;
const numberOf = (written = "0"): number => Number(written.replace(",", "."));
