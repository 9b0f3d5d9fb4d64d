import { readConfig } from "#bot/config/config.ts";
import { type AppOptions, createApp } from "#bot/wiring/app.ts";
import { createLog } from "#bot/wiring/log.ts";
import { openChannels } from "#bot/wiring/open-channels.ts";
import { createSecrets } from "#bot/wiring/secrets.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import type { SayOptions } from "#test/support/fake-telegram/people.ts";
import type { FakeButton, FakeChat, FakeMessage } from "#test/support/fake-telegram/world.ts";

export interface TelegramBot {
  readonly fake: FakeTelegram;
  /** Speaks and waits for the bot's next message in that chat. */
  ask(chat: FakeChat, text: string, options?: SayOptions): Promise<FakeMessage>;
  /** Speaks, and fails if the bot says anything before it has answered a later question in private. */
  expectSilence(chat: FakeChat, text: string, options?: SayOptions): Promise<void>;
  /** Presses a button and waits until its message is another. */
  press(message: FakeMessage, label: string): Promise<FakeMessage>;
  close(): Promise<void>;
}

/** The whole bot as the program wires it, on a fake Telegram, with the sample's results in its store. */
export async function startTelegramBot(
  env: Readonly<Record<string, string>> = {},
  parts: Pick<AppOptions, "reading"> = {},
): Promise<TelegramBot> {
  const fake = await startFakeTelegram();
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    HOME_SCOPE: "huyện Tiên Lữ",
    PORT: "0",
    ...env,
  });
  const log = createLog("silent");
  const store = await openStore("file::memory:");
  await putSample(store);
  const clock = clockFrom("2026-11-21T08:00:00+07:00");
  const app = await createApp({ ...config, store, log, clock, ...parts });
  const channels = await openChannels({ config, store, app, log, secrets: createSecrets(), tries: [] });

  async function ask(chat: FakeChat, text: string, options: SayOptions = {}): Promise<FakeMessage> {
    const before = fake.sent(chat).length;
    fake.say(chat, text, options);
    return fake.until(() => fake.sent(chat)[before]);
  }

  return {
    fake,
    ask,

    async expectSilence(chat, text, options = {}) {
      const before = fake.sent(chat).length;
      fake.say(chat, text, options);
      await ask(chat, `@${fake.world.me.username} /diaban`);
      const said = fake.sent(chat).slice(before).map(wordsOf);
      if (said.length !== 1) throw new Error(`not silent on ${text}: ${said[0]}`);
    },

    async press(message, label) {
      const find = () => fake.messages(message.chat).find((one) => one.message_id === message.message_id);
      const before = find();
      fake.press(message, label);
      return fake.until(() => {
        const now = find();
        return now === before ? null : now;
      });
    },

    async close() {
      await channels.close();
      await app.close();
      await store.close();
      await fake.close();
    },
  };
}

/** Goes on from there: what is waited for ends. */
function clockFrom(moment: string): () => Date {
  const ahead = Date.parse(moment) - Date.now();
  return () => new Date(Date.now() + ahead);
}

export function wordsOf({ text, caption }: FakeMessage): string {
  return text ?? caption ?? "";
}

export function buttonsOf({ reply_markup: markup }: FakeMessage): readonly FakeButton[] {
  return markup?.inline_keyboard.flat() ?? [];
}
