import { localMoment, momentAt } from "#services/periods/calendar.ts";

/** No message that can wait is sent between these times of the wall clock, over midnight, nor on a day off. */
export interface QuietHours {
  /** "18:00" */
  readonly from: string;
  /** "07:30", earlier in the day than `from`. */
  readonly to: string;
}

export const DEFAULT_QUIET: QuietHours = { from: "18:00", to: "07:30" };

interface Days {
  readonly isWorkingDay: (date: string) => boolean;
  readonly addWorkingDays: (date: string, n: number) => string;
  readonly timeZone: string;
}

/** When the quiet that a moment falls into ends; null when it falls into none. */
export function quietEnd(
  moment: string | Date,
  { from, to }: QuietHours,
  { isWorkingDay, addWorkingDays, timeZone }: Days,
): Date | null {
  const local = localMoment(moment, timeZone);
  const [date, time] = [local.slice(0, 10), local.slice(11, 16)];
  const isWorking = isWorkingDay(date);
  if (isWorking && time >= to && time < from) return null;
  const morning = isWorking && time < to ? date : addWorkingDays(date, 1);
  return momentAt(morning, to, timeZone);
}
