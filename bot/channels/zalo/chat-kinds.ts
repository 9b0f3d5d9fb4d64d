import * as z from "zod";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import { looksLikeGroup } from "#bot/channels/zalo/address.ts";
import type { ChatId } from "#services/ids.ts";
import { parseJson } from "#services/text/parse-json.ts";

const KEY = "chat-kinds";
const Kept = z.record(z.string(), z.enum(["private", "group"]));

type Kind = "private" | "group";

export type ChatKinds = ReturnType<typeof createChatKinds>;

/** Which chats are groups: as Zalo said when they were heard, else as their ids look. */
export function createChatKinds(memory: ChannelMemory) {
  const exceptions = new Map<string, Kind>();

  const load = async (): Promise<void> => {
    const kept = Kept.safeParse(parseJson((await memory.recall(KEY)) ?? "{}"));
    for (const [chat, kind] of Object.entries(kept.data ?? {})) exceptions.set(chat, kind);
  };

  const isGroup = (chat: ChatId): boolean => {
    const kind = exceptions.get(chat);
    return kind === undefined ? looksLikeGroup(chat) : kind === "group";
  };

  return {
    load,
    isGroup,

    /** Keeps only what the id does not tell by itself. */
    async note(chat: ChatId, kind: Kind): Promise<void> {
      if (isGroup(chat) === (kind === "group")) return;
      await load();
      exceptions.set(chat, kind);
      await memory.remember(KEY, JSON.stringify(Object.fromEntries(exceptions)));
    },
  };
}
