import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { type Listener, listen } from "#test/bot/channels/zalo/listen.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { newId } from "#test/support/fake-zalo/world.ts";
import { startJournal } from "#test/support/journal-process.ts";
import { startRedis } from "#test/support/redis.ts";

const SECRET = "a-secret_of-16-or-more";
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A process behind the webhook, with its own connection to the store that all share. */
async function startProcess(fake: FakeZalo, store: Store): Promise<Listener> {
  const { journal, holders } = await startJournal(store, { channel: "zalo" });
  const listener = await listen({
    fake,
    mode: { kind: "webhook", url: "https://bot.example.vn/zalo/x", secret: SECRET },
    memory: createStoredMemory({ store, channel: "zalo" }),
    journal,
  });
  await listener.start();
  closing.push(async () => {
    await listener.listening.stop();
    await holders.stop();
    await store.close();
  });
  return listener;
}

function post({ listening }: Listener, text: string, message_id: string): Promise<Response> {
  const message = { message_id, text, chat: { id: "zgr-1", chat_type: "GROUP" }, from: { id: "u1" } };
  const headers = { "x-bot-api-secret-token": SECRET };
  const body = JSON.stringify({ event_name: "message.text.received", message });
  return listening.webhook(new Request("https://bot.example.vn/x", { method: "POST", body, headers }));
}

it("a message that Zalo posts to two processes is heard by one of them, once", async () => {
  const redis = await startRedis();
  const fake = await startFakeZalo();
  closing.push(redis.stop, fake.close);
  const processes = [
    await startProcess(fake, await openStore(redis.url)),
    await startProcess(fake, await openStore(redis.url)),
  ];
  const texts = Array.from({ length: 30 }, (_, i) => String(i + 1));
  for (const text of texts) {
    const id = newId();
    const answers = await Promise.all([...processes, ...processes].map((one) => post(one, text, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  }
  const said = () => processes.flatMap((one) => one.said());
  await expect.poll(() => said().length).toBeGreaterThanOrEqual(texts.length);
  await pause(100);
  expect([...said()].sort((a, b) => Number(a) - Number(b))).toEqual(texts);
});
