import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { createPace, type Pace } from "#bot/channels/web/pace.ts";
import { createSession, type Session } from "#bot/channels/web/session.ts";
import type { ChatId } from "#services/ids.ts";

export interface Visit {
  readonly session: Session;
  readonly pace: Pace;
}

export type Sessions = ReturnType<typeof createSessions>;

const KEPT_SESSIONS = 1000;
const BURST = 20;
const PER_SECOND = 2;

/** The conversations that are open or were lately, by the secret each browser keeps in its cookie. */
export function createSessions({ now }: { now: () => number }) {
  const visits = new LRUCache<string, Visit>({
    max: KEPT_SESSIONS,
    dispose: (visit) => visit.session.close(),
  });

  return {
    /** The browser's conversation; a new one when none is remembered. */
    open(secret: string): Visit {
      const chat = chatOf(secret);
      const known = visits.get(chat);
      if (known) return known;
      const visit = {
        session: createSession(chat),
        pace: createPace({ burst: BURST, perSecond: PER_SECOND, now }),
      };
      visits.set(chat, visit);
      return visit;
    },
    find: (chat: ChatId): Session | undefined => visits.get(chat)?.session,
    /** Ends every stream and forgets every conversation. */
    clear: () => visits.clear(),
  };
}

/** The same browser keeps its chat id when the bot restarts; the id, which gets about, does not tell the secret. */
export function chatOf(secret: string): ChatId {
  return `web:${createHash("sha256").update(secret).digest("hex").slice(0, 32)}`;
}
