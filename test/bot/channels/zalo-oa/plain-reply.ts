import type { Reply } from "#services/reply/reply.ts";

export function plainReply(words: string, more: Partial<Reply> = {}): Reply {
  return { text: { text: words, spans: [] }, actions: [], ...more };
}
