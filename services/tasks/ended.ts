import type { Task } from "#services/tasks/task.ts";
import type { Units } from "#services/units/units.ts";

/**
 * The last day of the unit that gave a weekly task, where an occurrence lies behind it: nobody reports every week to an
 * office that is no more. Null = the order stands.
 */
export function endedOn(
  { scope, due }: Pick<Task, "scope" | "due">,
  occurrence: string,
  units: Pick<Units, "get">,
): string | null {
  const lastDay = units.get(scope)?.validTo ?? null;
  return due.on === "weekly" && lastDay !== null && lastDay < occurrence ? lastDay : null;
}
