import type { Fate } from "#test/support/fault-telegram.ts";
import type { Random } from "#test/support/random.ts";

function refuse(code: number, description: string, retryAfter?: number): Fate {
  return { kind: "refuse", code, description, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** A bad line to Telegram on one of its bad days: every kind of outcome, most requests going through. */
export function createFates(random: Random): () => Fate {
  return () =>
    random.weighted<Fate>([
      [620, { kind: "taken" }],
      [100, { kind: "slow", ms: random.between(30, 400) }],
      [60, { kind: "drop-before" }],
      [60, { kind: "drop-after" }],
      [30, { kind: "garbage" }],
      [30, refuse(500, "Internal Server Error")],
      [30, refuse(429, "Too Many Requests: retry after 1", 1)],
      // Longer than the channel waits by itself: the engine has to.
      [2, refuse(429, "Too Many Requests: retry after 6", 6)],
      [20, refuse(429, "Too Many Requests")],
      [10, refuse(409, "Conflict: terminated by other request")],
      [8, refuse(400, "Bad Request: can't parse entities")],
      [5, refuse(400, "Bad Request: TOPIC_CLOSED")],
      [5, refuse(413, "Request Entity Too Large")],
      [3, refuse(401, "Unauthorized")],
      [3, refuse(404, "Not Found")],
      [3, refuse(400, "Bad Request: chat not found")],
      [6, refuse(403, "Forbidden: bot was kicked from the supergroup chat")],
    ]);
}
