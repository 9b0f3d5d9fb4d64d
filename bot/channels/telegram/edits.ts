import { LRUCache } from "lru-cache";
import type { Inbound, Receipt } from "#services/channel.ts";

/** Whoever corrects a question later asks it anew. */
const LASTS_MS = 10 * 60_000;
const REMEMBERED = 2000;

export type Edits = ReturnType<typeof createEdits>;

/** What was asked and how it was answered, so that a question that is corrected is answered in the same place. */
export function createEdits(now: () => number) {
  const words = new LRUCache<string, string>({ max: REMEMBERED });
  const answers = new LRUCache<string, Receipt>({ max: REMEMBERED });

  return {
    heard({ id, text }: Inbound): void {
      words.set(messageOf(id), text);
    },

    /** Whether an edited message says something new, soon enough; `saidAt`: when it was first said, ms. */
    isNews({ id, text }: Inbound, saidAt: number): boolean {
      return now() - saidAt <= LASTS_MS && words.get(messageOf(id)) !== text;
    },

    answered(id: string, answer: Receipt): void {
      answers.set(messageOf(id), answer);
    },

    answerTo: ({ id }: Inbound): Receipt | undefined => answers.get(messageOf(id)),
  };
}

/** `-100123/55` of `-100123/55/1700000000`, the id of an edit. */
function messageOf(id: string): string {
  return /^-?\d+\/\d+/.exec(id)?.[0] ?? id;
}
