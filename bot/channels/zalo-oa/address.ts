import { type ChatId, channelName } from "#services/ids.ts";
import { SendError } from "#services/send-error.ts";

export const CHANNEL = channelName("zalo-oa");

const PREFIX = `${CHANNEL}:` as const;
/** Ids of groups and persons look alike: our own ids say which is which. */
const GROUP = "g:";

/** `zalo-oa:2468458835296197922`; also the id of the person. */
export function personName(id: string): ChatId {
  return `${PREFIX}${id}`;
}

/** `zalo-oa:g:f414c8f76fa586fbdfb4`. */
export function groupName(id: string): ChatId {
  return `${PREFIX}${GROUP}${id}`;
}

export function isGroup(chat: ChatId): boolean {
  return chat.startsWith(`${PREFIX}${GROUP}`);
}

/** Whom a message of the Official Account goes to. */
export type Recipient = { readonly group_id: string } | { readonly user_id: string };

/** Rejects a chat of another channel with remedy "give-up". */
export function recipientOf(chat: ChatId): Recipient {
  const id = chat.startsWith(PREFIX) ? chat.slice(PREFIX.length) : "";
  if (isGroup(chat) && id !== GROUP) return { group_id: id.slice(GROUP.length) };
  if (id === "" || isGroup(chat)) {
    throw new SendError(`no chat of an Official Account: ${chat}`, { kind: "give-up" });
  }
  return { user_id: id };
}
