import type { ExtractedTask, Extraction } from "#services/documents/extraction.ts";
import type { UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { ownerUnits } from "#services/documents/plan/owner-units.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { SourceDocument } from "#services/sheets/sheet.ts";
import type { NewTask, TaskDue } from "#services/tasks/task.ts";
import type { Tasks } from "#services/tasks/tasks.ts";
import type { Unit } from "#services/units/unit.ts";

/** What would become of the tasks that a document gives. */
export interface TaskPlan {
  readonly tasks: readonly NewTask[];
  /** Those of them that are not held yet. */
  readonly newTasks: readonly NewTask[];
  readonly warnings: readonly ImportWarning[];
}

export async function planTasks(
  extraction: Extraction,
  document: SourceDocument,
  { resolver, tasks: held }: { readonly resolver: UnitResolver; readonly tasks: Pick<Tasks, "unknown"> },
): Promise<TaskPlan> {
  const tasks = tasksOf(extraction, document, resolver);
  const isLost = tasks.length < extraction.tasks.length;
  return {
    tasks,
    newTasks: await held.unknown(tasks),
    warnings: isLost ? [{ code: "no-task-scope", facts: {} }] : [],
  };
}

/** Tasks are the issuing unit's; none can be kept when nobody knows who that is. */
function tasksOf(
  { tasks, sheets }: Extraction,
  document: SourceDocument,
  resolver: UnitResolver,
): readonly NewTask[] {
  const around = sheets.map((sheet) => resolver.anywhere(sheet.scope)).find((unit) => unit !== null);
  const scope = issuerOf(document, around ?? null, resolver);
  if (!scope) return [];
  return tasks.map((task) => ({
    scope: scope.id,
    document,
    text: task.text,
    owners: task.owners,
    units: [...new Set(task.owners.flatMap((owner) => ownerUnits(owner, scope, resolver)))],
    due: dueOf(task),
  }));
}

/** "Văn phòng UBND tỉnh Quảng Nam" writes for the province. */
function issuerOf({ issuer }: SourceDocument, around: Unit | null, resolver: UnitResolver): Unit | null {
  const named = issuer?.replace(/^.*?\bUBND\s+/u, "") ?? "";
  if (named === "") return around;
  return resolver.anywhere(named) ?? (around ? resolver.inside(named, around.id) : null) ?? around;
}

function dueOf({ due, includesDay }: ExtractedTask): TaskDue {
  return "date" in due ? { on: "date", date: due.date, includesDay } : { on: "weekly", ...due };
}
