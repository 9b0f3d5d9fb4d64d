import { withoutMention } from "#bot/channels/mention.ts";
import { groupName, personName } from "#bot/channels/zalo-oa/address.ts";
import type { OaEvent, OaMessage } from "#bot/channels/zalo-oa/wire.ts";
import type { ChatId } from "#services/ids.ts";
import type { ChatEvent, Inbound } from "#services/inbound.ts";

/** A file or picture as it came, by its address. */
export interface Attached {
  readonly name: string;
  readonly address: string;
  readonly size: number | null;
}

/** A message as Zalo tells it: who said it is known by id alone, and whether it speaks to the bot by its words. */
export interface Said {
  readonly inbound: Inbound;
  /** The message it quotes. */
  readonly quotes: string | null;
  readonly attached: Attached | null;
}

const FROM_PERSON = "user_send_";
const IN_GROUP = "user_send_group_";
/** Stickers, places, calls and cards ask nothing. */
const HEARD: ReadonlySet<string> = new Set(["text", "image", "link", "file", "audio", "video"]);
const PAPERS: ReadonlySet<string> = new Set(["file", "image"]);

/** Zalo's pages disagree on the names of some events. */
const EVENTS: Readonly<Record<string, ChatEvent>> = {
  create_group: "joined",
  delete_group: "left",
  disperse_group: "left",
  follow: "unblocked",
  unfollow: "blocked",
};

/** Zalo takes no message of more than 2,000 characters: a longer text is pasted in parts. */
const MAY_GO_ON = 1_700;

/**
 * Something said in a group or to the Official Account; null when it is no message of a person. A group's every word is
 * heard: only a mention of one of `names`, or a private chat, speaks to the bot by itself.
 */
export function decodeSaid(event: OaEvent, names: readonly string[]): Said | null {
  const { event_name, message, sender, recipient } = event;
  if (!message || !sender || !event_name.startsWith(FROM_PERSON)) return null;
  const isGroup = event_name.startsWith(IN_GROUP);
  const kind = event_name.slice((isGroup ? IN_GROUP : FROM_PERSON).length);
  if (!HEARD.has(kind) || (isGroup && !recipient)) return null;
  const chat = isGroup ? groupName(recipient?.id ?? "") : personName(sender.id);
  const raw = message.text ?? "";
  const said = withoutMention(raw, names);
  const attached = PAPERS.has(kind) ? attachedTo(message) : null;
  // What stands under a paper describes it; only a command is said to the bot.
  const isWordless = attached ? !said.startsWith("/") : raw === "";
  return {
    quotes: message.quote_msg_id || null,
    attached,
    inbound: {
      ...from(chat, isGroup, sender.id),
      id: `${chat}/${message.msg_id}`,
      text: isWordless ? "" : said,
      wordless: isWordless,
      takesFiles: true,
      mayGoOn: raw.length >= MAY_GO_ON,
      addressed: !isGroup || isMentioned(raw, said),
    },
  };
}

/** What happened to a chat; null when it says nothing of the bot's own standing. */
export function decodeEvent(event: OaEvent): Inbound | null {
  const happened = EVENTS[event.event_name];
  if (happened === undefined) return null;
  const person = event.follower?.id ?? event.sender?.id ?? "";
  const isGroup = event.group_id !== null && event.group_id !== undefined;
  if (!isGroup && person === "") return null;
  const chat = isGroup ? groupName(event.group_id ?? "") : personName(person);
  return {
    ...from(chat, isGroup, person),
    id: `${event.event_name}:${chat}/${event.timestamp}`,
    text: "",
    addressed: happened === "joined",
    event: happened,
  };
}

function from(chat: ChatId, isGroup: boolean, person: string) {
  return {
    chat,
    chatKind: isGroup ? "group" : "private",
    // Zalo tells names when they are asked for.
    chatName: "",
    sender: { id: personName(person), name: "" },
    isChatAdmin: async () => !isGroup,
    adminsByCode: true,
  } as const;
}

/** Taking mentions out trims as well: the text says the same, less a name that begins with "@". */
function isMentioned(raw: string, said: string): boolean {
  return raw.includes("@") && raw.trim().length > said.length;
}

function attachedTo({ attachments, text }: OaMessage): Attached | null {
  const [first] = attachments ?? [];
  const address = first?.payload?.url;
  if (!first || !address) return null;
  const isPicture = first.type === "image";
  const name = first.payload?.name ?? (isPicture ? "" : (text ?? ""));
  return { name, address, size: first.payload?.size ?? null };
}
