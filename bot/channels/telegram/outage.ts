import { GrammyError, HttpError } from "grammy";
import { type Backoff, createOutage, type Outage } from "#bot/channels/outage.ts";
import { faultOf } from "#bot/channels/telegram/classify.ts";
import { proxySentences, proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { Logger } from "#services/logger.ts";

const sentences = {
  conflict:
    "Another program is receiving this bot's Telegram updates; only one can. Trying again until it stops",
  refused: "Telegram refuses this bot. Trying again in case it is a passing fault",
  flood: "Telegram asks us to wait before receiving again",
  ...proxySentences,
  away: "Telegram cannot be reached; everything else goes on, and it is tried again until it answers",
} as const;

export function createTelegramOutage(logger: Logger, backoff: Backoff): Outage {
  return createOutage({
    logger,
    backoff,
    sentences,
    back: "Telegram is reached again",
    kindOf,
    retryAfterMs,
  });
}

function kindOf(error: unknown): keyof typeof sentences {
  const trouble = error instanceof HttpError ? proxyTroubleOf(error.error) : null;
  if (trouble) return trouble;
  const fault = faultOf(error);
  if (fault === "conflict" || fault === "flood") return fault;
  return fault === "unreached" || fault === "unanswered" ? "away" : "refused";
}

function retryAfterMs(error: unknown): number | null {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? null : seconds * 1000;
}
