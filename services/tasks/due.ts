import { addDays, localDate, momentAt } from "#services/periods/calendar.ts";
import { completionOf, type Task, type TaskDue } from "#services/tasks/task.ts";

/** The moment at which an occurrence is overdue. */
export function deadlineOf(due: TaskDue, occurrence: string, timeZone: string): Date {
  if (due.on === "weekly") return momentAt(occurrence, due.time, timeZone);
  return momentAt(addDays(lastDayOf(due, occurrence), 1), "00:00", timeZone);
}

/** The last day on which the work can be done in time. */
export function lastDayOf(due: TaskDue, occurrence: string): string {
  return due.on === "weekly" || due.includesDay ? occurrence : addDays(occurrence, -1);
}

/** The first occurrence whose deadline is still ahead; null when there will be none. */
export function nextOccurrence(due: TaskDue, now: Date, timeZone: string): string | null {
  if (due.on === "date") return deadlineOf(due, due.date, timeZone) > now ? due.date : null;
  const today = localDate(now, timeZone);
  const thisWeek = addDays(today, (due.weekday - isoWeekday(today) + WEEK) % WEEK);
  return deadlineOf(due, thisWeek, timeZone) > now ? thisWeek : addDays(thisWeek, WEEK);
}

/**
 * The occurrence that matters now: a weekly task's nearest deadline, behind or ahead, and once that is done the next one
 * that is not. What was due before the task was known is nobody's debt.
 */
export function occurrenceAt(task: Task, now: Date, timeZone: string): string {
  const { due } = task;
  if (due.on === "date") return due.date;
  const next = nextOccurrence(due, now, timeZone) ?? localDate(now, timeZone);
  const last = addDays(next, -WEEK);
  const since = now.getTime() - deadlineOf(due, last, timeZone).getTime();
  const until = deadlineOf(due, next, timeZone).getTime() - now.getTime();
  const wasKnown = deadlineOf(due, last, timeZone) > new Date(task.createdAt);
  let occurrence = wasKnown && since < until ? last : next;
  while (completionOf(task, occurrence)) occurrence = addDays(occurrence, WEEK);
  return occurrence;
}

/** Whether a date is one on which the task is due. */
export function isOccurrence(due: TaskDue, date: string): boolean {
  return due.on === "date" ? due.date === date : isoWeekday(date) === due.weekday;
}

const WEEK = 7;

function isoWeekday(date: string): number {
  return new Date(date).getUTCDay() || WEEK;
}
