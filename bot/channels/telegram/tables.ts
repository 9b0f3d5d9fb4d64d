import { GrammyError } from "grammy";
import type { MessageRef } from "#bot/channels/telegram/address.ts";
import { faultOf } from "#bot/channels/telegram/classify.ts";
import { encodeRich, type Outgoing } from "#bot/channels/telegram/encode.ts";
import type { ChatId } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";

/** Which chats see tables; nothing tells what app a reader has, so somebody there has to say it. */
export interface TableChats {
  /** Somebody there has seen a table. */
  showsIn(chat: ChatId): Promise<boolean>;
  /** The server takes none there; told after the same was said in words. Never twice for a chat. */
  refusedIn(chat: ChatId): Promise<void>;
}

export const noTables: TableChats = { showsIn: async () => false, refusedIn: async () => {} };

type Put = (message: Outgoing) => Promise<readonly MessageRef[]>;

/** What became of a reply as one message with tables. words: it is to go as it would without. */
export type Tabled =
  | { readonly kind: "sent"; readonly refs: readonly MessageRef[] }
  | { readonly kind: "words"; readonly isRefused: boolean };

/** Replies whose tables are shown as tables, in chats that see them. */
export function createTableSender({ showsIn }: Pick<TableChats, "showsIn">) {
  /** Rejects with SendError where it would fail in words too. */
  return async (chat: ChatId, reply: Reply, put: Put): Promise<Tabled> => {
    const message = encodeRich(reply);
    if (!message || !(reply.triesTables || (await showsIn(chat)))) return UNTRIED;
    try {
      return { kind: "sent", refs: await put(message) };
    } catch (error) {
      // A picture that cannot go out is the same with words.
      if (error instanceof SendError && error.remedy.kind === "text-only") return UNTRIED;
      if (isOfTables(error)) return { kind: "words", isRefused: true };
      throw error;
    }
  };
}

const UNTRIED: Tabled = { kind: "words", isRefused: false };

/** A server older than 10.1 knows no such method; a newer one may refuse a table for reasons that are listed nowhere. */
function isOfTables(error: unknown): boolean {
  if (!(error instanceof SendError) || !(error.cause instanceof GrammyError)) return false;
  return error.cause.error_code === 404 || faultOf(error.cause) === "refused";
}
