import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import { createTelegramChannel } from "#bot/channels/telegram/telegram.ts";
import type { TelegramConfig } from "#bot/config/config.ts";
import { wayOf } from "#bot/http/webhook-way.ts";
import { commandMenu } from "#bot/wiring/command-menu.ts";
import { type OpenPlatformOptions, type Platform, webhookOf } from "#bot/wiring/platform.ts";
import { channelName } from "#services/ids.ts";
import { createJournal } from "#services/journal/journal.ts";

const NAME = channelName("telegram");

/** Telegram with what it needs of the bot. */
export function openTelegram(telegram: TelegramConfig, options: OpenPlatformOptions): Platform {
  const { store, holders, app, fetch, log } = options;
  const way = wayOf(NAME, telegram);
  const channel = createTelegramChannel({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    fetch,
    rate: telegram.rate,
    mode: way,
    logger: log,
    memory: createStoredMemory({ store, channel: NAME }),
    menus: [{ commands: commandMenu("vi") }, { language: "en", commands: commandMenu("en") }],
    onFlood: (ms) =>
      void app.pace
        .holdChannel(NAME, ms)
        .catch((err: unknown) => log.error({ err }, "a flood was not noted")),
    onMoved: app.lifecycle.moved,
    onTopicGone: app.topicGone,
    tableChats: {
      showsIn: async (chat) => (await app.services.chats.settings(chat)).tables === "shown",
      refusedIn: app.tablesRefused,
    },
    // One process polls; several may take what is posted.
    journal: createJournal({
      store,
      channel: NAME,
      holders,
      repeats: way.kind === "polling" ? "batch" : "any",
    }),
  });
  return { channel, webhook: webhookOf(way, channel) };
}
