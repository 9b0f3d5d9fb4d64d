import type { ChannelMemory } from "#bot/channels/memory.ts";
import { namedBeforeCommand } from "#bot/channels/mention.ts";
import type { Me } from "#bot/channels/zalo/wire.ts";

const KEY = "name";
/** Zalo lets no bot be called otherwise. */
const OF_A_BOT = /^bot\b/iu;

export type Names = ReturnType<typeof createNames>;

/**
 * What a mention of the bot reads. `getMe` is not documented to tell it: then it is learned from the first command
 * that somebody writes after a mention.
 */
export function createNames(memory: ChannelMemory) {
  let told: readonly string[] = [];
  let learned: string | null = null;
  let isTold = false;

  return {
    all: (): readonly string[] => (learned === null ? told : [...told, learned]),

    async meet({ account_name, display_name }: Me): Promise<void> {
      told = [account_name, display_name].filter((name) => typeof name === "string");
      isTold = Boolean(display_name);
      learned = isTold ? null : await memory.recall(KEY);
    },

    /** The shortest is kept: a longer one had words of the question in it. */
    async learn(text: string): Promise<void> {
      const name = isTold ? null : namedBeforeCommand(text);
      if (name === null || !OF_A_BOT.test(name)) return;
      if (learned !== null && learned.length <= name.length) return;
      learned = name;
      await memory.remember(KEY, name);
    },
  };
}
