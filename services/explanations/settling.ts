import type { Alert } from "#services/alerts/alert.ts";
import type { Alerts } from "#services/alerts/alerts.ts";
import type { ExplanationNews } from "#services/delivery/delivery.ts";
import type { Explanation } from "#services/explanations/explanation.ts";
import type { OweNews } from "#services/explanations/telling.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit } from "#services/store/store.ts";

export interface Settled {
  readonly explanation: Explanation;
  readonly news: ExplanationNews;
  /** The chat that is being answered. */
  readonly except: string;
  /** What it means for the alert. */
  readonly change: (alert: Alert) => Alert;
}

/** What a commit about an explanation has to hold: the alert's new state, and the messages owed to all concerned. */
export function createSettling(options: {
  readonly alerts: Pick<Alerts, "get" | "changing">;
  readonly owe: OweNews;
}) {
  const { alerts, owe } = options;
  return async ({
    change,
    ...news
  }: Settled): Promise<{ readonly commit: Commit; readonly isOpen: boolean }> => {
    const number = news.explanation.alert;
    const changing = await alerts.changing(number, change);
    const told = changing?.after.told ?? (await alerts.get(number))?.told ?? [];
    return {
      commit: joined([changing?.commit ?? {}, await owe({ ...news, told })]),
      isOpen: changing !== null,
    };
  };
}

export type SettleExplanation = ReturnType<typeof createSettling>;
