import dayjs, { type Dayjs } from "dayjs";
import isLeapYear from "dayjs/plugin/isLeapYear.js";
import isoWeek from "dayjs/plugin/isoWeek.js";
import isoWeeksInYear from "dayjs/plugin/isoWeeksInYear.js";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

for (const plugin of [utc, timezone, isoWeek, isLeapYear, isoWeeksInYear]) dayjs.extend(plugin);

const ISO_DATE = "YYYY-MM-DD";

/** ISO date (2024-08-31) of a day; month 1–12, out of range values carry over as in Date. */
export function isoDate(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, ISO_DATE.length);
}

export function addDays(date: string, days: number): string {
  return dayjs.utc(date).add(days, "day").format(ISO_DATE);
}

/** Whole days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayjs.utc(to).diff(dayjs.utc(from), "day");
}

/** The Monday of an ISO week: week 1 is the one with 4 January. */
export function isoWeekStart(year: number, week: number): string {
  return fourthOfJanuary(year)
    .isoWeekday(1)
    .add(week - 1, "week")
    .format(ISO_DATE);
}

/** 52 or 53. */
export function isoWeeksIn(year: number): number {
  return fourthOfJanuary(year).isoWeeksInYear();
}

/** ISO week of a date; its year differs from the date's around New Year. */
export function isoWeekOf(date: string): { year: number; week: number } {
  const day = dayjs.utc(date);
  return { year: day.isoWeekYear(), week: day.isoWeek() };
}

/** The ISO date on the wall calendar of a time zone at a moment (ISO with offset, or milliseconds). */
export function localDate(moment: string | number | Date, timeZone: string): string {
  return wallCalendar(timeZone).format(new Date(moment));
}

/** Swedes write dates as ISO does. Making a format takes a hundred times as long as using it. */
function wallCalendar(timeZone: string): Intl.DateTimeFormat {
  const known = wallCalendars.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone });
  wallCalendars.set(timeZone, known);
  return known;
}

const wallCalendars = new Map<string, Intl.DateTimeFormat>();

/** A moment as ISO with the offset of a time zone: what dates and times are written from. */
export function localMoment(moment: string | number | Date, timeZone: string): string {
  return dayjs(moment).tz(timeZone).format();
}

/** The moment at which the wall clock of a time zone shows an ISO date and a time ("07:30"). */
export function momentAt(date: string, time: string, timeZone: string): Date {
  return dayjs.tz(`${date}T${time}`, timeZone).toDate();
}

function fourthOfJanuary(year: number): Dayjs {
  return dayjs.utc(`${String(year).padStart(4, "0")}-01-04`);
}
