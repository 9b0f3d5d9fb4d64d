import { type ChatId, channelName } from "#services/ids.ts";
import { SendError } from "#services/send-error.ts";

export const CHANNEL = channelName("zalo");

const PREFIX = `${CHANNEL}:` as const;
/** Seen on every group so far, and documented nowhere. */
const GROUP_PREFIX = "zgr-";

/** `zalo:zgr-f8a7101d77709e2ec761`; also the id of a person. Zalo's ids are opaque. */
export function chatName(id: string): ChatId {
  return `${PREFIX}${id}`;
}

/** Zalo's own id of a chat. Rejects one of another channel with remedy "give-up". */
export function chatIdOf(chat: ChatId): string {
  const id = chat.startsWith(PREFIX) ? chat.slice(PREFIX.length) : "";
  if (id === "") throw new SendError(`not a Zalo chat: ${chat}`, { kind: "give-up" });
  return id;
}

/** Told by the id alone; what Zalo says of a chat when it is heard goes before it. */
export function looksLikeGroup(chat: ChatId): boolean {
  return chatIdOf(chat).startsWith(GROUP_PREFIX);
}
