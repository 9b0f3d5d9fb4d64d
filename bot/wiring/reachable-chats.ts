import type { Config } from "#bot/config/config.ts";
import type { ReachableChat } from "#bot/setup/house.ts";
import type { Chats } from "#services/chats/chats.ts";
import { type ChatId, channelOf } from "#services/ids.ts";

/** Chats on the configured platforms that can be written to, groups first; operators too who never said a word. */
export async function reachableChats(
  chats: Pick<Chats, "all">,
  { telegram, zalo, operators }: Pick<Config, "telegram" | "zalo" | "operators">,
): Promise<readonly ReachableChat[]> {
  const platforms = new Set<string>([...(telegram ? ["telegram"] : []), ...(zalo ? ["zalo"] : [])]);
  const known = await chats.all();
  const reachable = [...known].flatMap(([id, { name, kind, state, group }]): ReachableChat[] =>
    state === "active" && group === null
      ? [{ id, name, platform: channelOf(id), isGroup: kind === "group" }]
      : [],
  );
  const silent = operators
    .filter((id) => !known.has(id))
    .map((id: ChatId) => ({ id, name: null, platform: channelOf(id), isGroup: false }));
  return [...reachable, ...silent]
    .filter(({ platform }) => platforms.has(platform))
    .sort((a, b) => Number(b.isGroup) - Number(a.isGroup));
}
