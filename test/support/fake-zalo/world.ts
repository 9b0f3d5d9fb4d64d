import { randomBytes } from "node:crypto";

/** Zalo's objects, as far as the fake keeps them; field names are the Bot API's. */
export interface FakeUser {
  readonly id: string;
  readonly display_name: string;
  readonly is_bot: boolean;
}

export interface FakeChat {
  readonly id: string;
  readonly chat_type: "PRIVATE" | "GROUP";
}

export interface FakeStyle {
  readonly start: number;
  readonly len: number;
  readonly st: readonly string[];
}

/** A picture as it was fetched while the call that named it was held open. */
export interface FakePhoto {
  readonly url: string;
  /** Every request in order, `HEAD` first. */
  readonly requests: readonly { readonly method: "HEAD" | "GET"; readonly status: number }[];
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** The phone shows a black box: a later request did not get what an earlier one got. */
  readonly isBlack: boolean;
}

/** A message of the bot. */
export interface FakeMessage {
  readonly message_id: string;
  readonly date: number;
  readonly text: string;
  readonly styles: readonly FakeStyle[];
  readonly photo: FakePhoto | null;
}

export interface ChatState {
  readonly chat: FakeChat;
  /** What the bot sent, oldest first. */
  readonly messages: FakeMessage[];
  /** Answers every call about this chat, when set: put out, blocked. */
  refusal: { readonly code: number; readonly description: string } | null;
}

export interface World {
  readonly me: {
    readonly id: string;
    readonly account_name: string;
    readonly account_type: string;
    can_join_groups: boolean;
    display_name?: string;
  };
  readonly chats: Map<string, ChatState>;
  /** Pictures that people sent, by the path of their address. */
  readonly pictures: Map<string, Uint8Array>;
  /** Messages that may still be sent; each takes one. */
  quota: number;
}

export function createWorld(): World {
  return {
    me: {
      id: "1459232241454765289",
      account_name: "bot.VDKyGxQvc",
      account_type: "BASIC",
      can_join_groups: true,
      display_name: "Bot 766 Tiên Lữ",
    },
    chats: new Map(),
    pictures: new Map(),
    quota: Number.POSITIVE_INFINITY,
  };
}

/** Twenty hex digits, as Zalo's ids have. */
export function newId(): string {
  return randomBytes(10).toString("hex");
}
