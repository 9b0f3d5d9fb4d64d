import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "#bot/config/config.ts";
import { type App, createApp } from "#bot/wiring/app.ts";
import { createLog } from "#bot/wiring/log.ts";
import { type OpenChannels, openChannels } from "#bot/wiring/open-channels.ts";
import { createSecrets } from "#bot/wiring/secrets.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { buttonsOf, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { createMortalStore } from "#test/services/delivery/mortal-store.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import type { FakeChat, FakeMessage } from "#test/support/fake-telegram/world.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A bot on a store that others share; `die` leaves it as a killed process would: its heartbeat is over. */
async function startOn(fake: FakeTelegram, shared: Store) {
  const store = createMortalStore(shared);
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    HOME_SCOPE: "huyện Tiên Lữ",
    OPERATORS: "telegram:1000",
    PORT: "0",
  });
  const log = createLog("silent");
  const app: App = await createApp({ ...config, store, log });
  const channels: OpenChannels = await openChannels({
    config,
    store,
    app,
    log,
    secrets: createSecrets(),
    tries: [],
  });
  return {
    store,
    async die() {
      await markGone(shared);
      store.die();
      // It hears nothing more, but waits for Telegram's answer, which nobody needs.
      const closed = channels.close();
      closing.push(async () => {
        await closed;
        await app.close();
      });
    },
    async stop() {
      await channels.close();
      await app.close();
    },
  };
}

/** Holders of this very process would count as alive. */
async function markGone(store: Store): Promise<void> {
  const holders = await store.list({ from: "holders/", to: "holders0" });
  const gone = { v: 1, data: { place: "elsewhere", pid: 1, left: true } };
  await store.commit({ puts: holders.map(({ key }) => ({ key, value: gone })) });
}

async function setUp() {
  const fake = await startFakeTelegram();
  const shared = await openStore("file::memory:");
  await putSample(shared);
  closing.push(shared.close, fake.close);
  const restart = async () => {
    const bot = await startOn(fake, shared);
    closing.push(bot.stop);
  };
  const said = (chat: FakeChat) => fake.sent(chat).map(wordsOf);
  return { fake, shared, restart, said, first: await startOn(fake, shared) };
}

const repliedTo = ({ reply_to_message: to }: FakeMessage) => to?.message_id;

describe("a bot that was killed", () => {
  it("answers what it had heard once it runs again", async () => {
    const { fake, first, restart, said } = await setUp();
    const chat = fake.privateChat();
    fake.fail("sendMessage", { kind: "slow", ms: 60_000 });
    const held = fake.say(chat, "/trogiup");
    fake.say(chat, "/diaban");
    await fake.until(() => fake.callsOf("sendMessage").length > 0 && fake.updates.pending() === 0);
    await first.die();
    await restart();
    await fake.until(() =>
      fake.sent(chat).some((message) => wordsOf(message).startsWith("Địa bàn đang xem")),
    );
    const apology = fake.sent(chat).find((message) => wordsOf(message).startsWith("Bot vừa khởi động lại"));
    expect(apology && repliedTo(apology)).toBe(held.message_id);
    expect(said(chat).filter((words) => words.startsWith("Địa bàn đang xem"))).toHaveLength(1);
  });
});

describe("a file that is read while the bot is killed", () => {
  it("is asked for once more, and nothing of it was stored", async () => {
    const { fake, shared, first, restart, said } = await setUp();
    const chat = fake.privateChat();
    const docx = readFileSync(
      new URL("../../fixtures/documents/office-set/docx/tienlu.docx", import.meta.url),
    );
    fake.fail("file", { kind: "slow", ms: 60_000 });
    const sent = fake.say(chat, "", { extra: { document: fake.upload("tienlu.docx", docx) } });
    await fake.until(() => fake.callsOf("file")[0]);
    await first.die();
    await restart();
    const apology = await fake.until(() => fake.sent(chat)[0]);
    expect(wordsOf(apology)).toMatch(/^Bot vừa khởi động lại.* tệp/u);
    expect(repliedTo(apology)).toBe(sent.message_id);
    expect(await shared.list({ from: "intake/", to: "intake0" })).toEqual([]);
    fake.say(chat, "", { extra: { document: fake.upload("tienlu.docx", docx) } });
    await fake.until(() => said(chat).find((words) => words.startsWith("Tệp: tienlu.docx")));
  });
});

describe("what was said too long ago", () => {
  it("gets one apology a chat, after what is fresh, and what was meant for others none", async () => {
    const { fake, first, restart, said } = await setUp();
    await first.stop();
    const old = { date: Math.floor(Date.now() / 1000) - 3600 };
    const [chat, group] = [fake.privateChat(), fake.group()];
    for (const text of ["/trogiup", "/diaban", "/xephang"]) fake.say(chat, text, { extra: old });
    fake.say(group, "/start_game", { extra: old });
    fake.say(group, "chào mọi người", { extra: old });
    fake.say(group, "/xephang", { extra: old });
    const fresh = fake.privateChat(fake.person("Mới"));
    fake.say(fresh, "/trogiup");
    await restart();
    await fake.until(() => said(chat).length > 0 && said(group).length > 0 && said(fresh).length > 0);
    fake.say(chat, "/diaban");
    await fake.until(() => said(chat).length > 1);
    expect(said(chat)).toEqual([
      "Bot vừa bị gián đoạn, chưa trả lời được các tin nhắn gửi trước đây hơn 10 phút. Nếu vẫn cần, anh/chị gửi lại giúp.",
      expect.stringMatching(/^Địa bàn đang xem: huyện Tiên Lữ/u),
    ]);
    expect(said(group)).toEqual([said(chat)[0]]);
  });
});

describe("a press", () => {
  it("that was heard before a kill is answered after it, once", async () => {
    const { fake, first, restart } = await setUp();
    const chat = fake.privateChat();
    fake.say(chat, "/batdau");
    const message = await fake.until(() => fake.sent(chat).find((one) => buttonsOf(one).length > 0));
    const label = buttonsOf(message)[0]?.text ?? "";
    fake.fail("sendMessage", { kind: "slow", ms: 60_000 });
    fake.say(chat, "/trogiup");
    await fake.until(() => fake.callsOf("sendMessage").length > 1);
    fake.press(message, label);
    await fake.until(() => fake.updates.pending() === 0);
    await first.die();
    await restart();
    await fake.until(() => fake.messages(chat).some((one) => /Tổng hợp|tháng 8\/2024/u.test(wordsOf(one))));
  });
});

describe("a part of a pasted paper that is edited", () => {
  it("is still known for what it is, and renews the message that said what was collected", async () => {
    const { fake, first, restart } = await setUp();
    const chat = fake.privateChat();
    fake.say(chat, "/nhap");
    await fake.until(() => fake.sent(chat)[0]);
    const part = fake.say(chat, "Kết quả tháng 8/2024");
    await fake.until(() => fake.sent(chat)[1]);
    fake.say(chat, "Thủ Sỹ 89,63 điểm");
    await fake.until(() => fake.sent(chat)[2]);
    await first.stop();
    await restart();
    fake.edit(part, "Kết quả tháng 9/2024");
    await fake.until(() => /^Đã thay phần 1\/2/u.test(wordsOf(fake.sent(chat)[2] ?? part)));
    expect(fake.sent(chat)).toHaveLength(3);
  });
});
