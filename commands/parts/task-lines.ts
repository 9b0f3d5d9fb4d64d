import type { Catalog } from "#locales/catalog.ts";
import type { Action } from "#services/reply/reply.ts";
import { join, type StyledText } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import { endedOn } from "#services/tasks/ended.ts";
import type { TaskStanding } from "#services/tasks/standing.ts";
import type { Task } from "#services/tasks/task.ts";
import type { Unit } from "#services/units/unit.ts";

/** A task, and how one of its deadlines stands. */
export interface StandingTask {
  readonly task: Task;
  readonly standing: TaskStanding;
  /** Last day of the unit that gave it, where it no longer holds. */
  readonly ended: string | null;
}

/** `occurrence`: the deadline meant; by default the one that matters now. */
export function standingTask(task: Task, { tasks, units }: Services, occurrence?: string): StandingTask {
  const standing = tasks.standing(task, occurrence);
  return { task, standing, ended: endedOn(task, standing.occurrence, units) };
}

/** Number, standing, deadline; then what it is about. `scope`: who gave it, where that does not go without saying. */
export function taskLines({ task, ...state }: StandingTask, scope: Unit | null, t: Catalog): StyledText {
  const { id, due, text, owners } = task;
  return join([t.tasks.head({ id, due, ...state }), t.tasks.body({ text, owners, scope })], "\n");
}

/** A word of caution where working days are counted into a year whose holidays are not known. */
export function unknownYearLine(tasks: readonly StandingTask[], { workdays }: Services, t: Catalog) {
  const dates = tasks.map(({ standing }) => standing.occurrence);
  const unknown = dates.find((date) => !workdays.isKnown(date));
  return unknown === undefined ? null : t.tasks.unknownYear(unknown.slice(0, 4));
}

/** What may be pressed under a task; `canMark`: whether that it is done may be said here. Nothing is owed any more once it ended. */
export function taskActions(given: StandingTask, t: Catalog, canMark: boolean): readonly Action[] {
  const { id } = given.task;
  const detail = { label: t.tasks.actions.detail(id), command: `/nhiemvu ${id}` };
  if (!canMark || given.ended) return [detail];
  return [given.standing.done ? reopenAction(given, t) : doneAction(given, t), detail];
}

type Marked = Pick<StandingTask, "task" | "standing">;

export function doneAction(given: Marked, t: Catalog): Action {
  return { label: t.tasks.actions.done(given.task.id), command: `/nhiemvu xong ${named(given, t)}` };
}

export function reopenAction(given: Marked, t: Catalog): Action {
  return { label: t.tasks.actions.reopen(given.task.id), command: `/nhiemvu mở lại ${named(given, t)}` };
}

/** The number; of a weekly task the week too. */
function named({ task, standing }: Marked, t: Catalog): string {
  return task.due.on === "weekly" ? `${task.id} ${t.figures.date(standing.occurrence)}` : task.id;
}
