import { readConfig } from "#bot/config/config.ts";
import { createApp } from "#bot/wiring/app.ts";
import { createLog } from "#bot/wiring/log.ts";
import { openChannels } from "#bot/wiring/open-channels.ts";
import { createSecrets } from "#bot/wiring/secrets.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import type { FakeChat, FakeMessage, FakeUser } from "#test/support/fake-zalo/world.ts";
import { freePort } from "#test/support/free-port.ts";

export interface ZaloBot {
  readonly fake: FakeZalo;
  /** Where the bot's own server is: webhook and pictures. */
  readonly address: string;
  /** A group that has been greeted. */
  group(): Promise<FakeChat>;
  /** Speaks, in a group by a mention, and waits for the bot's next message in that chat. */
  ask(chat: FakeChat, text: string, from?: FakeUser): Promise<FakeMessage>;
  close(): Promise<void>;
}

/** The whole bot as the program wires it, on a fake Zalo, with the sample's results in its store. */
export async function startZaloBot(env: Readonly<Record<string, string>> = {}): Promise<ZaloBot> {
  const fake = await startFakeZalo();
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const config = readConfig({
    ZALO_BOT_TOKEN: fake.token,
    ZALO_API_ROOT: fake.apiRoot,
    ZALO_RATE: "1000",
    ZALO_GROUP_CAP: "100",
    PUBLIC_BASE_URL: address,
    HOME_SCOPE: "huyện Tiên Lữ",
    PORT: port,
    ...env,
  });
  const log = createLog("silent");
  const store = await openStore("file::memory:");
  await putSample(store);
  const app = await createApp({ ...config, store, log, clock: () => new Date("2026-11-21T08:00:00+07:00") });
  const channels = await openChannels({ config, store, app, log, secrets: createSecrets(), tries: [] });

  const ask: ZaloBot["ask"] = async (chat, text, from) => {
    const before = fake.sent(chat).length;
    const said = from ? { from } : {};
    if (chat.chat_type === "GROUP") fake.mention(chat, text, said);
    else fake.say(chat, text, said);
    return fake.until(() => fake.sent(chat)[before], 100_000);
  };

  return {
    fake,
    address,
    ask,

    async group() {
      const chat = fake.group();
      await ask(chat, "");
      return chat;
    },

    async close() {
      await channels.close();
      await app.close();
      await store.close();
      await fake.close();
    },
  };
}
