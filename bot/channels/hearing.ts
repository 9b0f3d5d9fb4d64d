import { createLanes } from "#bot/channels/lanes.ts";
import { concernsBot, type Inbound, type Missed } from "#services/inbound.ts";
import type { Heard, Left, StoredHeard } from "#services/journal/heard.ts";
import type { Journal } from "#services/journal/journal.ts";
import type { Logger } from "#services/logger.ts";

export interface HearingOptions {
  /** The platform's own name. */
  readonly platform: string;
  readonly journal: Journal;
  readonly logger: Logger;
  readonly now: () => number;
  /** What was heard as the bot's core takes it; null when it needs no answer after all. */
  readonly prepare: (inbound: Inbound) => Promise<Inbound | null>;
  /** Called once it is dealt with. */
  readonly after?: (inbound: Inbound) => Promise<void>;
  /** What a journal cannot hold: whether the sender runs the chat. */
  readonly isChatAdmin: (inbound: Pick<Inbound, "chat" | "chatKind" | "sender">) => Promise<boolean>;
}

export type Receive = (inbound: Inbound) => Promise<void>;

/** Something else that is to be done in a chat, in its turn; doing it twice does no harm. */
export interface Errand {
  readonly chat: string;
  readonly run: () => Promise<void>;
}

/** Nobody waits for an answer any more. */
const TOO_LATE_MS = 10 * 60_000;
/** Apologies wait for their turn among all that is sent: only some at a time may. */
const LATE_ROOM = 10;
/** How often what other processes left is looked for. */
const LOOK_EVERY_MS = 5_000;

/**
 * From what a channel heard to the bot's core: noted before the platform is told that it came, each once, in order
 * within a chat, the newest chats first. What was said too long ago goes to the core as missed, after all else.
 */
export function createHearing(options: HearingOptions) {
  const { platform, journal, logger, now, prepare, after = async () => {}, isChatAdmin } = options;
  const onError = (err: unknown) => logger.error({ err }, `A ${platform} message could not be answered`);
  const lanes = createLanes({ onError });
  const lateLanes = createLanes({ onError, room: LATE_ROOM });
  let looking: NodeJS.Timeout | undefined;

  async function hand(
    heard: Heard,
    receive: Receive,
    missed: Missed | null,
    isNoted: boolean,
  ): Promise<void> {
    const late = missed ?? (isLate(heard) ? "late" : null);
    try {
      const inbound = await prepare(heard.inbound);
      if (!inbound) return;
      await receive({
        ...inbound,
        ...(late && { missed: late }),
        ...(isNoted && { begins: (what) => begin(heard.id, what) }),
      });
    } finally {
      if (isNoted) journal.done(heard.id);
      await after(heard.inbound);
    }
  }

  /** A store that is away is no reason to be silent. */
  async function begin(id: string, what: "answer" | "act"): Promise<boolean> {
    return journal.begin(id, what).catch((err: unknown) => {
      logger.error({ err }, "What is answered now could not be noted");
      return true;
    });
  }

  function isLate({ at, inbound }: Heard): boolean {
    return inbound.event === undefined && now() - at > TOO_LATE_MS;
  }

  function queue(heard: Heard, receive: Receive, missed: Missed | null = null, isNoted = true): void {
    const { chat } = heard.inbound;
    const chosen = missed || isLate(heard) ? lateLanes : lanes;
    chosen.push(chat, () => hand(heard, receive, missed, isNoted));
  }

  function queueLeft({ heard, begun }: Left, receive: Receive): void {
    const isEvent = heard.inbound.event !== undefined;
    queue(revived(heard), receive, isEvent ? null : missedOf(heard, begun));
  }

  function revived({ id, at, inbound }: StoredHeard): Heard {
    const plain = inbound as Omit<Inbound, "isChatAdmin">;
    return { id, at, inbound: { ...plain, isChatAdmin: () => isChatAdmin(plain) } };
  }

  async function takeOver(receive: Receive): Promise<void> {
    try {
      const left = await journal.takeOver();
      if (left.length > 0)
        logger.info({ count: left.length }, "What was heard before and not answered is answered now");
      for (const one of left) queueLeft(one, receive);
    } catch (err) {
      logger.error({ err }, "What was heard before could not be looked for");
    }
  }

  return {
    /** Resolves once all is noted, or cannot be; never rejects. What needs no answer is not noted. */
    async take(all: readonly (Heard | Errand)[], receive: Receive): Promise<void> {
      const owed = all.filter((one): one is Heard => "inbound" in one && concernsBot(one.inbound));
      const noted = await note(owed);
      const news = new Set(noted ?? owed);
      for (const one of all) {
        if ("run" in one) lanes.push(one.chat, one.run);
        else if (!concernsBot(one.inbound)) queue(one, receive, null, false);
        else if (news.has(one)) queue(one, receive, null, noted !== null);
      }
    },

    /** Takes up what earlier processes left, and from now on what others leave. */
    async resume(receive: Receive): Promise<void> {
      await takeOver(receive);
      looking ??= setInterval(() => void takeOver(receive), LOOK_EVERY_MS).unref();
    },

    /** Resolves when all is dealt with, or after `mostMs`; what is not is left in the journal. */
    async idle(mostMs: number): Promise<void> {
      clearInterval(looking);
      await Promise.all([lanes.idle(mostMs), lateLanes.idle(mostMs)]);
    },
  };

  async function note(owed: readonly Heard[]): Promise<readonly Heard[] | null> {
    if (owed.length === 0) return [];
    return journal.note(owed).catch((err: unknown) => {
      logger.error({ err }, "What was heard could not be noted");
      return null;
    });
  }
}

/** Reading a file stores nothing: whatever became of it, it can be sent again; pictures sent at once are read anew. */
function missedOf({ inbound, isPaper, hasFile = false }: StoredHeard, begun: Left["begun"]): Missed | null {
  if (hasFile) return "file";
  if (inbound.page) return null;
  return begun ?? (isPaper ? "paper" : null);
}
