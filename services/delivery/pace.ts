import { LRUCache } from "lru-cache";
import { channelOf } from "#services/channel.ts";
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

export interface PaceOptions {
  /** Messages a second on a channel; null = as many as can be. */
  readonly rateOf: (channel: string) => number | null;
  readonly isGroup: (chat: string) => boolean;
  /** The chat whose limits hold for this one: a topic's group. */
  readonly groupOf?: (chat: string) => string;
  /** By default for this process alone. */
  readonly book?: PaceBook;
  readonly clock?: () => Date;
}

/** How fast platforms may be written to. Chats are `<channel>:…`. */
export interface Pace {
  /**
   * Resolves when a message may go to a chat, and counts it. A reply waits only for what the platform asked to wait;
   * bulk waits for the chat's and the channel's turn. Rejects with StoreUnavailable.
   */
  take(chat: string, kind: "reply" | "bulk"): Promise<void>;
  /** The message did not go after all. Never rejects. */
  giveBack(chat: string): Promise<void>;
  /** Nobody writes to a chat, or on a channel, for so long: what a platform's `retry_after` says. */
  hold(chatOrChannel: string, ms: number): Promise<void>;
  /** How long bulk for this chat alone has to wait, in ms, as far as this process knows. */
  readyIn(chat: string): number;
}

/** Telegram's own figures (core.telegram.org/bots/faq): about one message a second in a chat, 20 a minute in a group. */
const CHAT: Limit = { count: 1, perMs: 1_000 };
const GROUP: Limit = { count: 20, perMs: 60_000 };
const CHATS_KNOWN = 20_000;

export function createPace(options: PaceOptions): Pace {
  const { rateOf, isGroup, groupOf = (chat) => chat } = options;
  const { book = createProcessBook(), clock = () => new Date() } = options;
  const known = new LRUCache<string, { readonly until: number; readonly since: number }>({
    max: CHATS_KNOWN,
  });
  const turns = new Map<string, Turns>();
  const now = () => clock().getTime();
  const chatLimits = (chat: string) => (isGroup(chat) ? [CHAT, GROUP] : [CHAT]);

  /** 0 = the message may go, else how long to wait before asking again, in ms. */
  function ask(name: string, limits: readonly Limit[], kind: "reply" | "bulk"): Promise<number> {
    return book.change(name, (kept): readonly [PaceLine, number] => {
      const moment = now();
      const line = plausible(kept, moment);
      const wait = (kind === "bulk" ? freeAt(line, limits, moment) : line.heldUntil) - moment;
      const next = wait > 0 ? line : noted(line, moment, limits);
      if (name !== channelOf(name)) known.set(name, { until: freeAt(next, limits, moment), since: moment });
      return [next, Math.max(0, wait)];
    });
  }

  function turnsOf(channel: string): Turns {
    const kept = turns.get(channel) ?? createTurns(() => ask(channel, limitsOf(rateOf(channel)), "bulk"));
    turns.set(channel, kept);
    return kept;
  }

  function knownWait(chat: string): number {
    const { until, since } = known.get(chat) ?? { until: 0, since: 0 };
    const moment = now();
    return moment < since ? 0 : Math.max(0, until - moment);
  }

  async function takeBulk(chat: string): Promise<void> {
    const channel = channelOf(chat);
    for (let wait = knownWait(chat); ; await untake(channel)) {
      if (wait > 0) await rest(wait);
      await turnsOf(channel).next();
      wait = await ask(chat, chatLimits(chat), "bulk");
      if (wait === 0) return;
    }
  }

  /** Left counted when the store is away: a little slow is no harm. */
  async function untake(name: string): Promise<void> {
    await book.change(name, (line) => [unnoted(line), undefined]).catch(() => undefined);
  }

  async function takeReply(name: string, limits: readonly Limit[]): Promise<void> {
    for (let wait = -1; wait !== 0; ) {
      // A count that cannot be kept is no reason to be silent.
      wait = await ask(name, limits, "reply").catch(() => 0);
      if (wait > 0) await rest(wait);
    }
  }

  return {
    async take(chat, kind) {
      const name = groupOf(chat);
      if (kind === "bulk") return takeBulk(name);
      await takeReply(channelOf(name), limitsOf(rateOf(channelOf(name))));
      await takeReply(name, chatLimits(name));
    },

    async giveBack(chat) {
      const name = groupOf(chat);
      await Promise.all([untake(name), untake(channelOf(name))]);
    },

    async hold(chatOrChannel, ms) {
      const name = groupOf(chatOrChannel);
      const since = now();
      const until = since + ms;
      if (name !== channelOf(name) && ms > knownWait(name)) known.set(name, { until, since });
      await book.change(name, (line) => [heldOff(plausible(line, since), until, since), undefined]);
    },

    readyIn: (chat) => knownWait(groupOf(chat)),
  };
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
