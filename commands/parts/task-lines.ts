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

/** What may be pressed under a task; of a weekly one the week stands in the command. */
export function taskActions(
  { task, standing }: Pick<StandingTask, "task" | "standing">,
  t: Catalog,
): readonly Action[] {
  const act = standing.done
    ? { label: t.tasks.actions.reopen(task.id), command: doneCommand("mở lại", { task, standing }, t) }
    : { label: t.tasks.actions.done(task.id), command: doneCommand("xong", { task, standing }, t) };
  return [act, { label: t.tasks.actions.detail(task.id), command: `/nhiemvu ${task.id}` }];
}

export function doneCommand(
  verb: string,
  { task, standing }: Pick<StandingTask, "task" | "standing">,
  t: Catalog,
): string {
  const week = task.due.on === "weekly" ? ` ${t.figures.date(standing.occurrence)}` : "";
  return `/nhiemvu ${verb} ${task.id}${week}`;
}
