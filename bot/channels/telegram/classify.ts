import { GrammyError, HttpError } from "grammy";
import { CHANNEL, chatName } from "#bot/channels/telegram/address.ts";
import { NotSent } from "#bot/outgoing/not-sent.ts";
import { type Remedy, SendError, type SendReason } from "#services/send-error.ts";

/** What a refused call means. Each has one remedy, but for those the channel deals with by itself. */
export type Fault =
  | "not-modified"
  | "uneditable"
  | "unknown-file"
  | "no-chat"
  | "no-member"
  | "no-rights"
  | "topic-closed"
  | "topic-gone"
  | "no-picture-rights"
  | "no-media"
  | "flood"
  | "conflict"
  | "unreached"
  | "unanswered"
  | "unauthorized"
  | "refused";

const remedies: Record<Fault, Remedy["kind"] & Exclude<Remedy["kind"], "moved">> = {
  "not-modified": "give-up",
  uneditable: "give-up",
  "unknown-file": "text-only",
  "no-chat": "forget-chat",
  "no-member": "forget-chat",
  "no-rights": "give-up",
  "topic-closed": "general-topic",
  "topic-gone": "general-topic",
  "no-picture-rights": "text-only",
  "no-media": "text-only",
  flood: "retry",
  conflict: "retry",
  unreached: "retry",
  unanswered: "unknown",
  // The token is wrong or withdrawn: once it is right again, everything owed can still go.
  unauthorized: "retry",
  refused: "give-up",
};

const reasons: Partial<Record<Fault, SendReason>> = {
  "no-chat": "chat-not-found",
  "no-member": "no-rights",
  "no-rights": "no-rights",
  "topic-closed": "no-rights",
  "no-picture-rights": "no-rights",
  flood: "too-many-requests",
  unreached: "unreachable",
  unauthorized: "unauthorized",
  refused: "bad-request",
};

/** The ways in which Telegram says that the bot may not write there, with code 400 or 403. */
const rights: readonly (readonly [RegExp, Fault])[] = [
  [/not enough rights to send text messages|(have )?no rights to send a message/i, "no-rights"],
  [/need administrator rights in the channel chat|CHAT_ADMIN_REQUIRED/i, "no-rights"],
  [/CHAT_(RESTRICTED|WRITE_FORBIDDEN|SEND_PLAIN_FORBIDDEN|GUEST_SEND_FORBIDDEN)/, "no-rights"],
  [/USER_(RESTRICTED|BANNED_IN_CHANNEL)/, "no-rights"],
  [/bot is not a (member|participant)|USER_NOT_PARTICIPANT/i, "no-member"],
];

/** Telegram has one code, 400, for most of these: only its description tells them apart. */
const descriptions: readonly (readonly [RegExp, Fault])[] = [
  [/message is not modified|MESSAGE_NOT_MODIFIED/i, "not-modified"],
  [/message can't be edited|message to edit not found|MESSAGE_ID_INVALID/i, "uneditable"],
  [/there is no (text|caption|media) in the message to edit|MESSAGE_EDIT_TIME_EXPIRED/i, "uneditable"],
  [/wrong (remote )?file[_ ](identifier|id)|FILE_REFERENCE_|FILE_ID_INVALID/i, "unknown-file"],
  [/message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i, "topic-gone"],
  [/TOPIC_CLOSED/i, "topic-closed"],
  [/chat not found|group chat was (deactivated|deleted)|chat was deleted|user is deactivated/i, "no-chat"],
  [/PEER_ID_INVALID|CHAT_ID_INVALID|CHANNEL_(PRIVATE|INVALID)|INPUT_USER_DEACTIVATED/, "no-chat"],
  [/not enough rights to send photos|CHAT_SEND_PHOTOS_FORBIDDEN/i, "no-picture-rights"],
  [/not enough rights to send (documents|media)/i, "no-media"],
  [/CHAT_SEND_(DOCS|MEDIA)_FORBIDDEN|PHOTO_|IMAGE_PROCESS_FAILED|FILE_PARTS?_|MEDIA_/, "no-media"],
  [/wrong (type of the web page content|file type)|can't use file of type|file is too big/i, "no-media"],
];

export function faultOf(error: unknown): Fault {
  if (error instanceof GrammyError) return faultOfAnswer(error);
  return error instanceof HttpError && error.error instanceof NotSent ? "unreached" : "unanswered";
}

/** Any failure of a call as what its sender should do about it. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const message = error instanceof Error ? `${CHANNEL}: ${error.message}` : `${CHANNEL}: call failed`;
  return new SendError(message, remedyOf(error), { cause: error, ...retryAfter(error), ...reasonOf(error) });
}

function remedyOf(error: unknown): Remedy {
  if (error instanceof GrammyError && error.parameters.migrate_to_chat_id !== undefined) {
    return { kind: "moved", to: chatName(error.parameters.migrate_to_chat_id) };
  }
  return { kind: remedies[faultOf(error)] };
}

function reasonOf(error: unknown): { reason?: SendReason } {
  const reason = codedReason(error) ?? reasons[faultOf(error)];
  return reason === undefined ? {} : { reason };
}

/** Reasons that the answer's code tells better than the fault it is treated as. */
function codedReason(error: unknown): SendReason | undefined {
  if (!(error instanceof GrammyError)) return faultOf(error) === "unanswered" ? "timeout" : undefined;
  if (error.error_code === 403) return faultOf(error) === "no-chat" ? "blocked" : undefined;
  if (error.error_code === 413) return "too-large";
  return error.error_code >= 500 ? "server-error" : undefined;
}

function faultOfAnswer({ error_code: code, description }: GrammyError): Fault {
  if (code === 401 || code === 404) return "unauthorized";
  if (code === 403) return described(rights, description) ?? "no-chat";
  if (code === 409) return "conflict";
  if (code === 413) return "no-media";
  if (code === 429) return "flood";
  if (code >= 500) return "unanswered";
  if (code !== 400) return "refused";
  return described(descriptions, description) ?? described(rights, description) ?? "refused";
}

function described(known: typeof descriptions, description: string): Fault | undefined {
  return known.find(([pattern]) => pattern.test(description))?.[1];
}

function retryAfter(error: unknown): { retryAfterMs?: number } {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? {} : { retryAfterMs: seconds * 1000 };
}
