import type { ChannelFault } from "#locales/words/run.ts";

/** A platform refused the channel itself: trying again cannot help. */
export class ChannelRefused extends Error {
  override readonly name = "ChannelRefused";
  readonly channel: string;
  readonly fault: ChannelFault;
  constructor(channel: string, fault: ChannelFault, reason: string, options?: { cause?: unknown }) {
    super(`${channel}: ${reason}`, options);
    this.channel = channel;
    this.fault = fault;
  }
}
