import type { Api } from "grammy";
import type { Message, Update, UserFromGetMe } from "grammy/types";
import { LRUCache } from "lru-cache";
import { createLanes } from "#bot/channels/lanes.ts";
import type { Logger } from "#bot/channels/logger.ts";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import { chatName } from "#bot/channels/telegram/address.ts";
import { createAdmins } from "#bot/channels/telegram/admins.ts";
import { recallCommand } from "#bot/channels/telegram/callback-data.ts";
import { type DecodeContext, decode } from "#bot/channels/telegram/decode.ts";
import type { PictureRights } from "#bot/channels/telegram/picture-rights.ts";
import type { Presses } from "#bot/channels/telegram/presses.ts";
import type { Inbound } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";

export interface ReceiverOptions {
  readonly api: Api;
  readonly memory: ChannelMemory;
  readonly logger: Logger;
  readonly pictureRights: PictureRights;
  readonly presses: Presses;
  readonly onMoved: (from: ChatId, to: ChatId) => Promise<void>;
  /** False when another process has heard this update already. */
  readonly firstTime: (update: string) => Promise<boolean>;
  readonly now: () => number;
}

export interface Listener {
  readonly me: UserFromGetMe;
  receive(inbound: Inbound): Promise<void>;
}

/** Updates told apart; Telegram repeats at most the last hundred (one batch of a poll). */
const REMEMBERED_UPDATES = 2000;

/** From updates, in whatever way they came, to the bot's core: each once, in order within a chat. */
export function createReceiver(options: ReceiverOptions) {
  const { api, memory, logger, pictureRights, presses, onMoved, firstTime, now } = options;
  const seen = new LRUCache<number, true>({ max: REMEMBERED_UPDATES });
  /** Supergroups that groups became: Telegram tells of them as if the bot had just been added. */
  const upgraded = new LRUCache<string, true>({ max: REMEMBERED_UPDATES });
  const isChatAdmin = createAdmins(api, now);
  const lanes = createLanes((err) => logger.error({ err }, "A Telegram update could not be answered"));

  return {
    /** Returns at once; never throws. */
    take(update: Update, { me, receive }: Listener): void {
      if (seen.has(update.update_id)) return;
      seen.set(update.update_id, true);
      if (update.callback_query) presses.take(update.callback_query);
      const heard = decodeSafely(update, { me, isChatAdmin });
      if (heard) lanes.push(heard.chat, () => hand(heard, String(update.update_id), receive));
      if (update.message) followMove(update.message);
      if (update.my_chat_member) noteStanding(update.my_chat_member.chat.id);
    },

    idle: lanes.idle,
  };

  async function hand(heard: Inbound, update: string, receive: Listener["receive"]): Promise<void> {
    if (heard.event === "joined" && upgraded.has(heard.chat)) return;
    if (!(await firstTime(update))) return;
    try {
      await receive(await withCommand(heard, memory));
    } finally {
      if (heard.pressed) await presses.settle(heard.id);
    }
  }

  function decodeSafely(update: Update, context: DecodeContext): Inbound | null {
    try {
      return decode(update, context);
    } catch (err) {
      logger.error({ err, update: update.update_id }, "A Telegram update could not be read");
      return null;
    }
  }

  /** Told twice, in the old chat and in the new one. */
  function followMove({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: Message): void {
    if (to !== undefined) move(chatName(chat.id), chatName(chat.id), chatName(to));
    if (from !== undefined) move(chatName(chat.id), chatName(from), chatName(chat.id));
  }

  function move(lane: string, from: ChatId, to: ChatId): void {
    upgraded.set(to, true);
    lanes.push(lane, () => onMoved(from, to));
  }

  function noteStanding(chatId: number): void {
    lanes.push(chatName(chatId), () => pictureRights.mayHaveChanged(chatId));
  }
}

async function withCommand(heard: Inbound, memory: ChannelMemory): Promise<Inbound> {
  return heard.pressed ? { ...heard, text: await recallCommand(heard.text, memory) } : heard;
}
