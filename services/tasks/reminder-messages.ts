import type { Addressed } from "#services/delivery/addressing.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import type { ChatId } from "#services/ids.ts";
import { monthPeriod, type Period } from "#services/periods/period.ts";
import { createFollowing } from "#services/subscriptions/following.ts";
import type { Subscriptions } from "#services/subscriptions/subscriptions.ts";
import { deadlineOf } from "#services/tasks/due.ts";
import type { Task } from "#services/tasks/task.ts";
import type { Units } from "#services/units/units.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

export interface ReminderMessagesOptions {
  readonly units: Units;
  readonly workdays: Workdays;
  readonly subscriptions: Pick<Subscriptions, "index">;
  readonly addressed: Addressed;
  readonly timeZone: string;
}

/** A task to be reminded of, and which of its deadlines. */
interface Told {
  readonly task: Task;
  readonly occurrence: string;
}

/** What chats are owed for some tasks: one message each, of all that concerns it. */
export function createReminderMessages(options: ReminderMessagesOptions) {
  const { units, workdays, subscriptions, addressed, timeZone } = options;
  const following = createFollowing(units);

  return async (cause: string, told: readonly Told[], now: Date): Promise<readonly NewDelivery[]> => {
    if (told.length === 0) return [];
    const byChat = await groupByChat(told);
    return addressed({
      cause,
      to: [...byChat].map(([chat, own]) => ({
        chat,
        recipe: {
          kind: "task-reminder",
          tasks: own.map(({ task, occurrence }) => ({ task: task.id, occurrence })),
        },
        notBefore: notBefore(own, now),
      })),
      guarantee: "at-least-once",
    });
  };

  /** By chats that follow the unit that gave a task, or one that owes it. */
  async function groupByChat(told: readonly Told[]): Promise<ReadonlyMap<ChatId, readonly Told[]>> {
    const index = await subscriptions.index();
    const byChat = new Map<ChatId, Told[]>();
    for (const one of told) {
      const period = monthOf(one.occurrence);
      const followers = [one.task.scope, ...one.task.units].flatMap((unit) =>
        following(index, { unit, kind: "tasks", period }),
      );
      for (const chat of new Set(followers.map(({ subscription }) => subscription.chat))) {
        byChat.set(chat, [...(byChat.get(chat) ?? []), one]);
      }
    }
    return byChat;
  }

  /** The end of quiet, unless a deadline passes before it. */
  function notBefore(own: readonly Told[], now: Date): number {
    const quietEnd = workdays.nextQuietEnd(now);
    if (!quietEnd) return 0;
    const deadlines = own.map(({ task, occurrence }) => deadlineOf(task.due, occurrence, timeZone));
    const isUrgent = deadlines.some((deadline) => deadline > now && deadline <= quietEnd);
    return isUrgent ? 0 : quietEnd.getTime();
  }
}

function monthOf(date: string): Period {
  return monthPeriod(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}
