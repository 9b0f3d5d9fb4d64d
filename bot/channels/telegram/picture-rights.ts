import type { ChannelMemory } from "#bot/channels/memory.ts";

/** A group's own permissions change without a word to the bot: after this it tries a picture again. */
const BELIEVED_MS = 3600_000;

export type PictureRights = ReturnType<typeof createPictureRights>;

/** Groups that do not let the bot send pictures: remembered, so that not every picture is refused before its text goes. */
export function createPictureRights(memory: ChannelMemory) {
  const key = (chatId: number): string => `no-pictures:${chatId}`;
  return {
    async isDenied(chatId: number): Promise<boolean> {
      return (await memory.recall(key(chatId))) === "yes";
    },

    async denied(chatId: number): Promise<void> {
      await memory.remember(key(chatId), "yes", BELIEVED_MS);
    },

    /** The bot's standing there has changed: the next picture is tried. */
    async mayHaveChanged(chatId: number): Promise<void> {
      if (await this.isDenied(chatId)) await memory.remember(key(chatId), "no", BELIEVED_MS);
    },
  };
}
