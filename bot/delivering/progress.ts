import type { ChannelList } from "#bot/channels/channel-list.ts";
import { progressMessage } from "#commands/parts/broadcast-parts.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { TellProgress } from "#services/broadcasts/progress.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { Pace } from "#services/delivery/pace.ts";
import type { Services } from "#services/services.ts";

export interface TellProgressOptions {
  readonly services: Services;
  readonly channels: Pick<ChannelList, "of">;
  readonly pace: Pick<Pace, "take">;
  /** Of chats that have chosen none. */
  readonly locale: Locale;
  readonly log: { error(facts: object, message: string): void };
}

/** Edits a broadcast's progress into the message that follows it; a channel that cannot is told the end alone. */
export function createTellProgress(options: TellProgressOptions): TellProgress {
  const { services, channels, pace, locale, log } = options;
  return async (broadcast, tally, message) => {
    const { chat } = message;
    const channel = channels.of(chat);
    if (!channel) return null;
    if (!channel.replaces && broadcast.state === "sending") return message;
    const settings = await services.chats.settings(chat);
    const t = catalogs[settings.locale ?? locale];
    try {
      await pace.take(chat, "reply");
      const reply = progressMessage(broadcast, tally, { services, t });
      return await channel.send(chat, reply, { replace: message });
    } catch (err) {
      log.error({ err, chat }, "progress could not be shown");
      return null;
    }
  };
}
