import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buttonsOf, startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { flood } from "#test/support/fake-telegram/faults.ts";

let bot: TelegramBot;
beforeAll(async () => {
  bot = await startTelegramBot();
});
afterAll(() => bot.close());

/** Somebody's own chat with the bot, in which nothing was said yet. */
const privateChat = () => bot.fake.privateChat(bot.fake.person("Lê Văn Cường"));

const ME = "@Bot766_bot";

describe("the whole bot in Telegram", () => {
  it("answers in private with one message: a picture and a caption that fits", async () => {
    const { fake } = bot;
    const chat = privateChat();
    const message = await bot.ask(chat, "/xephang");
    expect(message.photo?.at(-1)).toMatchObject({ width: 1080 });
    expect(wordsOf(message)).toMatch(/^Xếp hạng tháng 8\/2024 · huyện Tiên Lữ · 15 xã, thị trấn\n/u);
    expect(wordsOf(message)).toContain("Dẫn đầu: Thủ Sỹ 89,63 · Hải Triều 88,82 · Nhật Tân 88,23");
    expect(wordsOf(message).length).toBeLessThanOrEqual(1024);
    expect(buttonsOf(message).length).toBeGreaterThan(1);
    expect(fake.sent(chat)).toHaveLength(1);
  });

  it("waits out a flood longer than its own patience, everybody with it, and answers then", async () => {
    const { fake } = bot;
    const [asked, other] = [privateChat(), privateChat()];
    const before = fake.callsOf("sendMessage").length;
    fake.fail("sendMessage", flood(6));
    fake.say(asked, "/nguon");
    await fake.until(() => fake.callsOf("sendMessage").length > before);
    const refusedAt = Date.now();
    fake.say(other, "/nguon");
    await fake.until(() => fake.sent(asked)[0] && fake.sent(other)[0]);
    const calls = fake.callsOf("sendMessage").slice(before);
    expect(calls).toHaveLength(3);
    for (const { at } of calls.slice(1)) expect(at - refusedAt).toBeGreaterThanOrEqual(5_900);
  });

  it("answers words with a single call", async () => {
    const before = bot.fake.calls.length;
    await bot.ask(privateChat(), "/nguon");
    const calls = bot.fake.calls
      .slice(before)
      .map(({ method }) => method)
      .filter((method) => method.startsWith("send"));
    expect(calls).toEqual(["sendMessage"]);
  });

  it.each(["/xephang", `/xephang${ME}`, `/Xếp Hạng`, `${ME} xã nào thấp nhất?`, `xephang ${ME}`])(
    "answers %j in a group, in reply",
    async (text) => {
      const group = bot.fake.group();
      const message = await bot.ask(group, text);
      expect(wordsOf(message)).toContain("huyện Tiên Lữ");
      expect(message.reply_to_message?.text).toBe(text);
    },
  );

  it("understands who asks for the last ones in plain words", async () => {
    const message = await bot.ask(bot.fake.group(), `${ME} tháng 8 xã nào thấp nhất?`);
    expect(wordsOf(message)).toContain("5 đơn vị cuối bảng");
    expect(wordsOf(message)).toContain("15. Cương Chính 83,28");
  });

  it("answers a reply to its own message without a mention", async () => {
    const group = bot.fake.group();
    const first = await bot.ask(group, "/xephang");
    const second = await bot.ask(group, "Cương Chính", { replyTo: first });
    expect(wordsOf(second)).toMatch(/^Xã Cương Chính, huyện Tiên Lữ · tháng 8\/2024/u);
  });

  it("answers in the topic it was asked in", async () => {
    const forum = bot.fake.group({ topics: [7] });
    const message = await bot.ask(forum, "/xephang", { topic: 7 });
    expect(message.message_thread_id).toBe(7);
  });

  it("keeps quiet in a group about what is not for it", async () => {
    const group = bot.fake.group();
    await bot.expectSilence(group, "sáng nay họp lúc mấy giờ?");
    await bot.expectSilence(group, "/weather");
    await bot.expectSilence(group, "/xephang@another_bot");
    await bot.expectSilence(group, "xã nào thấp nhất?");
  });

  it("answers an unknown command when it is addressed", async () => {
    const group = bot.fake.group();
    expect(wordsOf(await bot.ask(group, `/xephag${ME}`))).toMatch(/^Chưa có lệnh “\/xephag”/u);
    expect(wordsOf(await bot.ask(privateChat(), "/weather"))).toMatch(/^Chưa có lệnh “\/weather”/u);
  });

  it("puts the answer to a pressed button in the place of its message, and takes the press", async () => {
    const { fake } = bot;
    const group = fake.group();
    const sources = await bot.ask(group, "/nguon Gia Lai");
    const older = await bot.press(sources, "Tháng 2/2026");
    expect(wordsOf(older)).toMatch(/^Nguồn số liệu tháng 2\/2026 · tỉnh Gia Lai/u);
    const ranking = await bot.press(older, "Bảng xếp hạng");
    expect(wordsOf(ranking)).toMatch(/^Xếp hạng tháng 2\/2026 · tỉnh Gia Lai/u);
    expect(ranking.photo).toBeDefined();
    expect(fake.sent(group)).toHaveLength(1);
    await fake.until(() => fake.world.openQueries.size === 0);
    expect(fake.world.popUps).toEqual([]);
  });

  it("tells whoever pressed without the right so, and nobody else in the group", async () => {
    const { fake } = bot;
    const group = fake.group();
    const summary = await bot.ask(group, "/tonghop");
    fake.pressData(summary, "/giaonhan");
    const [refusal] = await fake.until(() => (fake.world.popUps.length > 0 ? fake.world.popUps : null));
    expect(refusal?.text).toMatch(/^Lệnh này dành cho người vận hành/u);
    expect(refusal?.isAlert).toBe(true);
    expect(fake.sent(group)).toEqual([summary]);
  });

  it.each(["menu:1", "0", "~0123456789012345678901", "!x"])(
    "tells whoever pressed a dead button so, and nobody else: %s",
    async (data) => {
      const { fake } = bot;
      for (const chat of [fake.group(), privateChat()]) {
        const question = await bot.ask(chat, "/kiemtra");
        const before = fake.world.popUps.length;
        fake.pressData(question, data);
        const popUp = await fake.until(() => fake.world.popUps[before]);
        expect(popUp.text).toMatch(/^Nút này không còn dùng được/u);
        expect(popUp.isAlert).toBe(true);
        const answer = await bot.ask(chat, "ABCD", { replyTo: question });
        expect(wordsOf(answer)).toMatch(/^Không có số liệu nào mang mã/u);
        expect(fake.sent(chat)).toHaveLength(2);
      }
    },
  );

  it("opens the reply to a question for whoever it asks in a group, and takes it as the answer", async () => {
    const { fake } = bot;
    const group = fake.group();
    const question = await bot.ask(group, "/kiemtra");
    expect(fake.callsOf("sendMessage").at(-1)?.payload.reply_markup).toEqual({
      force_reply: true,
      selective: true,
    });
    const answer = await bot.ask(group, "ABCD", { replyTo: question });
    expect(wordsOf(answer)).toMatch(/^Không có số liệu nào mang mã “ABCD”/u);
    await bot.ask(fake.privateChat(), "/kiemtra");
    expect(fake.callsOf("sendMessage").at(-1)?.payload.reply_markup).toBeUndefined();
  });

  it("says a refusal to the presser when it offers a way on, and aloud in private", async () => {
    const { fake } = bot;
    const group = fake.group();
    const popUps = fake.world.popUps.length;
    fake.pressData(await bot.ask(group, "/tonghop"), "/xephang tháng 1/2020");
    const refusal = await fake.until(() => fake.state(group).unseen[0]);
    expect(wordsOf(refusal)).toMatch(/^Chưa có số liệu tháng 1\/2020/u);
    expect(refusal.receiver_user?.id).toBe(fake.someone.id);
    const alone = fake.privateChat(fake.person("Phạm Thị Dung"));
    fake.pressData(await bot.ask(alone, "/tonghop"), "/giaonhan");
    expect(wordsOf(await fake.until(() => fake.sent(alone)[1]))).toMatch(/^Lệnh này dành cho/u);
    expect(fake.world.popUps).toHaveLength(popUps);
  });

  it("leaves a picture standing when what was pressed under it is answered by words", async () => {
    const { fake } = bot;
    const group = fake.group();
    fake.press(await bot.ask(group, "/xephang"), "Nguồn");
    const sources = await fake.until(() => fake.sent(group)[1]);
    expect(wordsOf(sources)).toMatch(/^Nguồn số liệu tháng 8\/2024 · huyện Tiên Lữ/u);
    await fake.until(() => buttonsOf(fake.sent(group)[0] ?? sources).length === 0);
    expect(fake.sent(group)[0]?.photo).toBeDefined();
  });

  it("edits a picture into another picture", async () => {
    const chat = privateChat();
    const first = await bot.ask(chat, "/xephang Gia Lai");
    const second = await bot.press(first, "Trang 2/6 ›");
    expect(second.message_id).toBe(first.message_id);
    expect(second.photo?.at(-1)?.file_id).not.toBe(first.photo?.at(-1)?.file_id);
    expect(bot.fake.sent(chat)).toHaveLength(1);
  });

  it("uploads a picture once", async () => {
    const { fake } = bot;
    const before = fake.callsOf("sendPhoto").length;
    await bot.ask(privateChat(), "/xephang sở Gia Lai");
    await bot.ask(fake.group(), "/xephang sở Gia Lai 2026");
    const photos = fake
      .callsOf("sendPhoto")
      .slice(before)
      .map(({ payload }) => typeof payload.photo);
    expect(photos).toEqual(["object", "string"]);
  });

  it("says the figures when the picture is refused", async () => {
    const group = bot.fake.group();
    bot.fake.state(group).photosForbidden = true;
    const message = await bot.ask(group, "/xephang");
    expect(message.photo).toBeUndefined();
    expect(message.text).toContain("Thủ Sỹ 89,63");
  });

  it("greets a group that takes it in, and says what it cannot hear there", async () => {
    const { fake } = bot;
    const group = fake.group();
    fake.join(group);
    const greeting = await fake.until(() => fake.sent(group)[0]);
    expect(wordsOf(greeting)).toContain("huyện Tiên Lữ");
    expect(wordsOf(greeting)).toContain("quản trị viên");
    expect(wordsOf(greeting)).toContain("chỉ nhận được tin có @");
    const summary = await bot.press(greeting, "Tổng hợp");
    expect(wordsOf(summary)).toMatch(/^Tổng hợp tháng 8\/2024/u);
  });

  it("gives no such advice where it hears everything", async () => {
    const { fake } = bot;
    const group = fake.group();
    fake.join(group, "administrator");
    const greeting = await fake.until(() => fake.sent(group)[0]);
    expect(wordsOf(greeting)).not.toContain("chỉ nhận được tin");
  });
});

