import type { ChatId } from "#services/ids.ts";
import type { Receipt } from "#services/receipt.ts";
import type { StyledText } from "#services/reply/text.ts";
import type { SentFile } from "#services/sent-file.ts";

/** Something a person typed, pressed or sent, on any channel; `cleaned` before anything inside reads it. Ids are opaque: `telegram:-1001`, `web:7f…`. */
export interface Inbound {
  /** Unique per message on its channel, for telling repeats. */
  readonly id: string;
  readonly chat: ChatId;
  readonly chatKind: "private" | "group";
  /** When the chat is a topic: the group it belongs to. */
  readonly group?: ChatId;
  /** Name of the group or person, as shown in greetings and to operators; may be empty. */
  readonly chatName: string;
  /** The id is also that of the private chat with them. */
  readonly sender: { readonly id: ChatId; readonly name: string };
  /** The channel itself vouches that this is the operator, sitting at the machine. */
  readonly trusted?: boolean;
  /** What was typed, the bot's own mention taken out, or the command of a pressed action. */
  readonly text: string;
  /** It is about as long as its platform lets a message be: more of the same text may follow. */
  readonly mayGoOn?: boolean;
  /** Sent without words to the bot: a file, a picture, a voice. */
  readonly wordless?: boolean;
  /**
   * What was sent with it as one paper, or, by a command alone in reply to it, that: a file, or pictures that are its
   * pages in order. Other content is not passed on; never empty.
   */
  readonly files?: readonly SentFile[];
  /** One of several pictures sent at once: its channel puts them together, and hands them on as the files of one. */
  readonly page?: Page;
  /** Its channel passes files on: a paper may be sent instead of pasted. */
  readonly takesFiles?: true;
  /** Its channel passes pictures on, each as a message of its own, and no other files. */
  readonly takesPictures?: true;
  /** Sent at once with others, each of which is a message of its own. */
  readonly together?: "first" | "further";
  /** Mention, reply to the bot, private chat, or a pressed action: the bot owes an answer. */
  readonly addressed: boolean;
  readonly pressed?: Pressed;
  /** The message of ours that it was typed in reply to. */
  readonly repliesTo?: Ours;
  /** Its channel showed it to nobody else in the group: what answers it concerns nobody else either. */
  readonly unseen?: true;
  /** It was said before, with other words. */
  readonly edits?: Edited;
  /** Our answer to what it said before: the new one takes its place. */
  readonly corrects?: Receipt;
  /** Whether the sender runs this group, asked of the platform only when needed. */
  readonly isChatAdmin: () => Promise<boolean>;
  /** The platform tells no admins of groups: whoever entered an operator's code for this one runs it. */
  readonly adminsByCode?: boolean;
  /** What happened when it is not a message. */
  readonly event?: ChatEvent;
  /** It cannot be answered as it was meant; a word about that is owed instead. */
  readonly missed?: Missed;
  /**
   * To be awaited before it is carried out, where that must not happen twice, and before it is answered. False =
   * another process does so by now: leave it. Never rejects.
   */
  readonly begins?: (what: "answer" | "act") => Promise<boolean>;
  /** Shows how far an answer that takes long has come; the answer takes its place. */
  readonly meanwhile?: (words: Meanwhile) => void;
  /** For `joined` and `admin-lost`: the bot hears only messages addressed to it (Telegram's privacy mode). */
  readonly hearsOnlyMentions?: boolean;
}

/** Where a picture stands among those that were sent at once. */
export interface Page {
  /** Told apart over all chats of the channel. */
  readonly album: string;
  /** Rises from page to page. */
  readonly order: number;
  /** It is asked for once more, by an edit or a reply. */
  readonly again?: true;
}

/** How far an answer has come: shown anew as it goes on, or `once` where the platform cannot replace what it showed. */
export interface Meanwhile {
  readonly now: StyledText;
  readonly once: StyledText;
}

/** What was said first; `isRecent`: not so long ago that nobody means the question any more. */
export interface Edited {
  /** `Inbound.id` under which it was heard first. */
  readonly message: string;
  readonly isRecent: boolean;
}

/**
 * joined: the bot was added to a group. left: it was put out, or the group ended. blocked, unblocked: a person stopped
 * its messages, or takes them again. renamed: the chat has a new name. admin-lost: the bot is no admin of it any more.
 */
export type ChatEvent = "joined" | "left" | "blocked" | "unblocked" | "renamed" | "admin-lost";

/**
 * late: it was said too long ago. paper, file: a long text, or a file, came right before the bot ended, and is not kept.
 * answer, act: the bot ended while it was answering it, or carrying it out, and nobody knows how far it came.
 */
export type Missed = "late" | "paper" | "file" | "answer" | "act";

/** Whether an answer may be owed: what people say among each other is none of the bot's business. */
export function concernsBot({ addressed, event, text }: Inbound): boolean {
  return addressed || event !== undefined || text.trimStart().startsWith("/");
}

/** A message of ours. */
export interface Ours extends Receipt {
  /** Who asked for it, where it may be taken back. */
  readonly askedBy?: ChatId;
}

/** A message of ours whose action was pressed: the answer replaces it, unless it stands whatever is pressed on it. */
export interface Pressed extends Ours {
  readonly stands?: true;
}
