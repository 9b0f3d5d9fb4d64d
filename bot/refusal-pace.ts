import { LRUCache } from "lru-cache";
import type { Channel, Inbound } from "#services/channel.ts";
import type { Reply } from "#services/reply/reply.ts";

/** Refusals a group hears at most within the window. */
const MOST = 3;
const WINDOW_MS = 10 * 60_000;
const GROUPS_KNOWN = 1000;

/** Whether a reply is worth its message. Where a platform counts them, a group is not refused again and again. */
export function createRefusalPace(clock: () => Date) {
  const refused = new LRUCache<string, readonly number[]>({ max: GROUPS_KNOWN });

  return (channel: Channel, { chat, chatKind }: Inbound, reply: Reply): boolean => {
    const isFree = channel.monthlyAllowance === undefined || chatKind === "private";
    if (isFree || reply.refused === undefined || reply.refused === "ambiguous") return true;
    const now = clock().getTime();
    const recent = (refused.get(chat) ?? []).filter((moment) => now - moment < WINDOW_MS);
    if (recent.length >= MOST) return false;
    refused.set(chat, [...recent, now]);
    return true;
  };
}
