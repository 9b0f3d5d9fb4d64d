import type { ChatWords } from "#bot/channels/numbered.ts";
import type { OpenPlatformOptions } from "#bot/wiring/platform.ts";
import { createInWords } from "#commands/kit/in-words.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { ChatId } from "#services/ids.ts";

/** The language of a chat, and commands as its people would type them. */
export function wordsIn({
  app,
  config,
}: Pick<OpenPlatformOptions, "app" | "config">): (chat: ChatId) => Promise<Omit<ChatWords, "kind">> {
  const { services } = app;
  const inWords = createInWords(services);
  return async (chat) => {
    const { locale } = await services.chats.settings(chat);
    const t = catalogs[locale ?? config.locale];
    return { listed: t.listed, inWords: (command) => inWords(command, t), local: services.local };
  };
}
