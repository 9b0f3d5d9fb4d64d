import { isOpen } from "#services/alerts/alert.ts";
import type { Alerts } from "#services/alerts/alerts.ts";
import type { Explanation } from "#services/explanations/explanation.ts";
import { reminderId, type StoredExplanations, sentId } from "#services/explanations/stored-explanations.ts";
import type { OweNews } from "#services/explanations/telling.ts";
import { momentAt } from "#services/periods/calendar.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { DEFAULT_QUIET } from "#services/workdays/quiet-hours.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

export interface RemindersOptions {
  readonly store: Store;
  readonly stored: StoredExplanations;
  readonly alerts: Pick<Alerts, "get">;
  readonly owe: OweNews;
  readonly workdays: Pick<Workdays, "isWorkingDay" | "addWorkingDays">;
  readonly timeZone: string;
  readonly clock: () => Date;
}

export type Reminders = ReturnType<typeof createReminders>;

/** Reminds of explanations whose deadline is there while their alert is still open. */
export function createReminders(options: RemindersOptions) {
  const { store, stored, alerts, owe, workdays, timeZone, clock } = options;

  /** In the morning of the deadline, or of the last working day before it; if that is over, of the next one after it. */
  function momentOf(deadline: string): Date {
    const day = workdays.isWorkingDay(deadline) ? deadline : workdays.addWorkingDays(deadline, -1);
    const morning = momentAt(day, DEFAULT_QUIET.to, timeZone);
    if (morning > clock()) return morning;
    return momentAt(workdays.addWorkingDays(deadline, 1), DEFAULT_QUIET.to, timeZone);
  }

  /** What is owed of a reminder that has come; nothing once the explanation or its alert is no more. */
  async function owedOf(item: { readonly alert: number; readonly nth: number }): Promise<Commit> {
    const explanation = (await stored.sent.get(sentId(item)))?.value;
    const alert = await alerts.get(item.alert);
    const holds = explanation?.state === "waiting" || explanation?.state === "accepted";
    if (!explanation || !holds || !alert || !isOpen(alert)) return {};
    return owe({ explanation, news: "due", told: alert.told, except: null });
  }

  return {
    /** Belongs into the commit that sends an explanation. */
    of(explanation: Explanation): Commit {
      const { alert, nth, deadline } = explanation;
      return { puts: [stored.reminders.put(reminderId(momentOf(deadline), explanation), { alert, nth })] };
    },

    /** Owes what has come; answers whether anything did. */
    async tick(): Promise<boolean> {
      const come = await stored.reminders.list({ to: clock().toISOString() });
      for (const { id } of come) {
        await commitUntilFree(store, async () => {
          const item = await stored.reminders.get(id);
          if (!item) return { commit: {}, outcome: undefined };
          const own = { checks: [stored.reminders.check(id, item)], deletes: [stored.reminders.key(id)] };
          return { commit: joined([own, await owedOf(item.value)]), outcome: undefined };
        });
      }
      return come.length > 0;
    },
  };
}
