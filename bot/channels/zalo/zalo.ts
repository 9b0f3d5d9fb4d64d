import { type ChatWords, createNumbered } from "#bot/channels/numbered.ts";
import { CHANNEL, chatIdOf } from "#bot/channels/zalo/address.ts";
import { createChatKinds } from "#bot/channels/zalo/chat-kinds.ts";
import { type ClientOptions, createClient } from "#bot/channels/zalo/client.ts";
import { createListening, type ListeningOptions } from "#bot/channels/zalo/listening.ts";
import { createSender, type SenderOptions } from "#bot/channels/zalo/send.ts";
import { createZaloFiles } from "#bot/channels/zalo-files.ts";
import type { PublicMedia } from "#bot/http/public-media.ts";
import type { Channel } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";

export interface ZaloOptions
  extends ClientOptions,
    Omit<ListeningOptions, "client" | "chatKinds" | "interpret" | "fetchPicture">,
    Pick<Channel, "rate" | "monthlyAllowance" | "groupCap"> {
  readonly media: PublicMedia;
  /** How to speak in a chat. */
  readonly words: (chat: ChatId) => Promise<Omit<ChatWords, "kind">>;
  readonly onSpent?: SenderOptions["onSpent"];
}

export interface ZaloChannel extends Channel {
  /** Answers Zalo's POST of one event, in webhook mode. */
  webhook(request: Request): Promise<Response>;
}

/**
 * Zalo, by its Bot Platform. `start` rejects with ChannelRefused when the token is wrong, or when it shall poll while a
 * webhook is set; an unreachable Zalo is waited for.
 */
export function createZaloChannel(options: ZaloOptions): ZaloChannel {
  const { memory, logger, media, words, onSpent = async () => {} } = options;
  const client = createClient(options);
  const chatKinds = createChatKinds(memory);
  const numbered = createNumbered(memory);
  const fetchPicture = createZaloFiles(options);
  const listening = createListening({ ...options, client, chatKinds, interpret, fetchPicture });
  const { isGroup } = chatKinds;
  const send = createSender({
    client,
    media,
    numbered,
    onSpent,
    logger,
    words: async (chat) => ({ ...(await words(chat)), kind: isGroup(chat) ? "group" : "private" }),
  });

  return {
    name: CHANNEL,
    isGroup,
    ...limitsOf(options),
    arrivesUnannounced: true,

    async start(receive) {
      await listening.start(receive);
      // Said at start rather than at the first picture; whoever waits for an answer waits less.
      media.check().catch((err: unknown) => logger.error({ err }, "PUBLIC_BASE_URL could not be tried"));
    },

    send,
    hasBeenUp: listening.hasBeenUp,
    isUp: () => listening.isUp() && client.isAccepted(),

    async busy(chat) {
      await client.sendChatAction(chatIdOf(chat)).catch(() => undefined);
    },

    webhook: listening.webhook,
    stop: listening.stop,
  };

  /** A bare number after a list of actions is a press. */
  async function interpret(heard: Inbound): Promise<Inbound> {
    const press = await numbered.pressed(heard.chat, heard.text);
    return press ? { ...heard, text: press.command, pressed: press.pressed } : heard;
  }
}

/** Those limits of the plan in use that are set. */
function limitsOf({ rate, monthlyAllowance, groupCap }: ZaloOptions): Partial<Channel> {
  return {
    ...(rate === undefined ? {} : { rate }),
    ...(monthlyAllowance === undefined ? {} : { monthlyAllowance }),
    ...(groupCap === undefined ? {} : { groupCap }),
  };
}
