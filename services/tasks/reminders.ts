import type { Ledger } from "#services/delivery/ledger.ts";
import type { Item } from "#services/store/collection.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { deadlineOf } from "#services/tasks/due.ts";
import { endedOn } from "#services/tasks/ended.ts";
import { createReminderMessages, type ReminderMessagesOptions } from "#services/tasks/reminder-messages.ts";
import { reminderAfter } from "#services/tasks/reminder-times.ts";
import { type Ahead, createStoredTasks, momentId } from "#services/tasks/stored-task.ts";
import { completionOf, type Task } from "#services/tasks/task.ts";

export interface RemindersOptions extends ReminderMessagesOptions {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "owe">;
  readonly clock: () => Date;
  /** Rings for the deliveries just written. */
  readonly ring: () => Promise<void>;
}

/** Tasks that one commit deals with, and one message names. */
const PORTION = 8;

/** A moment that has come, and its task. */
interface Come {
  readonly task: Task;
  readonly occurrence: string;
}

/**
 * Looks once for deadlines to remind of. A moment that has come, what is owed for it and the task's next moment are one
 * commit: each is told once, however many processes look and whenever one of them dies.
 */
export function createReminders(options: RemindersOptions) {
  const { store, units, ledger, timeZone, clock, ring } = options;
  const { tasks, ahead, reminding } = createStoredTasks(store);
  const messages = createReminderMessages(options);

  const due = (now: Date): Promise<readonly Item<Ahead>[]> =>
    ahead.list({ to: momentId(new Date(now.getTime() + 1)), limit: PORTION });

  return async (): Promise<void> => {
    while ((await due(clock())).length > 0) {
      const { outcome: owed } = await commitUntilFree(store, settle);
      if (owed > 0) await ring();
    }
  };

  async function settle(): Promise<Attempt<number>> {
    const now = clock();
    const items = await due(now);
    const come = await tasksOf(items);
    const told = come.filter((one) => isToBeTold(one, now));
    const owing = await ledger.owe(await messages(`task-reminder/${items[0]?.id}`, told, now));
    const commit = {
      checks: [...items.map((item) => ahead.check(item.id, item)), ...owing.checks],
      puts: [...come.flatMap((one) => following(one, now)), ...owing.puts],
      deletes: items.map(({ id }) => ahead.key(id)),
    };
    return { commit, outcome: owing.owed };
  }

  async function tasksOf(items: readonly Item<Ahead>[]): Promise<readonly Come[]> {
    const found = await tasks.getMany(items.map(({ value }) => value.task));
    return items.flatMap(({ value: { occurrence } }, i) => {
      const task = found[i]?.value;
      return task ? [{ task, occurrence }] : [];
    });
  }

  /** The task's next moment; none when its deadline is behind, or the unit that gave it is no more. */
  function following({ task, occurrence }: Come, now: Date): NonNullable<Commit["puts"]> {
    const next = reminderAfter(task.due, { at: now, occurrence }, options);
    return next && endedOn(task, next.occurrence, units) ? [] : reminding(task.id, next);
  }

  /** Of a date that has passed it is said once, of a week that is over nothing. */
  function isToBeTold({ task, occurrence }: Come, now: Date): boolean {
    if (completionOf(task, occurrence) || endedOn(task, occurrence, units)) return false;
    return task.due.on === "date" || deadlineOf(task.due, occurrence, timeZone) > now;
  }
}
