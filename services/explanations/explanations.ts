import type { Alerts } from "#services/alerts/alerts.ts";
import { createDrafts } from "#services/explanations/drafts.ts";
import type { Explanation, Signatory } from "#services/explanations/explanation.ts";
import { createReminders, type RemindersOptions } from "#services/explanations/reminders.ts";
import { createReviewing, type Reviewing, type ReviewRequest } from "#services/explanations/reviewing.ts";
import { createSending, type Sending } from "#services/explanations/sending.ts";
import { createSettling } from "#services/explanations/settling.ts";
import { createStoredExplanations } from "#services/explanations/stored-explanations.ts";
import { createTelling, type TellingOptions } from "#services/explanations/telling.ts";
import type { ChatId } from "#services/ids.ts";

export interface ExplanationsOptions
  extends TellingOptions,
    Omit<RemindersOptions, "stored" | "owe" | "alerts"> {
  readonly alerts: Pick<Alerts, "get" | "changing">;
  /** Rings for the deliveries just written. */
  readonly ring: () => Promise<void>;
}

export type Explanations = ReturnType<typeof createExplanations>;

/**
 * What offices say of their alerts, and what their leaders make of it. Each step is one commit: the explanation, the
 * alert's state and every message owed about it. Everything rejects with StoreUnavailable.
 */
export function createExplanations(options: ExplanationsOptions) {
  const { store, ring } = options;
  const stored = createStoredExplanations(store);
  const owe = createTelling(options);
  const settle = createSettling({ ...options, owe });
  const reminders = createReminders({ ...options, stored, owe });
  const send = createSending({ ...options, stored, settle, reminders });
  const review = createReviewing({ ...options, stored, settle });

  return {
    ...createDrafts({ store, stored }),

    async latest(alert: number): Promise<Explanation | null> {
      return (await stored.latest(alert))?.value ?? null;
    },

    ofAlert: stored.ofAlert,

    /** Every one that was ever sent, by alert. */
    async all(): Promise<readonly Explanation[]> {
      return (await stored.sent.list()).map(({ value }) => value);
    },

    async send(alert: number, by: Signatory, chat: ChatId): Promise<Sending> {
      const sending = await send(alert, by, chat);
      if (sending.outcome === "sent") await ring();
      return sending;
    },

    async review(request: ReviewRequest): Promise<Reviewing | null> {
      const reviewing = await review(request);
      if (reviewing?.outcome === "done") await ring();
      return reviewing;
    },

    /** One look at deadlines. */
    async tick(): Promise<void> {
      if (await reminders.tick()) await ring();
    },
  };
}
