import type { WebMessage } from "#bot/channels/web/encode.ts";
import type { ChatId } from "#services/ids.ts";
import { createLru } from "#services/lru.ts";

export type Doing = "typing" | "picture";

/** All that changed after a version: the page lays it over what it shows. */
export interface News {
  readonly version: number;
  readonly messages: readonly WebMessage[];
  readonly doing: Doing | null;
}

export type Session = ReturnType<typeof createSession>;

/** Messages of a chat that a reloaded page shows again. */
const KEPT_MESSAGES = 200;
const REMEMBERED_IDS = 500;
/** Tabs of one browser that listen at once; more than browsers open to one address. */
const MAX_STREAMS = 16;

/**
 * One browser's conversation, in memory: its newest messages, those from before a restart first, and what the bot is
 * doing. Every change gets the next version; whoever knows version n asks for the news since n, however long he was away.
 */
export function createSession(chat: ChatId, earlier: readonly WebMessage[] = []) {
  const messages = new Map<string, WebMessage & { readonly version: number }>(
    earlier.map((message) => [message.id, { ...message, version: 1 }]),
  );
  const heard = createLru<string, true>(REMEMBERED_IDS);
  const waiting = new Set<() => void>();
  let version = 1;
  let working = 0;
  let doing: Doing | null = null;
  let streams = 0;
  let closed = false;

  function changed() {
    version += 1;
    for (const wake of [...waiting]) wake();
  }

  function show(now: Doing | null) {
    if (now === doing) return;
    doing = now;
    changed();
  }

  const bare = ({ version: _, ...message }: WebMessage & { readonly version: number }): WebMessage => message;

  return {
    chat,
    /** A page has it open. */
    isShown: () => streams > 0,
    /** No page shows it, and nobody is answered in it. */
    isIdle: () => streams === 0 && working === 0,
    messages: (): readonly WebMessage[] => [...messages.values()].map(bare),
    get closed() {
      return closed;
    },
    has: (id: string) => messages.get(id)?.from === "bot",
    stands: (id: string) => messages.get(id)?.stands === true,

    /** True the first time this id is heard. */
    isNew(id: string): boolean {
      if (heard.has(id)) return false;
      heard.set(id, true);
      return true;
    },

    /** Adds a message, or puts it in the place of the one with its id. */
    put(message: WebMessage): void {
      messages.set(message.id, { ...message, version: version + 1 });
      const oldest = messages.size > KEPT_MESSAGES ? messages.keys().next().value : undefined;
      if (oldest !== undefined) messages.delete(oldest);
      if (message.from === "bot") doing = working > 1 ? "typing" : null;
      changed();
    },

    show,

    /** Shows that the bot works for as long as `work` takes. */
    async during(work: () => Promise<void>): Promise<void> {
      working += 1;
      show("typing");
      try {
        await work();
      } finally {
        working -= 1;
        if (working === 0) show(null);
      }
    },

    news(after: number): News {
      const fresh = [...messages.values()].filter((message) => message.version > after);
      return { version, messages: fresh.map(bare), doing };
    },

    /** Resolves when the version is another than `known`, after `patienceMs`, or when the session closes. */
    async change(known: number, patienceMs: number): Promise<void> {
      if (version !== known || closed) return;
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, patienceMs);
        waiting.add(wake);
      });
    },

    /** Counts a stream in; false when there are too many. Whoever came in leaves. */
    enter(): boolean {
      if (streams >= MAX_STREAMS) return false;
      streams += 1;
      return true;
    },
    leave(): void {
      streams -= 1;
    },

    /** Ends every stream of it. */
    close(): void {
      closed = true;
      changed();
    },
  };
}
