import { z } from "zod";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { WebMessage } from "#bot/channels/web/encode.ts";
import { type ChatId, StoredChatId } from "#services/ids.ts";
import { parseJson } from "#services/text/parse-json.ts";

/** Newest messages of a chat that outlive the process. */
const KEPT_MESSAGES = 50;
const KEPT_CHARACTERS = 200_000;
const KEPT_MS = 90 * 24 * 3600_000;
/** Chats lately heard of; what was kept of others is emptied. */
const KEPT_CHATS = 500;
const LATELY = "lately";

const Message = z.object({
  id: z.string(),
  from: z.enum(["me", "bot"]),
  at: z.number(),
  text: z.string(),
  spans: z.array(
    z.object({ start: z.number(), length: z.number(), style: z.enum(["bold", "italic", "code"]) }),
  ),
  picture: z
    .object({ url: z.string(), width: z.number(), height: z.number(), alt: z.string() })
    .exactOptional(),
  file: z.object({ url: z.string(), name: z.string() }).exactOptional(),
  attached: z.array(z.string()).exactOptional(),
  actions: z.array(z.array(z.object({ label: z.string(), command: z.string() }))),
  stands: z.literal(true).exactOptional(),
});

export type History = ReturnType<typeof createHistory>;

/** What was said on the page, so that it is shown again after a restart, and what came meanwhile is not lost. */
export function createHistory(memory: ChannelMemory) {
  let lately: Promise<readonly ChatId[]> | undefined;

  return {
    /** Empty where nothing is known of a chat. */
    async recall(chat: ChatId): Promise<readonly WebMessage[]> {
      const read = z.array(Message).safeParse(parseJson((await memory.recall(keyOf(chat))) ?? "[]"));
      return read.success ? read.data : [];
    },

    async keep(chat: ChatId, messages: readonly WebMessage[]): Promise<void> {
      await memory.remember(keyOf(chat), JSON.stringify(newestOf(messages)), KEPT_MS);
      lately ??= read();
      const known = await lately;
      if (known.at(-1) === chat) return;
      const now = [...known.filter((other) => other !== chat), chat];
      lately = Promise.resolve(now.slice(-KEPT_CHATS));
      if (known.includes(chat)) return;
      for (const old of now.slice(0, -KEPT_CHATS)) await memory.remember(keyOf(old), "[]", 0);
      await memory.remember(LATELY, JSON.stringify(now.slice(-KEPT_CHATS)));
    },
  };

  async function read(): Promise<readonly ChatId[]> {
    const known = z.array(StoredChatId).safeParse(parseJson((await memory.recall(LATELY)) ?? "[]"));
    return known.success ? known.data : [];
  }
}

const keyOf = (chat: ChatId): string => `history/${chat}`;

function newestOf(messages: readonly WebMessage[]): readonly WebMessage[] {
  const newest: WebMessage[] = [];
  let room = KEPT_CHARACTERS;
  for (const message of messages.slice(-KEPT_MESSAGES).reverse()) {
    room -= JSON.stringify(message).length;
    if (room < 0 && newest.length > 0) break;
    newest.unshift(message);
  }
  return newest;
}
