import type { Task } from "#services/tasks/task.ts";
import type { Units } from "#services/units/units.ts";

/**
 * Whether a task concerns a unit: it gave it or owes it, itself or by a unit that lies or lay in it, or by one of those
 * that were merged into it.
 */
export function createConcern(units: Pick<Units, "places" | "predecessors">) {
  return (unit: string): ((task: Pick<Task, "scope" | "units">) => boolean) => {
    const meant = new Set([unit]);
    for (const id of meant) for (const earlier of units.predecessors(id)) meant.add(earlier.id);
    const isMeant = (id: string): boolean =>
      meant.has(id) || units.places(id).some((place) => meant.has(place.id));
    return (task) => [task.scope, ...task.units].some(isMeant);
  };
}
