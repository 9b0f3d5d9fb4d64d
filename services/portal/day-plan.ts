import { addDays, isoDate, momentAt } from "#services/periods/calendar.ts";
import { type Period, periodRange, toPeriod } from "#services/periods/period.ts";

/** Figures wanted of every unit of one place: all of them or nothing. */
export interface WantedSet {
  readonly period: Period;
  /** The day the figures describe, ISO: a closed period's last day. */
  readonly label: string;
}

/** The portal renews its figures at two in the night, its operator says; those who read it daily wait until five. */
const STARTS_AT = "05:00";

/** From when on the portal is asked on a day (ISO). */
export function startOf(day: string, timeZone: string): Date {
  return momentAt(day, STARTS_AT, timeZone);
}

/** The portal renews its figures in the night: what is asked on a day describes the day before. */
export function labelOf(day: string): string {
  return addDays(day, -1);
}

/**
 * What is worth asking on a day (ISO), closed periods first: the last month, quarter and year that have ended, and the
 * running year as it stands. Whoever holds a set already does not ask for it again. No open month or quarter is asked
 * about, and nothing of the future can be.
 */
export function wantedOn(day: string): readonly WantedSet[] {
  const [year, month] = day.split("-").map(Number) as [number, number];
  const quarterEnd = Math.floor((month - 1) / 3) * 3;
  const running = toPeriod(labelOf(day).slice(0, 4));
  const closed = [
    toPeriod(isoDate(year, month, 0).slice(0, 7)),
    toPeriod(quarterEnd === 0 ? `${year - 1}-Q4` : `${year}-Q${quarterEnd / 3}`),
    toPeriod(String(year - 1)),
  ];
  const wanted = closed.map((period) => ({ period, label: periodRange(period).end }));
  return isClosed(running, day) ? wanted : [...wanted, { period: running, label: labelOf(day) }];
}

/** Whether a period had ended when it was asked about on this day. */
export function isClosed(period: Period, day: string): boolean {
  return periodRange(period).end < day;
}
