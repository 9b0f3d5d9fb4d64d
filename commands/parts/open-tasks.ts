import { type StandingTask, standingTask } from "#commands/parts/task-lines.ts";
import type { Services } from "#services/services.ts";
import { createConcern } from "#services/tasks/concern.ts";
import type { Unit } from "#services/units/unit.ts";

/** Given by the scope or owed by what lies in it, not done and still in force; the earliest deadline first. */
export async function openTasks(scope: Unit, services: Services): Promise<readonly StandingTask[]> {
  const concerns = createConcern(services.units)(scope.id);
  const all = (await services.tasks.list()).filter(concerns).map((task) => standingTask(task, services));
  const open = all.filter(({ standing, ended }) => !standing.done && ended === null);
  return open.sort((a, b) => a.standing.deadline.getTime() - b.standing.deadline.getTime());
}
