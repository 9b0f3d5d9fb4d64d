import { addDays, daysBetween } from "#services/periods/calendar.ts";
import { readListedDays } from "#services/workdays/listed-days.ts";
import { DEFAULT_QUIET, type QuietHours, quietEnd } from "#services/workdays/quiet-hours.ts";

export interface WorkdaysOptions {
  /** The one whose wall clock quiet hours are read from. */
  readonly timeZone: string;
}

export type Workdays = ReturnType<typeof createWorkdays>;

/**
 * When Vietnamese offices work: Monday to Friday but for public holidays (Labour Code 2019, article 112), with the
 * days the Government swaps. Dates are ISO.
 */
export function createWorkdays({ timeZone }: WorkdaysOptions) {
  const listed = readListedDays();
  const years = new Set([...listed.keys()].map(yearOf));

  /** Whether the holidays of a date's year are published; else only weekends and holidays of a fixed date count. */
  const isKnown = (date: string): boolean => years.has(yearOf(date));

  function isWorkingDay(date: string): boolean {
    const day = listed.get(date);
    if (day) return day === "work";
    return !isWeekend(date) && (isKnown(date) || !isFixedHoliday(date));
  }

  /** The n-th working day after a date, before it when n is negative; the date itself for 0. */
  function addWorkingDays(date: string, n: number): string {
    const step = Math.sign(n);
    let at = date;
    for (let left = Math.abs(n); left > 0; ) {
      at = addDays(at, step);
      if (isWorkingDay(at)) left -= 1;
    }
    return at;
  }

  /** How many working days there are after `from` up to and with `to`; negative when `to` is earlier. */
  function workingDaysUntil(from: string, to: string): number {
    if (to < from) return -workingDaysUntil(to, from);
    const days = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
    return days.filter(isWorkingDay).length;
  }

  return {
    isKnown,
    isWorkingDay,
    addWorkingDays,
    workingDaysUntil,

    /** Null = a message may be sent at that moment; else when quiet ends: in the morning of a working day. */
    nextQuietEnd: (moment: string | Date, quiet: QuietHours = DEFAULT_QUIET): Date | null =>
      quietEnd(moment, quiet, { isWorkingDay, addWorkingDays, timeZone }),
  };
}

const yearOf = (date: string): string => date.slice(0, 4);

function isWeekend(date: string): boolean {
  const day = new Date(date).getUTCDay();
  return day === 0 || day === 6;
}

/** Holidays on the same solar date every year; Vietnam Culture Day since Resolution 28/2026/QH16. */
function isFixedHoliday(date: string): boolean {
  const day = date.slice(5);
  return ["01-01", "04-30", "05-01", "09-02"].includes(day) || (day === "11-24" && date > "2026-07-01");
}
