import { calendarView } from "#services/documents/marks/calendar-view.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import { oncePer } from "#services/text/once-per.ts";

/** A day named in a passage. */
export interface DateMark {
  readonly start: number;
  readonly end: number;
  /** ISO day; null when it has no year or was not legible. */
  readonly date: string | null;
  /** "08-28" of "ngày 28/8", which names no year. */
  readonly yearless: string | null;
}

const DATES: readonly RegExp[] = [
  /(?<![\p{L}\p{N}/.-])(?<d>\d{1,2})\s?[/.-]\s?(?<m>\d{1,2})\s?[/.-]\s?(?<y>20\d\d)(?![\d/])/gu,
  /(?<=(?:ngày|ngay) )(?<d>\d{1,2})[/-](?<m>\d{1,2})(?![\d/.-])/giu,
  /(?<!\S)(?:ngày|ngay) (?<d>\S{1,3}) ?(?:tháng|thang) (?<m>\S{1,3}) (?:năm|nam) (?<y>20\d\d)(?!\d)/giu,
  /(?<!\S)date (?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)(?!\d)/gu,
];

/** "14/8/2024", "ngày 14 tháng 11 năm 2023", "ngày 28/8", in order. */
export const dateMarks = oncePer((passage: Passage): readonly DateMark[] => {
  const view = calendarView(passage);
  const marks = DATES.flatMap((pattern) =>
    [...view.text.matchAll(pattern)].map((match) => ({
      ...view.place(match.index, match.index + match[0].length),
      date: isoDay(match.groups?.y, match.groups?.m, match.groups?.d),
      yearless: match.groups?.y ? null : monthDay(match.groups?.m, match.groups?.d),
    })),
  );
  return marks.sort((a, b) => a.start - b.start);
});

const LEAP_YEAR = "2024";

const monthDay = (month: string | undefined, day: string | undefined): string | null =>
  isoDay(LEAP_YEAR, month, day)?.slice("2024-".length) ?? null;

/** The first such day of the calendar on or after another, ISO both. */
export function dayFrom(yearless: string, start: string): string | null {
  const [month, day] = yearless.split("-");
  const year = Number(start.slice(0, 4));
  const days = [year, year + 1].map((each) => isoDay(String(each), month, day));
  return days.find((each) => each !== null && each >= start) ?? null;
}

/** ISO day of the parts, null when they are no day of the calendar. */
export function isoDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  if (!/^\d{4}$/u.test(year ?? "") || !/^\d{1,2}$/u.test(month ?? "") || !/^\d{1,2}$/u.test(day ?? ""))
    return null;
  const iso = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(iso) ? null : iso;
}
