import { localDate } from "#services/periods/calendar.ts";

/** Today's date in a time zone, ISO. */
export function todayIn(timeZone: string, clock: () => Date = () => new Date()): () => string {
  return () => localDate(clock(), timeZone);
}
