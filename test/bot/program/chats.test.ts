import { afterEach, describe, expect, it } from "vitest";
import { buttonsOf, startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";

let bot: TelegramBot;
afterEach(() => bot.close());

const texts = (chat: FakeChat) => bot.fake.sent(chat).map(wordsOf);
/** Waits until everything told before has been dealt with. */
const settle = async (chat: FakeChat) => void (await bot.ask(chat, "@Bot766_bot /diaban"));

describe("a group's life in Telegram", () => {
  it("greets once, keeps settings while it is out, and says so when it is back", async () => {
    bot = await startTelegramBot();
    const { fake } = bot;
    const admin = fake.person("Trần Thị Bình");
    const group = fake.group({ admins: [admin] });
    fake.join(group);
    await fake.until(() => texts(group).length === 1);
    fake.join(group);
    await bot.ask(group, "/diaban tỉnh Gia Lai", { from: admin });
    expect(texts(group)).toHaveLength(2);
    fake.kick(group);
    fake.join(group);
    const back = await fake.until(() => texts(group)[2]);
    expect(back).toMatch(/^Bot 766 đã trở lại nhóm\.\n.*Địa bàn đang xem: tỉnh Gia Lai\./u);
  });

  it("says that it hears less when it is no admin any more", async () => {
    bot = await startTelegramBot();
    const { fake } = bot;
    const group = fake.group();
    fake.join(group, "administrator");
    await fake.until(() => texts(group).length === 1);
    fake.standing(group, "administrator", "member");
    const said = await fake.until(() => texts(group)[1]);
    expect(said).toMatch(/^Bot không còn là quản trị viên nhóm\.\n.*chỉ nhận được tin có @/u);
  });

  it("tells operators its newest name", async () => {
    bot = await startTelegramBot({ OPERATORS: "telegram:1000", ACCESS: "approved" });
    const { fake } = bot;
    const group = fake.group({ title: "Tổ cũ" });
    const stranger = fake.person("Lạ");
    await bot.ask(group, "/xephang", { from: stranger });
    fake.rename(group, "Tổ mới", stranger);
    await settle({ ...group, title: "Tổ mới" });
    expect(wordsOf(await bot.ask(fake.privateChat(), "/quyen"))).toContain("Tổ mới");
  });
});

describe("a group that became a supergroup", () => {
  const upgradeBy = {
    "what is said in both groups": { silent: false, joins: true },
    "a refused answer alone": { silent: true, joins: false },
  };

  it.each(Object.entries(upgradeBy))(
    "goes on with its settings, told by %s",
    async (_, { silent, joins }) => {
      bot = await startTelegramBot();
      const { fake } = bot;
      const admin = fake.person("Trần Thị Bình");
      const group = fake.group({ type: "group", admins: [admin] });
      await bot.ask(group, "/diaban tỉnh Gia Lai", { from: admin });
      const upgraded = fake.migrate(group, { silent });
      if (joins) fake.join(upgraded);
      else fake.say(group, "/diaban");
      if (silent) await fake.until(() => texts(upgraded).length === 1);
      expect(wordsOf(await bot.ask(upgraded, "/diaban"))).toContain("tỉnh Gia Lai");
      expect(texts(upgraded).join()).not.toContain("Xin chào");
    },
  );
});

describe("topics", () => {
  it("a deleted one is answered in the general topic, which is told once", async () => {
    bot = await startTelegramBot();
    const { fake } = bot;
    const forum = fake.group({ topics: [7] });
    fake.state(forum).topics.delete(7);
    fake.say(forum, "/diaban", { topic: 7 });
    await fake.until(() => texts(forum).length === 2);
    await settle(forum);
    expect(texts(forum).filter((text) => text.includes("Chủ đề mà bot gửi tin đã bị xoá"))).toHaveLength(1);
    expect(fake.sent(forum).every((message) => message.message_thread_id === undefined)).toBe(true);
  });
});

describe("ACCESS=approved in Telegram", () => {
  it("asks the operators, whose button lets the group in and greets it", async () => {
    bot = await startTelegramBot({ OPERATORS: "telegram:1000", ACCESS: "approved" });
    const { fake } = bot;
    const operator = fake.privateChat();
    const group = fake.group({ title: "Tổ 766 Tiên Lữ" });
    const stranger = fake.person("Lê Văn Cường");
    fake.join(group, "member", stranger);
    const waiting = await fake.until(() => texts(group)[0]);
    expect(waiting).toBe(
      "Nhóm này chưa được duyệt sử dụng bot. Yêu cầu đã gửi tới người vận hành; được duyệt bot sẽ báo lại ngay tại đây.",
    );
    const request = await fake.until(() => fake.sent(operator)[0]);
    expect(wordsOf(request)).toBe(
      `Nhóm Tổ 766 Tiên Lữ đề nghị được sử dụng bot (người đề nghị: Lê Văn Cường). Mã nhóm: telegram:${group.id}`,
    );
    expect(buttonsOf(request).map(({ text }) => text)).toEqual(["Duyệt", "Từ chối"]);
    fake.say(group, "/xephang", { from: stranger });

    const decided = await bot.press(request, "Duyệt");
    expect(wordsOf(decided)).toBe(`Đã duyệt: Tổ 766 Tiên Lữ (telegram:${group.id}).`);
    await fake.until(() => texts(group).length === 2);
    expect(texts(group)[1]).toMatch(/^Nhóm đã được duyệt sử dụng Bot 766\./u);
    expect(wordsOf(await bot.ask(group, "/xephang", { from: stranger }))).toMatch(/^Xếp hạng tháng 8\/2024/u);
    expect(fake.sent(operator)).toHaveLength(1);
  });

  it("gives the id to pass on when no operator can be reached", async () => {
    bot = await startTelegramBot({ ACCESS: "approved" });
    const { fake } = bot;
    const group = fake.group();
    expect(wordsOf(await bot.ask(group, "/xephang"))).toContain(`telegram:${group.id}`);
    await settleSilently(group);
  });

  async function settleSilently(group: FakeChat): Promise<void> {
    bot.fake.say(group, "/xephang");
    bot.fake.say(group, "/quyen");
    await bot.fake.until(() => texts(group).length === 2);
    expect(texts(group)[1]).toMatch(/^Quyền của anh\/chị/u);
  }
});

it("a button that somebody may not press leaves its message standing", async () => {
  bot = await startTelegramBot();
  const { fake } = bot;
  const group = fake.group();
  const card = await bot.ask(group, "/caidat");
  fake.press(card, "Chú thích ngắn");
  await fake.until(() => fake.world.popUps.length === 1);
  expect(fake.world.popUps[0]?.text).toMatch(/^Chỉ quản trị viên nhóm/u);
  expect(texts(group)).toEqual([expect.stringMatching(/^Cài đặt của nhóm/u)]);
});

it("/trangthai says whether Telegram is reached", async () => {
  bot = await startTelegramBot({ OPERATORS: "telegram:1000" });
  expect(wordsOf(await bot.ask(bot.fake.privateChat(), "/trangthai"))).toContain("Kênh: Telegram hoạt động");
});
