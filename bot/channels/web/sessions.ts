import { createHash } from "node:crypto";
import type { History } from "#bot/channels/web/history.ts";
import { createPace, type Pace } from "#bot/channels/web/pace.ts";
import { createSession, type Session } from "#bot/channels/web/session.ts";
import type { ChatId } from "#services/ids.ts";

export interface Visit {
  readonly session: Session;
  readonly pace: Pace;
}

export type Sessions = ReturnType<typeof createSessions>;

const OPEN_SESSIONS = 1000;
const BURST = 20;
const PER_SECOND = 2;

/**
 * The conversations that are open or were lately, by the secret each browser keeps in its cookie. Where there are too
 * many, those that no page shows are let go; what was said in them is kept by `history`.
 */
export function createSessions({ now, history }: { readonly now: () => number; readonly history: History }) {
  const visits = new Map<ChatId, Visit>();
  const opening = new Map<ChatId, Promise<Visit | null>>();

  /** Null = as many pages are open as there can be. */
  function open(chat: ChatId): Promise<Visit | null> {
    const known = visits.get(chat);
    if (known) return Promise.resolve(seenLast(chat, known));
    const started = opening.get(chat) ?? begin(chat).finally(() => opening.delete(chat));
    opening.set(chat, started);
    return started;
  }

  async function begin(chat: ChatId): Promise<Visit | null> {
    const messages = await history.recall(chat);
    if (visits.size >= OPEN_SESSIONS && !letGo()) return null;
    const visit = {
      session: createSession(chat, messages),
      pace: createPace({ burst: BURST, perSecond: PER_SECOND, now }),
    };
    return seenLast(chat, visit);
  }

  function seenLast(chat: ChatId, visit: Visit): Visit {
    visits.delete(chat);
    visits.set(chat, visit);
    return visit;
  }

  /** The one longest unseen of those that no page shows and nobody is answered in. */
  function letGo(): boolean {
    for (const [chat, { session }] of visits) {
      if (session.isIdle()) return visits.delete(chat);
    }
    return false;
  }

  return {
    /** The browser's conversation; a new one when none is remembered. */
    open: (secret: string): Promise<Visit | null> => open(chatOf(secret)),
    /** The same by its chat id, also while no browser has it open. */
    openChat: async (chat: ChatId): Promise<Session | null> => (await open(chat))?.session ?? null,
    find: (chat: ChatId): Session | undefined => visits.get(chat)?.session,
    /** Ends every stream and forgets every conversation. */
    clear(): void {
      for (const { session } of visits.values()) session.close();
      visits.clear();
    },
  };
}

/** The same browser keeps its chat id when the bot restarts; the id, which gets about, does not tell the secret. */
export function chatOf(secret: string): ChatId {
  return `web:${createHash("sha256").update(secret).digest("hex").slice(0, 32)}`;
}
