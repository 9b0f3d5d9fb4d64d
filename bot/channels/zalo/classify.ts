import { CHANNEL } from "#bot/channels/zalo/address.ts";
import { ZaloRefusal, ZaloSilence } from "#bot/channels/zalo/faults.ts";
import { type Remedy, SendError, type SendReason } from "#services/send-error.ts";

/** What a failed call means. Each has one remedy. */
export type Fault =
  | "no-chat"
  | "not-found"
  | "no-photo"
  | "quota"
  | "flood"
  | "unauthorized"
  | "refused"
  | "unreached"
  | "barred"
  | "late"
  | "cut"
  | "broken";

interface Meaning {
  readonly remedy: Exclude<Remedy["kind"], "moved">;
  readonly reason: SendReason;
}

const meanings: Readonly<Record<Fault, Meaning>> = {
  "no-chat": { remedy: "forget-chat", reason: "chat-not-found" },
  // Zalo does not document what it calls "not found": the chat's other messages are left alone.
  "not-found": { remedy: "give-up", reason: "chat-not-found" },
  "no-photo": { remedy: "text-only", reason: "bad-request" },
  quota: { remedy: "retry", reason: "quota" },
  flood: { remedy: "retry", reason: "too-many-requests" },
  // The token is wrong or withdrawn: once it is right again, everything owed can still go.
  unauthorized: { remedy: "retry", reason: "unauthorized" },
  refused: { remedy: "give-up", reason: "bad-request" },
  unreached: { remedy: "retry", reason: "unreachable" },
  barred: { remedy: "retry", reason: "unreachable" },
  late: { remedy: "unknown", reason: "timeout" },
  cut: { remedy: "unknown", reason: "timeout" },
  broken: { remedy: "unknown", reason: "server-error" },
};

/** Zalo names no time to wait after a 429. */
const REST_MS = 60_000;

/** Descriptions tell what the codes do not; which texts Zalo uses for a chat it lost is not documented. */
const descriptions: readonly (readonly [RegExp, Fault])[] = [
  [/\b(?:chat|group|user|conversation|recipient)(?:[_ ]?id)? (?:is )?(?:not found|invalid)/i, "no-chat"],
  [/\b(?:invalid|unknown|wrong) (?:chat|group|user|recipient)/i, "no-chat"],
  [/\b(?:blocked by|kicked|not (?:a )?(?:member|participant)|removed from|left the group)/i, "no-chat"],
];

export function faultOf(error: unknown): Fault {
  if (error instanceof ZaloRefusal) return faultOfRefusal(error);
  if (!(error instanceof ZaloSilence)) return "broken";
  return error.kind === "garbage" ? faultOfGarbage(error.status) : error.kind;
}

/** Any failure of a call as what its sender should do about it. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const fault = faultOf(error);
  const { remedy, reason } = meanings[fault];
  const message = error instanceof Error ? `${CHANNEL}: ${error.message}` : `${CHANNEL}: call failed`;
  const rest = fault === "quota" || fault === "flood" ? { retryAfterMs: REST_MS } : {};
  return new SendError(message, { kind: remedy }, { cause: error, reason, ...rest });
}

function faultOfRefusal({ method, code, description }: ZaloRefusal): Fault {
  if (code === 401) return "unauthorized";
  if (code === 429) return /quota/i.test(description) ? "quota" : "flood";
  if (code === 408) return "late";
  // Zalo documents 403 as "Internal server error".
  if (code === 403) return saidOfChat(description) ?? "broken";
  if (code !== null && code >= 500) return "broken";
  if (method === "sendPhoto") return saidOfChat(description) ?? "no-photo";
  return saidOfChat(description) ?? (code === 404 ? "not-found" : "refused");
}

function saidOfChat(description: string): Fault | undefined {
  return descriptions.find(([pattern]) => pattern.test(description))?.[1];
}

/** Without a status Zalo's own answer was in no form we know; else something between us and Zalo spoke. */
function faultOfGarbage(status: number | null): Fault {
  if (status === 429) return "flood";
  if (status === null || status < 300 || status >= 500) return "broken";
  return "barred";
}

/** Polls are refused while a webhook is set; only the description says so. */
export function isWebhookInTheWay(error: unknown): boolean {
  return error instanceof ZaloRefusal && error.method === "getUpdates" && /webhook/i.test(error.description);
}
