import type { Alert } from "#services/alerts/alert.ts";
import type { Explanation, Signatory } from "#services/explanations/explanation.ts";
import type { SettleExplanation } from "#services/explanations/settling.ts";
import { type StoredExplanations, sentId } from "#services/explanations/stored-explanations.ts";
import type { ChatId } from "#services/ids.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";

export interface ReviewRequest extends Pick<Explanation, "alert" | "nth"> {
  readonly by: Signatory;
  /** Why it is returned; null = it is accepted. */
  readonly reason: string | null;
  /** The chat that is being answered. */
  readonly chat: ChatId;
}

/** done: by this person, now or before. settled: somebody else was first, or a newer one took its place. */
export interface Reviewing {
  readonly outcome: "done" | "settled";
  readonly explanation: Explanation;
}

export interface ReviewingOptions {
  readonly store: Store;
  readonly stored: StoredExplanations;
  readonly settle: SettleExplanation;
  readonly clock: () => Date;
}

/** A leader's word on an explanation; null = there is none. */
export function createReviewing({ store, stored, settle, clock }: ReviewingOptions) {
  async function attempt(request: ReviewRequest): Promise<Attempt<Reviewing | null>> {
    const { by, reason, chat } = request;
    const seen = await stored.sent.get(sentId(request));
    if (!seen) return { commit: {}, outcome: null };
    const state = reason === null ? "accepted" : "returned";
    if (seen.value.state !== "waiting") return { commit: {}, outcome: decided(seen.value, state, by) };

    const review = { by, at: clock().toISOString(), reason };
    const explanation: Explanation = { ...seen.value, state, review };
    const change = (one: Alert): Alert => (one.state === "explained" ? { ...one, state } : one);
    const { commit } = await settle({ explanation, news: state, except: chat, change });
    const own = {
      checks: [stored.sent.check(seen.id, seen)],
      puts: [stored.sent.put(seen.id, explanation)],
    };
    return { commit: joined([own, commit]), outcome: { outcome: "done", explanation } };
  }

  return async (request: ReviewRequest): Promise<Reviewing | null> =>
    (await commitUntilFree(store, () => attempt(request))).outcome;
}

function decided(explanation: Explanation, state: Explanation["state"], by: Signatory): Reviewing {
  const isOwn = explanation.state === state && explanation.review?.by.person === by.person;
  return { outcome: isOwn ? "done" : "settled", explanation };
}
