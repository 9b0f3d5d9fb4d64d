import type { Inbound } from "#services/inbound.ts";
import { createLru } from "#services/lru.ts";
import type { Receipt } from "#services/receipt.ts";

const REMEMBERED = 2000;

export type Edits = ReturnType<typeof createEdits>;

/** What was asked and how it was answered, so that a question that is corrected is answered in the same place. */
export function createEdits() {
  const words = createLru<string, string>(REMEMBERED);
  const answers = createLru<string, Receipt>(REMEMBERED);

  return {
    heard(inbound: Inbound): void {
      words.set(messageOf(inbound), inbound.text);
    },

    /** Whether an edited message says something new: the platform also edits when it adds a preview. */
    isNews: (inbound: Inbound): boolean => words.get(messageOf(inbound)) !== inbound.text,

    /** `replyTo`: the `Inbound.id` that was answered. */
    answered(replyTo: string, answer: Receipt): void {
      answers.set(firstId(replyTo), answer);
    },

    answerTo: (inbound: Inbound): Receipt | undefined => answers.get(messageOf(inbound)),
  };
}

const messageOf = ({ id, edits }: Inbound): string => edits?.message ?? id;

/** `-100123/55` of `-100123/55/1700000000`, the id of an edit. */
const firstId = (id: string): string => /^-?\d+\/\d+/.exec(id)?.[0] ?? id;
