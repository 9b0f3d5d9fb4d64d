/** What a channel keeps between restarts: ids of uploaded pictures, commands too long for a button. */
export interface ChannelMemory {
  /** Without `ttlMs` it is kept for good. What cannot be kept is forgotten: never a reason to send again. */
  remember(key: string, value: string, ttlMs?: number): Promise<void>;
  recall(key: string): Promise<string | null>;
}

/** Forgets when the process ends. */
export function createMapMemory(now: () => number = Date.now): ChannelMemory {
  const kept = new Map<string, { readonly value: string; readonly until: number }>();
  return {
    async remember(key, value, ttlMs) {
      kept.set(key, { value, until: ttlMs === undefined ? Number.POSITIVE_INFINITY : now() + ttlMs });
    },
    async recall(key) {
      const entry = kept.get(key);
      return entry && entry.until > now() ? entry.value : null;
    },
  };
}
