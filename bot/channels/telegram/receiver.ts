import type { Api } from "grammy";
import type { Message, Update, UserFromGetMe } from "grammy/types";
import { createHearing, type Errand } from "#bot/channels/hearing.ts";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import { addressOf, chatName, inboundId } from "#bot/channels/telegram/address.ts";
import { createAdmins } from "#bot/channels/telegram/admins.ts";
import { createAlbums } from "#bot/channels/telegram/albums.ts";
import { recallCommand } from "#bot/channels/telegram/callback-data.ts";
import { decode } from "#bot/channels/telegram/decode.ts";
import type { DecodeContext } from "#bot/channels/telegram/decode-context.ts";
import type { Edits } from "#bot/channels/telegram/edits.ts";
import type { FetchFile } from "#bot/channels/telegram/files.ts";
import { createPages } from "#bot/channels/telegram/pages.ts";
import type { PictureRights } from "#bot/channels/telegram/picture-rights.ts";
import type { Presses } from "#bot/channels/telegram/presses.ts";
import { saidTimes } from "#bot/channels/telegram/said-times.ts";
import { isWellFormed } from "#bot/channels/telegram/update-shape.ts";
import type { WhisperRights } from "#bot/channels/telegram/whisper-rights.ts";
import type { ChatId } from "#services/ids.ts";
import { concernsBot, type Inbound } from "#services/inbound.ts";
import type { Heard } from "#services/journal/heard.ts";
import type { Journal } from "#services/journal/journal.ts";
import type { Logger } from "#services/logger.ts";
import { createLru } from "#services/lru.ts";

export interface ReceiverOptions {
  readonly api: Api;
  readonly memory: ChannelMemory;
  readonly logger: Logger;
  readonly pictureRights: PictureRights;
  readonly whisperRights: WhisperRights;
  readonly presses: Presses;
  readonly edits: Edits;
  readonly fetchFile: FetchFile;
  readonly onMoved: (from: ChatId, to: ChatId) => Promise<void>;
  readonly journal: Journal;
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
  const { api, memory, logger, pictureRights, whisperRights, presses, edits, fetchFile } = options;
  const { onMoved, journal, now } = options;
  const seen = createLru<number, true>(REMEMBERED_UPDATES);
  /** Supergroups that groups became: Telegram tells of them as if the bot had just been added. */
  const upgraded = createLru<string, true>(REMEMBERED_UPDATES);
  const albums = createAlbums();
  const pages = createPages({ memory, fetchFile });
  const isChatAdmin = createAdmins(api, now);
  const hearing = createHearing({
    platform: "Telegram",
    journal,
    logger,
    now,
    prepare,
    after: async ({ id, pressed }) => (pressed ? presses.settle(id) : undefined),
    isChatAdmin: async ({ chat, chatKind, sender }) =>
      chatKind === "private" || runsGroup(addressOf(chat).chatId, addressOf(sender.id).chatId),
  });

  return {
    /**
     * Resolves once all that needs an answer is noted; never rejects. `isFresh`: it came while we were listening, so
     * that the clocks of others need not be believed.
     */
    async take(updates: readonly Update[], { me, receive }: Listener, isFresh: boolean): Promise<void> {
      const news = updates.filter(isReadable).filter(({ update_id: id }) => !seen.has(id));
      const times = saidTimes(news, now(), isFresh);
      const notes: Promise<void>[] = [];
      const all = news.flatMap((update, i): readonly (Heard | Errand)[] => {
        seen.set(update.update_id, true);
        if (update.callback_query) presses.take(update.callback_query);
        const inbound = decodeSafely(update, { me, isChatAdmin, fetchFile });
        notes.push(...notePages(update, inbound));
        const heard = inbound && { id: String(update.update_id), at: times[i] ?? now(), inbound };
        return [...(heard ? [heard] : []), ...errandsOf(update)];
      });
      await Promise.all(notes);
      await hearing.take(all, receive);
    },

    /** Takes up what earlier processes left unanswered. */
    resume: ({ receive }: Listener): Promise<void> => hearing.resume(receive),

    idle: hearing.idle,
  };

