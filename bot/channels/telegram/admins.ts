import type { Api } from "grammy";
import { LRUCache } from "lru-cache";

const KEPT_MS = 60_000;

/** Who runs a group, asked of Telegram when needed and believed for a minute; false when it does not answer. */
export function createAdmins(api: Api, now: () => number) {
  const known = new LRUCache<string, boolean>({ max: 1000, ttl: KEPT_MS, ttlResolution: 0, perf: { now } });
  return async (chatId: number, userId: number): Promise<boolean> => {
    const key = `${chatId}/${userId}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    try {
      const { status } = await api.getChatMember(chatId, userId);
      const isAdmin = status === "creator" || status === "administrator";
      known.set(key, isAdmin);
      return isAdmin;
    } catch {
      return false;
    }
  };
}
