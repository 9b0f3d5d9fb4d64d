import type { Alert } from "#services/alerts/alert.ts";
import type { Alerts } from "#services/alerts/alerts.ts";
import {
  type Explanation,
  type ExplanationText,
  type Signatory,
  wholeOf,
} from "#services/explanations/explanation.ts";
import type { Reminders } from "#services/explanations/reminders.ts";
import type { SettleExplanation } from "#services/explanations/settling.ts";
import { draftId, type StoredExplanations, sentId } from "#services/explanations/stored-explanations.ts";
import type { ChatId } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** over: the alert is no longer open. unfinished: something is still to be said. */
export type Sending =
  | { readonly outcome: "sent"; readonly explanation: Explanation }
  | { readonly outcome: "over" | "unfinished" };

export interface SendingOptions {
  readonly store: Store;
  readonly stored: StoredExplanations;
  readonly alerts: Pick<Alerts, "get">;
  readonly settle: SettleExplanation;
  readonly reminders: Reminders;
  readonly clock: () => Date;
}

/** Sends a person's draft, once: sent again it is the same explanation. `chat` is the one that is being answered. */
export function createSending({ store, stored, alerts, settle, reminders, clock }: SendingOptions) {
  async function attempt(number: number, by: Signatory, chat: ChatId): Promise<Attempt<Sending>> {
    const draft = await stored.drafts.get(draftId(number, by.person));
    const latest = await stored.latest(number);
    const text = draft && wholeOf(draft.value);
    if (!text) return { commit: {}, outcome: draft ? { outcome: "unfinished" } : sentBefore(latest, by) };
    const alert = await alerts.get(number);
    if (!alert) return { commit: {}, outcome: { outcome: "over" } };

    const nth = (latest?.value.nth ?? 0) + 1;
    const explanation = made(alert, text, { nth, by, at: clock().toISOString() });
    const change = (one: Alert): Alert => ({ ...one, state: "explained" });
    const settled = await settle({ explanation, news: "sent", except: chat, change });
    if (!settled.isOpen) return { commit: {}, outcome: { outcome: "over" } };
    const id = sentId(explanation);
    const own = {
      checks: [stored.sent.check(id, null), stored.drafts.check(draft.id, draft)],
      puts: [stored.sent.put(id, explanation)],
      deletes: [stored.drafts.key(draft.id)],
    };
    const commit = joined([own, giveWay(latest, stored), reminders.of(explanation), settled.commit]);
    return { commit, outcome: { outcome: "sent", explanation } };
  }

  return async (alert: number, by: Signatory, chat: ChatId): Promise<Sending> =>
    (await commitUntilFree(store, () => attempt(alert, by, chat))).outcome;
}

function made(
  { number, period, ...alert }: Alert,
  text: ExplanationText,
  signed: Pick<Explanation, "nth" | "by" | "at">,
): Explanation {
  const { unit, rule, indicator, of, value, level, comparison, before, source, asOf } = alert;
  return {
    ...text,
    ...signed,
    alert: number,
    reading: { unit, rule, indicator, of, value, level, comparison, before, source, asOf },
    period,
    state: "waiting",
    review: null,
  };
}

/** The draft is gone: it was sent, unless there was none. */
function sentBefore(latest: Item<Explanation> | null, by: Signatory): Sending {
  const isOwn = latest?.value.by.person === by.person && latest.value.state === "waiting";
  return isOwn ? { outcome: "sent", explanation: latest.value } : { outcome: "unfinished" };
}

/** One that still waited is replaced. */
function giveWay(latest: Item<Explanation> | null, { sent }: StoredExplanations): Commit {
  if (latest?.value.state !== "waiting") return {};
  return {
    checks: [sent.check(latest.id, latest)],
    puts: [sent.put(latest.id, { ...latest.value, state: "replaced" })],
  };
}
