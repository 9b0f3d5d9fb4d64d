import { understand } from "#bot/answering/dispatch/understand.ts";
import type { Command } from "#commands/define-command.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Inbound } from "#services/inbound.ts";
import { isWithin } from "#services/is-within.ts";
import { createLru } from "#services/lru.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

export type MissedReply = (inbound: Inbound, t: Catalog) => Reply | null;

/** A chat is told once that it was answered too late: that stands for everything it said meanwhile. */
const TOLD_FOR_MS = 10 * 60_000;
const CHATS_KNOWN = 20_000;

/** What is said of something that could not be answered as it was meant; null = nothing is owed, or was said before. */
export function createMissedReply(options: {
  readonly commands: readonly Command[];
  readonly clock?: () => Date;
}): MissedReply {
  const { commands, clock = () => new Date() } = options;
  const told = createLru<string, number>(CHATS_KNOWN);

  function isNews(chat: string): boolean {
    const now = clock().getTime();
    const before = told.get(chat);
    if (before !== undefined && isWithin(TOLD_FOR_MS, before, now)) return false;
    told.set(chat, now);
    return true;
  }

  return ({ missed, addressed, text, chat }, t) => {
    // In a group an unaddressed "/thing" may be meant for another bot.
    const isOurs = addressed || understand(text, commands).kind === "command";
    if (!missed || !isOurs) return null;
    if (missed === "late" && !isNews(chat)) return null;
    return { text: lines(t.chat.missed[missed](text)), actions: [], beside: true };
  };
}
