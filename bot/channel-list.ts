import { type Channel, channelOf } from "#services/channel.ts";

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
    of: (chat: string): Channel | undefined => named(channelOf(chat)),
  };
}
