import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import { createTelegramChannel, type TelegramChannel } from "#bot/channels/telegram/telegram.ts";
import { openStore } from "#services/store/open-store.ts";
import { words } from "#test/bot/channels/telegram/harness.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { startJournal } from "#test/support/journal-process.ts";
import { createLog } from "#test/support/log.ts";
import { startRedis } from "#test/support/redis.ts";

const SECRET = "a-secret_of-16-or-more";
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A process behind the webhook, with its own connection to the store that all share. */
async function startProcess(fake: FakeTelegram, storeUrl: string): Promise<TelegramChannel> {
  const store = await openStore(storeUrl);
  const { journal, holders } = await startJournal(store);
  const channel = createTelegramChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    mode: { kind: "webhook", url: "https://bot.example.vn/telegram/x", secret: SECRET },
    logger: createLog(),
    memory: createStoredMemory({ store, channel: "telegram" }),
    journal,
  });
  await channel.start(async ({ chat, text }) => void (await channel.send(chat, words(`trả lời ${text}`))));
  closing.push(async () => {
    await channel.stop();
    await holders.stop();
    await store.close();
  });
  return channel;
}

it("an update that Telegram posts to two processes is answered by one of them, once", async () => {
  const redis = await startRedis();
  const fake = await startFakeTelegram();
  closing.push(redis.stop, fake.close);
  const processes = [await startProcess(fake, redis.url), await startProcess(fake, redis.url)];
  const chat = fake.privateChat();
  const post = (channel: TelegramChannel, id: number) => {
    const message = { message_id: id, date: 0, chat, from: fake.someone, text: String(id) };
    const headers = { "x-telegram-bot-api-secret-token": SECRET };
    const body = JSON.stringify({ update_id: id, message });
    return channel.webhook(new Request("https://bot.example.vn/x", { method: "POST", body, headers }));
  };
  const ids = Array.from({ length: 30 }, (_, i) => i + 1);
  for (const id of ids) {
    const answers = await Promise.all([...processes, ...processes].map((channel) => post(channel, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  }
  await fake.until(() => fake.sent(chat).length >= ids.length);
  await pause(100);
  const said = fake.sent(chat).map(({ text }) => Number(text?.split(" ").at(-1)));
  expect(said.sort((a, b) => a - b)).toEqual(ids);
});
