/** A platform refused the channel itself (token, webhook address): trying again cannot help. */
export class ChannelRefused extends Error {
  override readonly name = "ChannelRefused";
  readonly channel: string;
  constructor(channel: string, reason: string, options?: { cause?: unknown }) {
    super(`${channel}: ${reason}`, options);
    this.channel = channel;
  }
}
