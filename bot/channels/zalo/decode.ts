import { withoutMention } from "#bot/channels/mention.ts";
import { chatName, looksLikeGroup } from "#bot/channels/zalo/address.ts";
import type { ZaloEvent, ZaloMessage } from "#bot/channels/zalo/wire.ts";
import type { FetchSent } from "#bot/channels/zalo-files.ts";
import type { Inbound } from "#services/inbound.ts";

/** Stickers and reactions ask nothing; answers to them would only use up the quota. Files come as unsupported. */
const HEARD: ReadonlySet<string> = new Set([
  "message.text.received",
  "message.image.received",
  "message.voice.received",
  "message.link.received",
  "message.unsupported.received",
]);

/** Zalo takes no message of more than 2,000 characters: a longer text is pasted in parts. */
const MAY_GO_ON = 1_700;

/** Times below are seconds: in ms they would lie before 2001. */
const FIRST_IN_MS = 1e12;

/**
 * An event as the bot's core hears it; null when it is none of its business. In a group Zalo passes on only what is
 * said to the bot, by mention or reply; `names` are what it may be called.
 */
export function decode(
  { event_name, message }: ZaloEvent,
  names: readonly string[],
  fetchPicture: FetchSent,
): Inbound | null {
  if (!message || !HEARD.has(event_name) || message.from.is_bot) return null;
  const { from } = message;
  const chatKind = kindOf(message);
  const isGroup = chatKind === "group";
  const raw = message.text ?? message.caption ?? "";
  if (raw === "" && isGroup) return null;
  const name = from.display_name ?? "";
  const said = withoutMention(raw, names);
  const files = filesOf(message, fetchPicture);
  // What stands under a picture describes it; only a command is said to the bot.
  const wordless = files ? !said.startsWith("/") : raw === "" && event_name !== "message.text.received";
  return {
    id: inboundId(message),
    chat: chatName(message.chat.id),
    chatKind,
    // Zalo tells no title of a group.
    chatName: isGroup ? "" : name,
    sender: { id: chatName(from.id), name },
    text: wordless ? "" : said,
    wordless,
    takesPictures: true,
    ...(files && { files }),
    mayGoOn: raw.length >= MAY_GO_ON,
    addressed: true,
    isChatAdmin: async () => !isGroup,
    adminsByCode: true,
  };
}

/** Zalo passes pictures on by their addresses, each as a message of its own. */
function filesOf(message: ZaloMessage, fetchPicture: FetchSent): Inbound["files"] | null {
  const address = message.photo_url ?? message.photo;
  return address ? [{ name: "", size: null, bytes: () => fetchPicture(address) }] : null;
}

/** Unique on the channel: `<chat>/<message>`. */
export function inboundId({ chat, message_id }: ZaloMessage): string {
  return `${chat.id}/${message_id}`;
}

/** When it was said, in ms since 1970; null when Zalo does not say. */
export function saidAt({ date }: ZaloMessage): number | null {
  if (!date) return null;
  return date < FIRST_IN_MS ? date * 1000 : date;
}

function kindOf({ chat }: ZaloMessage): Inbound["chatKind"] {
  const said = chat.chat_type?.toUpperCase();
  if (said === "GROUP") return "group";
  if (said === "PRIVATE") return "private";
  return looksLikeGroup(chatName(chat.id)) ? "group" : "private";
}
