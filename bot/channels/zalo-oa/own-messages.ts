import type { ChannelMemory } from "#bot/channels/memory.ts";

/** People seldom quote what is older. */
const KEPT_MS = 30 * 24 * 3_600_000;

export type OwnMessages = ReturnType<typeof createOwnMessages>;

/** Which messages are the bot's: quoting one is speaking to it, in a group in which everything is heard. */
export function createOwnMessages(memory: ChannelMemory) {
  return {
    async remember(ids: readonly string[]): Promise<void> {
      for (const id of ids) await memory.remember(`own:${id}`, "1", KEPT_MS);
    },
    includes: async (id: string): Promise<boolean> => (await memory.recall(`own:${id}`)) !== null,
  };
}
