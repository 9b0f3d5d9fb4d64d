import { GrammyError } from "grammy";
import type { Logger } from "#bot/channels/logger.ts";
import { faultOf } from "#bot/channels/telegram/classify.ts";

export interface Backoff {
  readonly firstMs: number;
  readonly mostMs: number;
}

const sentences = {
  conflict:
    "Another program is receiving this bot's Telegram updates; only one can. Trying again until it stops",
  refused: "Telegram refuses this bot. Trying again in case it is a passing fault",
  flood: "Telegram asks us to wait before receiving again",
  away: "Telegram cannot be reached; everything else goes on, and it is tried again until it answers",
} as const;

export type Outage = ReturnType<typeof createOutage>;

/** One sentence when Telegram goes, one when it is back, and longer and longer waits in between. */
export function createOutage(logger: Logger, { firstMs, mostMs }: Backoff) {
  let said: keyof typeof sentences | null = null;
  let waitMs = firstMs;
  return {
    /** How long to wait before the next try, in ms. */
    failed(error: unknown): number {
      const kind = kindOf(error);
      if (kind !== said) logger.warn({ err: error }, sentences[kind]);
      said = kind;
      const wait = retryAfterMs(error) ?? waitMs;
      waitMs = Math.min(waitMs * 2, mostMs);
      return wait;
    },

    isOn: () => said !== null,

    ended(): void {
      if (said) logger.info({}, "Telegram is reached again");
      said = null;
      waitMs = firstMs;
    },
  };
}

function kindOf(error: unknown): keyof typeof sentences {
  const fault = faultOf(error);
  if (fault === "conflict" || fault === "flood") return fault;
  return fault === "unreached" || fault === "unanswered" ? "away" : "refused";
}

function retryAfterMs(error: unknown): number | null {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? null : seconds * 1000;
}
