import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { pressId } from "#bot/channels/telegram/address.ts";
import { saysCommand } from "#bot/channels/telegram/callback-data.ts";
import type { Logger } from "#services/logger.ts";

/** A press unanswered for longer looks broken; Telegram itself forgets it after some more. */
const PATIENCE_MS = 2_000;

/** Longest words of a pop-up (core.telegram.org/bots/api#answercallbackquery). */
const MOST_WORDS = 200;

export type Presses = ReturnType<typeof createPresses>;

/** Presses that wait for their one answer: a pop-up, or silence once they are dealt with or have waited long enough. */
export function createPresses({ api, logger }: { readonly api: Api; readonly logger: Logger }) {
  const waiting = new Map<string, { readonly query: string; readonly timer: NodeJS.Timeout }>();

  return {
    /** In private nothing pops up but of a dead button: any other press is answered before any work. */
    take({ id: query, message, data }: NonNullable<Update["callback_query"]>): void {
      if (message?.chat.type === "private" && saysCommand(data)) return void acknowledge(query);
      const id = pressId(query);
      const timer = setTimeout(() => void settle(id), PATIENCE_MS);
      waiting.set(id, { query, timer });
    },

    settle,

    /** Shows words to the presser; false = they are too many, or the press was answered before. Never rejects. */
    async popUp(id: string, words: string, { quiet }: { readonly quiet: boolean }): Promise<boolean> {
      if (words.length > MOST_WORDS) return false;
      const query = claim(id);
      return query !== null && answer(query, { text: words, show_alert: !quiet });
    },
  };

  /** Takes the press, by its id among inbound messages, if nothing answered it yet. */
  async function settle(id: string): Promise<void> {
    const query = claim(id);
    if (query !== null) await acknowledge(query);
  }

  function claim(id: string): string | null {
    const press = waiting.get(id);
    if (!press) return null;
    clearTimeout(press.timer);
    waiting.delete(id);
    return press.query;
  }

  function acknowledge(query: string): Promise<boolean> {
    return answer(query, {});
  }

  async function answer(query: string, words: { text?: string; show_alert?: boolean }): Promise<boolean> {
    try {
      return await api.answerCallbackQuery(query, words);
    } catch (err) {
      logger.info({ err }, "A press was too old to acknowledge");
      return false;
    }
  }
}