describe("a group's home scope in Telegram", () => {
  it("is set by its admins only", async () => {
    const { fake } = bot;
    const admin = fake.person("Trần Thị Bình");
    const group = fake.group({ admins: [admin] });
    const declined = await bot.ask(group, "/diaban tỉnh Gia Lai");
    expect(wordsOf(declined)).toMatch(/^Chỉ quản trị viên nhóm/u);
    const done = await bot.ask(group, "/diaban tỉnh Gia Lai", { from: admin });
    expect(wordsOf(done)).toBe("Đã đặt địa bàn là tỉnh Gia Lai.");
    expect(wordsOf(await bot.ask(group, "/xephang"))).toContain("tỉnh Gia Lai");
    expect(wordsOf(await bot.ask(privateChat(), "/xephang"))).toContain("huyện Tiên Lữ");
  });

  it("goes along when the group becomes a supergroup", async () => {
    const { fake } = bot;
    const admin = fake.person("Trần Thị Bình");
    const group = fake.group({ type: "group", admins: [admin] });
    await bot.ask(group, "/diaban tỉnh Gia Lai", { from: admin });
    const supergroup = fake.migrate(group);
    expect(wordsOf(await bot.ask(supergroup, "/diaban"))).toContain("tỉnh Gia Lai");
  });

  it("goes along when the bot learns of it by a refused answer only", async () => {
    const { fake } = bot;
    const admin = fake.person("Trần Thị Bình");
    const group = fake.group({ type: "group", admins: [admin] });
    await bot.ask(group, "/diaban tỉnh Gia Lai", { from: admin });
    const supergroup = fake.migrate(group, { silent: true });
    fake.say(group, "/xephang");
    const answer = await fake.until(() => fake.sent(supergroup)[0]);
    expect(wordsOf(answer)).toContain("tỉnh Gia Lai");
    expect(wordsOf(await bot.ask(supergroup, "/diaban"))).toContain("tỉnh Gia Lai");
  });
});
