import { type Backoff, createOutage, type Outage } from "#bot/channels/outage.ts";
import { faultOf, isWebhookInTheWay } from "#bot/channels/zalo/classify.ts";
import { proxySentences, proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { Logger } from "#services/logger.ts";

const sentences = {
  webhook:
    "A webhook is set for this Zalo bot, so that polling brings nothing; npm run zalo -- webhook delete removes it",
  refused: "Zalo refuses this bot. Trying again in case it is a passing fault",
  flood: "Zalo asks us to wait before receiving again",
  ...proxySentences,
  away: "Zalo cannot be reached; everything else goes on, and it is tried again until it answers",
} as const;

export function createZaloOutage(logger: Logger, backoff: Backoff): Outage {
  return createOutage({ logger, backoff, sentences, back: "Zalo is reached again", kindOf });
}

function kindOf(error: unknown): keyof typeof sentences {
  if (isWebhookInTheWay(error)) return "webhook";
  const trouble = error instanceof Error ? proxyTroubleOf(error.cause) : null;
  if (trouble) return trouble;
  const fault = faultOf(error);
  if (fault === "flood" || fault === "quota") return "flood";
  return fault === "refused" || fault === "not-found" || fault === "no-chat" ? "refused" : "away";
}
