import type { SilenceKind } from "#bot/channels/silence.ts";
import { CHANNEL } from "#bot/channels/zalo-oa/address.ts";
import { OaRefusal, OaSilence, TokensLost } from "#bot/channels/zalo-oa/faults.ts";
import { type Remedy, SendError, type SendReason } from "#services/send-error.ts";

interface Meaning {
  readonly remedy: Exclude<Remedy["kind"], "moved">;
  readonly reason: SendReason;
  readonly retryAfterMs?: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const EXPIRED = [-216, -220, -124];
const STALE_UPLOAD = -100;

/** The account itself cannot send until a person mends it: what is owed waits. */
const unauthorized: Meaning = { remedy: "retry", reason: "unauthorized", retryAfterMs: HOUR_MS };
/** The group's package has lapsed, or the group is not the account's. */
const noRights: Meaning = { remedy: "give-up", reason: "no-rights" };
const blocked: Meaning = { remedy: "give-up", reason: "blocked" };
const badRequest: Meaning = { remedy: "give-up", reason: "bad-request" };
const quota: Meaning = { remedy: "retry", reason: "quota", retryAfterMs: HOUR_MS };

/** By Zalo's table of error codes, as of 10/2024 and 08/2026. */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  ...EXPIRED.map((code) => [code, unauthorized] as const),
  ...[-209, -212, -219, -221, -223, -224, -235, -120].map((code) => [code, unauthorized] as const),
  ...[-204, -205, -320, -321].map((code) => [code, unauthorized] as const),
  ...[-237, -238, -241, -403].map((code) => [code, noRights] as const),
  ...[-213, -217, -227, -230, -232, -244].map((code) => [code, blocked] as const),
  ...[-201, -210, -233, -240, -242, -248].map((code) => [code, badRequest] as const),
  ...[-211, -218].map((code) => [code, quota] as const),
  [-32, { remedy: "retry", reason: "too-many-requests", retryAfterMs: MINUTE_MS }],
  [-234, { remedy: "retry", reason: "quota", retryAfterMs: HOUR_MS }],
  [STALE_UPLOAD, { remedy: "text-only", reason: "bad-request" }],
  // "Send failed": Zalo does not say whether it went out.
  [-200, { remedy: "unknown", reason: "server-error" }],
]);

const silences: Readonly<Record<SilenceKind, Meaning>> = {
  unreached: { remedy: "retry", reason: "unreachable" },
  cut: { remedy: "unknown", reason: "timeout" },
  late: { remedy: "unknown", reason: "timeout" },
  garbage: { remedy: "unknown", reason: "server-error" },
};

/** The access token is used up or withdrawn. */
export function isExpired(error: unknown): boolean {
  return error instanceof OaRefusal && EXPIRED.includes(error.code);
}

/** What was uploaded is kept seven days. */
export function isStaleUpload(error: unknown): boolean {
  return error instanceof OaRefusal && error.code === STALE_UPLOAD;
}

/** Nothing can be sent or heard until a person does something about the account. */
export function isRefusedAccount(error: unknown): boolean {
  return error instanceof TokensLost || (error instanceof OaRefusal && meaningOf(error) === unauthorized);
}

/** Any failure of a call as what its sender should do about it. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { remedy, reason, ...rest } = meaningOf(error);
  const message = error instanceof Error ? `${CHANNEL}: ${error.message}` : `${CHANNEL}: call failed`;
  return new SendError(message, { kind: remedy }, { cause: error, reason, ...rest });
}

function meaningOf(error: unknown): Meaning {
  if (error instanceof TokensLost) return unauthorized;
  if (error instanceof OaRefusal) return meanings.get(error.code) ?? badRequest;
  return silences[error instanceof OaSilence ? error.kind : "garbage"];
}