  async function prepare(heard: Inbound): Promise<Inbound | null> {
    if (heard.event === "joined" && upgraded.has(heard.chat)) return null;
    const whole = heard.page ? await pages.whole(heard, heard.page) : heard;
    const answer = whole?.edits && edits.answerTo(whole);
    return whole && (answer ? { ...whole, corrects: answer } : withCommand(whole, memory));
  }

  /** Of an album all messages are, also what a group says among itself: an answer may be owed for one of them. */
  function notePages({ message }: Update, inbound: Inbound | null): readonly Promise<void>[] {
    if (!message) return [];
    const isOwed = inbound !== null && concernsBot(inbound);
    const { chat, reply_to_message: to } = message;
    return [message, ...(to ? [to] : [])].map((one) => pages.hear(chat.id, one as Message, isOwed));
  }

  /** Whoever speaks as a group or channel has a negative id: a group's own is that of its anonymous admins. */
  async function runsGroup(group: number, sender: number): Promise<boolean> {
    return sender < 0 ? sender === group : isChatAdmin(group, sender);
  }

  function errandsOf({ message, my_chat_member: member }: Update): readonly Errand[] {
    const moves = message ? movesTold(message) : [];
    return member ? [...moves, standing(member.chat.id)] : moves;
  }

  function isReadable(update: Update): boolean {
    const isIt = isWellFormed(update);
    if (!isIt) logger.warn({}, "A Telegram update was not as the Bot API says, and was left out");
    return isIt;
  }

  function decodeSafely(update: Update, context: DecodeContext): Inbound | null {
    try {
      const together = update.message && albums.placeOf(update.message);
      const late = update.message && latePage(update.message);
      const inbound = late ?? decode(update, { ...context, together });
      // Pictures are a paper's pages, files papers each by itself; of all else the first stands for all.
      if (together === "further" && !inbound?.files && !inbound?.page) return null;
      if (!inbound || (inbound.edits && !edits.isNews(inbound))) return null;
      if (!inbound.pressed && concernsBot(inbound)) edits.heard(inbound);
      return inbound;
    } catch (err) {
      logger.error({ err, update: update.update_id }, "A Telegram update could not be read");
      return null;
    }
  }

  /** What was answered without it is said anew, with all pages. */
  function latePage(message: Message): Inbound | null {
    const { chat, message_id: order } = message;
    const before = pages.missedBy(chat.id, message);
    if (!before?.page) return null;
    const { edits: _, ...said } = before;
    const page = { album: before.page.album, order };
    return { ...said, id: inboundId(chat.id, order), page, together: "further" };
  }

  /** Told twice, in the old chat and in the new one. */
  function movesTold({
    chat,
    migrate_to_chat_id: to,
    migrate_from_chat_id: from,
  }: Message): readonly Errand[] {
    return [
      ...(to === undefined ? [] : [move(chatName(chat.id), chatName(chat.id), chatName(to))]),
      ...(from === undefined ? [] : [move(chatName(chat.id), chatName(from), chatName(chat.id))]),
    ];
  }

  function move(chat: ChatId, from: ChatId, to: ChatId): Errand {
    upgraded.set(to, true);
    return { chat, run: () => onMoved(from, to) };
  }

  function standing(chatId: number): Errand {
    return {
      chat: chatName(chatId),
      async run() {
        await pictureRights.mayHaveChanged(chatId);
        await whisperRights.mayHaveChanged(chatId);
      },
    };
  }
}

async function withCommand(heard: Inbound, memory: ChannelMemory): Promise<Inbound> {
  return heard.pressed ? { ...heard, text: await recallCommand(heard.text, memory) } : heard;
}
