import type { Item } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { occurrenceAt } from "#services/tasks/due.ts";
import { firstReminder, type ReminderCalendar } from "#services/tasks/reminder-times.ts";
import { standingOf, type TaskStanding } from "#services/tasks/standing.ts";
import { createStoredTasks } from "#services/tasks/stored-task.ts";
import type { Completion, NewTask, Task } from "#services/tasks/task.ts";
import { foldWords } from "#services/text/fold.ts";

export interface TasksOptions extends ReminderCalendar {
  readonly store: Store;
  readonly clock?: () => Date;
  /** Marks every task added here as sample data. */
  readonly sample?: boolean;
}

/** Weeks of a weekly task of which it is remembered that they were done: a year. */
const REMEMBERED_WEEKS = 53;

export type Tasks = ReturnType<typeof createTasks>;

/** Tasks that documents gave, by number. Everything rejects with StoreUnavailable or StoredValueInvalid. */
export function createTasks(options: TasksOptions) {
  const { store, clock = () => new Date(), sample = false, timeZone } = options;
  const { tasks, counter, reminding } = createStoredTasks(store);

  async function list(): Promise<readonly Task[]> {
    const items = await tasks.list();
    return items.map(({ value }) => value).sort((a, b) => Number(a.id) - Number(b.id));
  }

  async function unknown(wanted: readonly NewTask[]): Promise<readonly NewTask[]> {
    if (wanted.length === 0) return [];
    const held = new Set((await list()).map(identityOf));
    return [...new Map(wanted.map((task) => [identityOf(task), task]))]
      .filter(([identity]) => !held.has(identity))
      .map(([, task]) => task);
  }

  /** Null = there is none of that number. */
  async function change(id: string, make: (task: Task) => Task): Promise<Task | null> {
    const { outcome } = await commitUntilFree(store, async () => {
      const seen: Item<Task> | null = await tasks.get(id);
      if (!seen) return { commit: {}, outcome: null };
      const after = make(seen.value);
      return { commit: { checks: [tasks.check(id, seen)], puts: [tasks.put(id, after)] }, outcome: after };
    });
    return outcome;
  }

  return {
    /** By number. */
    list,

    async get(id: string): Promise<Task | null> {
      return (await tasks.get(id))?.value ?? null;
    },

    /** How an occurrence stands now; by default the one that matters now. */
    standing(task: Task, occurrence?: string): TaskStanding {
      const now = clock();
      return standingOf(task, occurrence ?? occurrenceAt(task, now, timeZone), now, options);
    },

    /** Those not held yet, each once: the same authority's same words with the same deadline are the same task. */
    unknown,

    /** What the commit that takes a document in has to hold for its tasks to be kept; asked again when it conflicts. */
    async adding(wanted: readonly NewTask[]): Promise<Pick<Required<Commit>, "checks" | "puts">> {
      const fresh = await unknown(wanted);
      if (fresh.length === 0) return { checks: [], puts: [] };
      const now = clock();
      const last = await counter.get("id");
      const first = (last?.value ?? 0) + 1;
      const puts = fresh.flatMap((task, i) => {
        const id = String(first + i);
        return [
          tasks.put(id, { ...task, id, createdAt: now.toISOString(), sample, done: [] }),
          ...(sample ? [] : reminding(id, firstReminder(task.due, now, options))),
        ];
      });
      return {
        checks: [counter.check("id", last)],
        puts: [counter.put("id", first + fresh.length - 1), ...puts],
      };
    },

    /** Notes that an occurrence is done; the first word on it stays. */
    complete: (id: string, done: Omit<Completion, "at">): Promise<Task | null> =>
      change(id, (task) => {
        if (task.done.some(({ occurrence }) => occurrence === done.occurrence)) return task;
        const all = [...task.done, { ...done, at: clock().toISOString() }];
        return { ...task, done: all.slice(-REMEMBERED_WEEKS) };
      }),

    /** Takes back that an occurrence is done. */
    reopen: (id: string, occurrence: string): Promise<Task | null> =>
      change(id, (task) => ({ ...task, done: task.done.filter((each) => each.occurrence !== occurrence) })),
  };
}

function identityOf({ scope, due, text }: NewTask): string {
  const when = due.on === "date" ? due.date : `${due.weekday} ${due.time}`;
  return [scope, when, foldWords(text).replace(/[^a-z0-9 ]/gu, "")].join("\t");
}
