/** Telegram's objects, as far as the fake keeps them; field names are the Bot API's. */
export interface FakeUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
}

export interface FakeChat {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  readonly title?: string;
  readonly first_name?: string;
  readonly is_forum?: true;
}

export interface FakeEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly user?: FakeUser;
}

export interface FakeButton {
  readonly text: string;
  readonly callback_data?: string;
}

export interface FakeKeyboard {
  readonly inline_keyboard: readonly (readonly FakeButton[])[];
}

export interface FakePhotoSize {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly width: number;
  readonly height: number;
}

export interface FakeDocument {
  readonly file_id: string;
  readonly file_name?: string;
  readonly file_size?: number;
}

/** A block of a rich message; texts are plain, in a style, or a list of these. */
export type FakeRichBlock =
  | { readonly type: "paragraph"; readonly text: unknown }
  | { readonly type: "table"; readonly cells: readonly (readonly FakeCell[])[] }
  | { readonly type: "photo"; readonly photo: readonly FakePhotoSize[] };

export interface FakeCell {
  readonly text: unknown;
  readonly isHeader: boolean;
}

export interface FakeMessage {
  readonly message_id: number;
  readonly ephemeral_message_id?: number;
  readonly receiver_user?: FakeUser;
  readonly date: number;
  readonly chat: FakeChat;
  readonly from?: FakeUser;
  readonly sender_chat?: FakeChat;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly is_automatic_forward?: true;
  readonly reply_to_message?: FakeMessage;
  readonly edit_date?: number;
  readonly text?: string;
  readonly entities?: readonly FakeEntity[];
  readonly rich_message?: { readonly blocks: readonly FakeRichBlock[] };
  readonly caption?: string;
  readonly caption_entities?: readonly FakeEntity[];
  readonly photo?: readonly FakePhotoSize[];
  readonly document?: FakeDocument;
  readonly media_group_id?: string;
  readonly forward_origin?: {
    readonly type: "hidden_user";
    readonly sender_user_name: string;
    readonly date: number;
  };
  readonly animation?: { readonly file_id: string };
  readonly audio?: { readonly file_id: string };
  readonly contact?: { readonly phone_number: string; readonly first_name: string };
  readonly dice?: { readonly emoji: string; readonly value: number };
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly poll?: { readonly id: string; readonly question: string };
  readonly sticker?: { readonly file_id: string };
  readonly venue?: { readonly title: string; readonly address: string };
  readonly video?: { readonly file_id: string };
  readonly video_note?: { readonly file_id: string };
  readonly voice?: { readonly file_id: string };
  readonly new_chat_members?: readonly FakeUser[];
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
  readonly reply_markup?: FakeKeyboard;
}

export interface FakeFile {
  readonly kind: "photo" | "document";
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What is true of a chat beside its name. */
export interface ChatState {
  readonly chat: FakeChat;
  /** Newest last; what was deleted is gone. */
  messages: FakeMessage[];
  /** Each seen by one person alone, beside the bot. */
  unseen: FakeMessage[];
  /** What the bot put on messages, by their ids. */
  readonly reactions: Map<number, readonly string[]>;
  reactionsForbidden: boolean;
  readonly members: Map<number, string>;
  readonly topics: Map<number, "open" | "closed">;
  /** Answers every call about this chat, when set: kicked, blocked, muted. */
  refusal: { readonly code: number; readonly description: string } | null;
  photosForbidden: boolean;
  migratedTo: number | null;
}

/** Words that answered a press, seen by its presser alone. */
export interface FakePopUp {
  readonly query: string;
  readonly text: string;
  /** It stands until it is closed. */
  readonly isAlert: boolean;
}

export interface FakeCommand {
  readonly command: string;
  readonly description: string;
  readonly is_ephemeral?: boolean;
}

export interface World {
  readonly me: FakeUser & { readonly username: string; can_read_all_group_messages: boolean };
  readonly chats: Map<number, ChatState>;
  readonly files: Map<string, FakeFile>;
  /** Ids of files by the paths that were given out and hold still. */
  readonly paths: Map<string, string>;
  readonly openQueries: Set<string>;
  /** Whoever pressed, and when, by the query's id. */
  readonly presses: Map<string, { readonly from: number; readonly at: number }>;
  /** A server of the time before 10.2 passes over what it does not know. */
  isOld: boolean;
  /** A server of the time before 10.1 knows no rich messages. */
  knowsNoTables: boolean;
  readonly popUps: FakePopUp[];
  readonly menus: Map<string, readonly FakeCommand[]>;
  nextMessageId(): number;
  nextUnseenId(): number;
  nextFileId(kind: FakeFile["kind"]): string;
}

export function createWorld(): World {
  let messageId = 0;
  let unseenId = 0;
  let fileId = 0;
  return {
    me: {
      id: 7_660_000,
      is_bot: true,
      first_name: "Bot 766",
      username: "Bot766_bot",
      can_read_all_group_messages: false,
    },
    chats: new Map(),
    files: new Map(),
    paths: new Map(),
    openQueries: new Set(),
    presses: new Map(),
    isOld: false,
    knowsNoTables: false,
    popUps: [],
    menus: new Map(),
    nextMessageId: () => ++messageId,
    nextUnseenId: () => ++unseenId,
    nextFileId: (kind) => `${kind === "photo" ? "AgAC" : "BQAC"}fake${++fileId}`,
  };
}

export function now(): number {
  return Math.floor(Date.now() / 1000);
}
