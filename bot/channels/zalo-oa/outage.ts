import { type Backoff, createOutage, type Outage } from "#bot/channels/outage.ts";
import { toSendError } from "#bot/channels/zalo-oa/classify.ts";
import { proxySentences, proxyTroubleOf } from "#bot/outgoing/proxy-trouble.ts";
import type { Logger } from "#services/logger.ts";

const sentences = {
  refused:
    "Zalo refuses this Official Account: its tokens, its package or its permissions. It is tried again until a person has mended it",
  flood: "Zalo asks us to wait before calling again",
  ...proxySentences,
  away: "Zalo cannot be reached; everything else goes on, and it is tried again until it answers",
} as const;

export function createOaOutage(logger: Logger, backoff: Backoff): Outage {
  return createOutage({
    logger,
    backoff,
    sentences,
    back: "The Zalo Official Account is reached again",
    kindOf,
  });
}

function kindOf(error: unknown): keyof typeof sentences {
  const trouble = error instanceof Error ? proxyTroubleOf(error.cause) : null;
  if (trouble) return trouble;
  const { reason } = toSendError(error);
  if (reason === "too-many-requests") return "flood";
  return reason === "unreachable" || reason === "timeout" || reason === "server-error" ? "away" : "refused";
}
