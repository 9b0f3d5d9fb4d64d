import { addDays, momentAt } from "#services/periods/calendar.ts";
import { deadlineOf, nextOccurrence } from "#services/tasks/due.ts";
import type { TaskDue } from "#services/tasks/task.ts";
import { DEFAULT_QUIET } from "#services/workdays/quiet-hours.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

/** Working days before a deadline at which owners are reminded, in the morning; of what is overdue they hear once. */
const DAYS_BEFORE = { date: [3, 1], weekly: [1] } as const;

/** When a task is looked at, and which occurrence it is about. */
export interface ReminderTime {
  readonly at: Date;
  readonly occurrence: string;
}

export interface ReminderCalendar {
  readonly workdays: Workdays;
  readonly timeZone: string;
}

/** The moments of one occurrence, in order. */
export function reminderTimes(
  due: TaskDue,
  occurrence: string,
  { workdays, timeZone }: ReminderCalendar,
): readonly Date[] {
  const before = DAYS_BEFORE[due.on].map((days) =>
    momentAt(workdays.addWorkingDays(occurrence, -days), DEFAULT_QUIET.to, timeZone),
  );
  return due.on === "weekly" ? before : [...before, deadlineOf(due, occurrence, timeZone)];
}

/** When a task that has just become known is to be spoken of first: at once, if one of its moments has gone by. */
export function firstReminder(due: TaskDue, now: Date, calendar: ReminderCalendar): ReminderTime | null {
  const occurrence = nextOccurrence(due, now, calendar.timeZone);
  if (occurrence === null) return null;
  const times = reminderTimes(due, occurrence, calendar);
  const isLate = times.some((at) => at <= now);
  return isLate ? { at: now, occurrence } : reminderAfter(due, { at: now, occurrence }, calendar);
}

/**
 * What comes after a moment: another of the same deadline, else the week after, whose own moment may have come already
 * (two weeks that begin with the holidays of Tết). Weeks that are over are left out. Null when nothing is ahead.
 */
export function reminderAfter(
  due: TaskDue,
  { at: now, occurrence }: ReminderTime,
  calendar: ReminderCalendar,
): ReminderTime | null {
  const later = reminderTimes(due, occurrence, calendar).find((time) => time > now);
  if (later) return { at: later, occurrence };
  if (due.on === "date") return null;
  const ahead = nextOccurrence(due, now, calendar.timeZone) ?? occurrence;
  const next = ahead > occurrence ? ahead : addDays(occurrence, WEEK);
  const [at = now] = reminderTimes(due, next, calendar);
  return { at, occurrence: next };
}

const WEEK = 7;
