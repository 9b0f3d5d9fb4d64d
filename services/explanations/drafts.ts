import {
  type Draft,
  type Explanation,
  type ExplanationText,
  nextPart,
} from "#services/explanations/explanation.ts";
import { draftId, type StoredExplanations } from "#services/explanations/stored-explanations.ts";
import type { Store } from "#services/store/store.ts";

const NOTHING_SAID: Draft = { cause: null, remedy: null, deadline: null };

export interface Drafted {
  readonly draft: Draft;
  /** It differs from what was sent before, or nothing was: it can be sent. */
  readonly isNew: boolean;
}

/** What persons are about to say of alerts, a draft each; kept until it is sent or thrown away. */
export function createDrafts({
  store,
  stored,
}: {
  readonly store: Store;
  readonly stored: StoredExplanations;
}) {
  async function basisOf(alert: number, person: string): Promise<Draft> {
    const latest = (await stored.latest(alert))?.value;
    return latest && goesOn(latest, person) ? textOf(latest) : NOTHING_SAID;
  }

  return {
    /** As far as it got; what was returned, or is the person's own and still waits, is gone on from. */
    async draft(alert: number, person: string): Promise<Drafted> {
      const kept = (await stored.drafts.get(draftId(alert, person)))?.value;
      const draft = kept ?? (await basisOf(alert, person));
      return { draft, isNew: kept !== undefined || nextPart(draft) !== null };
    },

    async fill(alert: number, person: string, part: Partial<ExplanationText>): Promise<Draft> {
      const basis = await basisOf(alert, person);
      const item = await stored.drafts.update(draftId(alert, person), (kept) => ({
        ...(kept ?? basis),
        ...part,
      }));
      return item.value;
    },

    async discard(alert: number, person: string): Promise<void> {
      await store.commit({ deletes: [stored.drafts.key(draftId(alert, person))] });
    },
  };
}

function goesOn({ state, by }: Explanation, person: string): boolean {
  return state === "returned" || (state === "waiting" && by.person === person);
}

function textOf({ cause, remedy, deadline }: Explanation): ExplanationText {
  return { cause, remedy, deadline };
}
