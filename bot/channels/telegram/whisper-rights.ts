import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { Address, Occasion } from "#bot/channels/telegram/address.ts";

/** How long a group is believed to be one in which the bot may not write to one person alone. */
const BELIEVED_MS = 24 * 3600_000;

export type WhisperRights = ReturnType<typeof createWhisperRights>;

/**
 * Groups in which the bot may not write so that one person alone sees it: it is no administrator there, or the server of
 * the Bot API is older than 10.2. Upon a press, or a message that nobody else saw, it may try anywhere.
 */
export function createWhisperRights(memory: ChannelMemory) {
  const key = (chatId: number): string => `no-whispers:${chatId}`;
  const isDenied = async (chatId: number) => (await memory.recall(key(chatId))) === "yes";

  return {
    async mayTry({ chatId }: Address, reader: number, upon: Occasion | null): Promise<boolean> {
      // Whoever speaks as a group or channel is no person; in private nobody else reads along.
      if (chatId >= 0 || reader <= 0) return false;
      return isInvited(upon) || !(await isDenied(chatId));
    },

    async denied({ chatId }: Address, upon: Occasion | null): Promise<void> {
      if (!isInvited(upon)) await memory.remember(key(chatId), "yes", BELIEVED_MS);
    },

    /** The bot's standing there has changed. */
    async mayHaveChanged(chatId: number): Promise<void> {
      if (await isDenied(chatId)) await memory.remember(key(chatId), "no", BELIEVED_MS);
    },
  };
}

/** These give the bot fifteen seconds in which it need be no administrator. */
const isInvited = (upon: Occasion | null): boolean => upon?.kind === "press" || upon?.kind === "unseen";
