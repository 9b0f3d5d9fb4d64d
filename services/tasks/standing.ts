import { addDays, localDate } from "#services/periods/calendar.ts";
import { deadlineOf, lastDayOf } from "#services/tasks/due.ts";
import { type Completion, completionOf, type Task } from "#services/tasks/task.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

/** How one occurrence of a task stands at a moment. */
export interface TaskStanding {
  /** ISO date of the deadline. */
  readonly occurrence: string;
  readonly deadline: Date;
  readonly done: Completion | null;
  readonly isOverdue: boolean;
  /** Working days until its end, today's counted; of what is overdue, working days since. */
  readonly days: number;
  /** Today is a working day, and counted among them. */
  readonly countsToday: boolean;
  /** Today is its last day. */
  readonly isLastDay: boolean;
}

export function standingOf(
  task: Task,
  occurrence: string,
  now: Date,
  {
    workdays,
    timeZone,
  }: { readonly workdays: Pick<Workdays, "isWorkingDay" | "workingDaysUntil">; readonly timeZone: string },
): TaskStanding {
  const deadline = deadlineOf(task.due, occurrence, timeZone);
  const lastDay = lastDayOf(task.due, occurrence);
  const today = localDate(now, timeZone);
  const isOverdue = deadline <= now;
  const days = isOverdue
    ? workdays.workingDaysUntil(lastDay, today)
    : workdays.workingDaysUntil(addDays(today, -1), lastDay);
  const isLastDay = !isOverdue && lastDay === today;
  const countsToday = !isOverdue && workdays.isWorkingDay(today);
  return {
    occurrence,
    deadline,
    done: completionOf(task, occurrence),
    isOverdue,
    days,
    countsToday,
    isLastDay,
  };
}
