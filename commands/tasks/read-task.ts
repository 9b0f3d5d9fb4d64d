import type { AnswerContext } from "#commands/define-command.ts";
import { type StandingTask, standingTask } from "#commands/parts/task-lines.ts";
import { isoDate } from "#services/periods/calendar.ts";
import { Refusal } from "#services/refusal.ts";
import { isOccurrence } from "#services/tasks/due.ts";
import type { Task } from "#services/tasks/task.ts";

/** "12", "số 12", "12 27/11/2026": a task by its number; of a weekly one the week may be named. */
const NAMED = /^(?:s[ốo]\s+)?(\d{1,9})(?:\s+(\d{1,2})\/(\d{1,2})\/(\d{4}))?$/iu;

/** `meant`: the deadline when no week is named; by default the one that matters now. Rejects with "unknown-task". */
export async function readTask(
  typed: string,
  { services }: AnswerContext,
  meant: (task: Task) => string | undefined = () => undefined,
): Promise<StandingTask> {
  const [, id = "", day, month, year] = NAMED.exec(typed) ?? [];
  const task = id === "" ? null : await services.tasks.get(String(Number(id)));
  if (!task) throw new Refusal("unknown-task", { typed });
  const named = day === undefined ? null : isoDate(Number(year), Number(month), Number(day));
  const occurrence = named !== null && isOccurrence(task.due, named) ? named : meant(task);
  return standingTask(task, services, occurrence);
}
