import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import { createTelegramChannel } from "#bot/channels/telegram/telegram.ts";
import { commandMenu } from "#bot/command-menu.ts";
import type { TelegramConfig } from "#bot/config.ts";
import { type OpenPlatformOptions, type Platform, wayOf, webhookOf } from "#bot/platform.ts";
import { createSeen } from "#services/chats/seen.ts";
import { channelName } from "#services/ids.ts";

const NAME = channelName("telegram");

/** Telegram with what it needs of the bot. */
export function openTelegram(telegram: TelegramConfig, { store, app, log }: OpenPlatformOptions): Platform {
  const way = wayOf(NAME, telegram);
  const seen = createSeen({ store, clock: () => new Date() });
  const channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    rate: telegram.rate,
    mode: way,
    logger: log,
    memory: createStoredMemory({ store, channel: NAME }),
    menus: [{ commands: commandMenu("vi") }, { language: "en", commands: commandMenu("en") }],
    onFlood: (ms) =>
      void app.pace
        .holdChannel(NAME, ms)
        .catch((err: unknown) => log.error({ err }, "a flood was not noted")),
    onMoved: app.lives.moved,
    onTopicGone: app.topicGone,
    ...(way.kind === "webhook" ? { firstTime: (update) => seen.firstTime(NAME, update) } : {}),
  });
  return { channel, webhook: webhookOf(way, channel) };
}
