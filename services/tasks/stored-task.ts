import * as z from "zod";
import { StoredDocument } from "#services/sheets/stored-document.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import type { ReminderTime } from "#services/tasks/reminder-times.ts";
import type { Task, TaskDue } from "#services/tasks/task.ts";

const StoredDue: z.ZodType<TaskDue> = z.discriminatedUnion("on", [
  z.object({ on: z.literal("date"), date: z.string(), includesDay: z.boolean() }),
  z.object({ on: z.literal("weekly"), weekday: z.number().int().min(1).max(7), time: z.string() }),
]);

const StoredTask: z.ZodType<Task> = z.object({
  id: z.string(),
  scope: z.string(),
  document: StoredDocument,
  text: z.string(),
  owners: z.array(z.string()),
  units: z.array(z.string()),
  due: StoredDue,
  createdAt: z.string(),
  sample: z.boolean(),
  done: z.array(z.object({ occurrence: z.string(), by: z.string(), name: z.string(), at: z.string() })),
});

const StoredAhead = z.object({ task: z.string(), occurrence: z.string() });

/** A reminder ahead: the chain of a task's reminders has one such row at a time. */
export interface Ahead {
  readonly task: string;
  readonly occurrence: string;
}

/** Key of the last number given; there is one as soon as a document brought tasks. */
export const TASKS_COUNTER = "tasks/last/id";

/** Where tasks are kept, and when each is to be looked at next. */
export function createStoredTasks(store: Store) {
  const version = 1;
  const ahead = createCollection<Ahead>({ store, prefix: "task-reminders", version, schema: StoredAhead });
  return {
    tasks: createCollection<Task>({ store, prefix: "tasks/all", version, schema: StoredTask }),
    counter: createCollection({ store, prefix: "tasks/last", version, schema: z.number().int() }),
    /** By moment, then task: looking for what is due reads no more than that. */
    ahead,

    /** Puts for the commit that makes a reminder a task's next one; null = it has none. */
    reminding(task: string, next: ReminderTime | null) {
      if (!next) return [];
      const value = { task, occurrence: next.occurrence };
      return [ahead.put(`${momentId(next.at)}|${task}|${next.occurrence}`, value)];
    },
  };
}

/** What the ids of one moment begin with; those of earlier moments come before. */
export function momentId(at: Date): string {
  return at.toISOString();
}
