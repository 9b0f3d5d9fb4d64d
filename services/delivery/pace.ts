import { createProcessBook, type PaceBook } from "#services/delivery/pace-book.ts";
import {
  freeAt,
  heldOff,
  type Limit,
  limitsOf,
  noted,
  type PaceLine,
  plausible,
  unnoted,
} from "#services/delivery/pace-line.ts";
import { type ChannelName, type ChatId, channelOf } from "#services/ids.ts";
import { createLru } from "#services/lru.ts";

export interface PaceOptions {
  /** Messages a second on a channel; null = as many as can be. */
  readonly rateOf: (channel: ChannelName) => number | null;
  readonly isGroup: (chat: ChatId) => boolean;
  /** The chat whose limits hold for this one: a topic's group. */
  readonly groupOf?: (chat: ChatId) => ChatId;
  /** By default for this process alone. */
  readonly book?: PaceBook;
  readonly clock?: () => Date;
}

/** How fast platforms may be written to. */
export interface Pace {
  /**
   * Resolves when a message may go to a chat, and counts it. A reply waits only for what the platform asked to wait;
   * bulk waits for the chat's and the channel's turn. Rejects with StoreUnavailable.
   */
  take(chat: ChatId, kind: "reply" | "bulk"): Promise<void>;
  /** The message did not go after all. Never rejects. */
  giveBack(chat: ChatId): Promise<void>;
  /** Nobody writes on a channel for so long: what a platform's `retry_after` says. Rejects with StoreUnavailable. */
  holdChannel(channel: ChannelName, ms: number): Promise<void>;
  /** How long bulk for this chat alone has to wait, in ms, as far as this process knows. */
  readyIn(chat: ChatId): number;
}

/** Telegram's own figures (core.telegram.org/bots/faq): about one message a second in a chat, 20 a minute in a group. */
const CHAT: Limit = { count: 1, perMs: 1_000 };
const GROUP: Limit = { count: 20, perMs: 60_000 };
const CHATS_KNOWN = 20_000;

export function createPace(options: PaceOptions): Pace {
  const { rateOf, isGroup, groupOf = (chat) => chat } = options;
  const { book = createProcessBook(), clock = () => new Date() } = options;
  const known = createLru<ChatId, Known>(CHATS_KNOWN);
  const turns = new Map<ChannelName, Turns>();
  const now = () => clock().getTime();
  const chatLimits = (chat: ChatId) => (isGroup(chat) ? [CHAT, GROUP] : [CHAT]);

  /** 0 = the message may go, else how long to wait before asking again, in ms. */
  function ask(
    name: ChannelName | ChatId,
    limits: readonly Limit[],
    kind: Kind,
    note: (free: number, moment: number) => void = () => undefined,
  ): Promise<number> {
    return book.change(name, (kept): readonly [PaceLine, number] => {
      const moment = now();
      const line = plausible(kept, moment);
      const wait = (kind === "bulk" ? freeAt(line, limits, moment) : line.heldUntil) - moment;
      const next = wait > 0 ? line : noted(line, moment, limits);
      note(freeAt(next, limits, moment), moment);
      return [next, Math.max(0, wait)];
    });
  }

  const askChannel = (channel: ChannelName, kind: Kind) => ask(channel, limitsOf(rateOf(channel)), kind);
  const askChat = (chat: ChatId, kind: Kind) =>
    ask(chat, chatLimits(chat), kind, (until, since) => known.set(chat, { until, since }));

  function turnsOf(channel: ChannelName): Turns {
    const kept = turns.get(channel) ?? createTurns(() => askChannel(channel, "bulk"));
    turns.set(channel, kept);
    return kept;
  }

  function knownWait(chat: ChatId): number {
    const { until, since } = known.get(chat) ?? { until: 0, since: 0 };
    const moment = now();
    return moment < since ? 0 : Math.max(0, until - moment);
  }

  async function takeBulk(chat: ChatId): Promise<void> {
    const channel = channelOf(chat);
    for (let wait = knownWait(chat); ; await untake(channel)) {
      if (wait > 0) await rest(wait);
      await turnsOf(channel).next();
      wait = await askChat(chat, "bulk");
      if (wait === 0) return;
    }
  }

  /** Left counted when the store is away: a little slow is no harm. */
  async function untake(name: ChannelName | ChatId): Promise<void> {
    await book.change(name, (line) => [unnoted(line), undefined]).catch(() => undefined);
  }

  async function takeReply(asked: () => Promise<number>): Promise<void> {
    for (let wait = -1; wait !== 0; ) {
      // A count that cannot be kept is no reason to be silent.
      wait = await asked().catch(() => 0);
      if (wait > 0) await rest(wait);
    }
  }

  return {
    async take(topicOrChat, kind) {
      const chat = groupOf(topicOrChat);
      if (kind === "bulk") return takeBulk(chat);
      await takeReply(() => askChannel(channelOf(chat), "reply"));
      await takeReply(() => askChat(chat, "reply"));
    },

    async giveBack(topicOrChat) {
      const chat = groupOf(topicOrChat);
      await Promise.all([untake(chat), untake(channelOf(chat))]);
    },

    async holdChannel(channel, ms) {
      const since = now();
      await book.change(channel, (line) => [heldOff(plausible(line, since), since + ms, since), undefined]);
    },

    readyIn: (chat) => knownWait(groupOf(chat)),
  };
}

type Kind = "reply" | "bulk";

/** Until when bulk for a chat has to wait, and when that was reckoned; ms since 1970. */
interface Known {
  readonly until: number;
  readonly since: number;
}

interface Turns {
  next(): Promise<void>;
}

/** Bulk of one channel, one after another; `ask` answers how long to wait before asking again, in ms. */
function createTurns(ask: () => Promise<number>): Turns {
  const waiting: { resolve(): void; reject(error: unknown): void }[] = [];
  let isServing = false;

  async function serve(): Promise<void> {
    isServing = true;
    try {
      while (waiting.length > 0) await serveNext();
    } catch (error) {
      for (const { reject } of waiting.splice(0)) reject(error);
    }
    isServing = false;
  }

  async function serveNext(): Promise<void> {
    const wait = await ask();
    if (wait > 0) return rest(wait);
    waiting.shift()?.resolve();
  }

  return {
    next() {
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (!isServing) void serve();
      });
    },
  };
}

/** Does not keep the program alive. */
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.ceil(ms)).unref();
  });
}
