import type { Channel } from "#services/channel.ts";
import { type ChatId, channelOf } from "#services/ids.ts";

/** The channels that listen, in the order they were opened. */
export type ChannelList = ReturnType<typeof createChannelList>;

export function createChannelList() {
  const channels: Channel[] = [];
  const named = (name: string): Channel | undefined => channels.find((channel) => channel.name === name);
  return {
    add(channel: Channel): void {
      channels.push(channel);
    },
    all: (): readonly Channel[] => channels,
    named,
    of: (chat: ChatId): Channel | undefined => named(channelOf(chat)),
  };
}
