import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "#bot/channels/zalo/client.ts";
import { secretPath } from "#bot/http/secret.ts";
import { startZaloBot, type ZaloBot } from "#test/bot/program/zalo-bot.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";

const SECRET = "a-secret_of-16-or-more";
const OPERATOR = "6ede9afa66b88fe6d6a9";

/** Webhooks, as in production: polls are spaced by a second. */
let bot: ZaloBot;
beforeAll(async () => {
  bot = await startZaloBot({ ZALO_MODE: "webhook", WEBHOOK_SECRET: SECRET, OPERATORS: `zalo:${OPERATOR}` });
  const url = `${bot.address}/zalo/${secretPath("zalo", SECRET)}`;
  await createClient(bot.fake).setWebhook(url, SECRET);
});
afterAll(() => bot.close());

describe("the whole bot on Zalo", () => {
  it("answers in private with one message: a picture that can be fetched again and again, and a caption", async () => {
    const chat = bot.fake.privateChat();
    const message = await bot.ask(chat, "/xephang");
    expect(message.text).toMatch(/^Xếp hạng tháng 8\/2024 · huyện Tiên Lữ · 15 xã, thị trấn\n/u);
    expect(message.text).toContain("Dẫn đầu: Thủ Sỹ 89,63 · Hải Triều 88,82 · Nhật Tân 88,23");
    expect(message.text.length).toBeLessThanOrEqual(1800);
    expect(message.photo).toMatchObject({ contentType: "image/png", isBlack: false });
    expect(bot.fake.sent(chat)).toHaveLength(1);
  });

  it.each(["/xephang", "xếp hạng", "xã nào thấp nhất?"])(
    "answers %j in a group that mentions it",
    async (text) => {
      const message = await bot.ask(await bot.group(), text);
      expect(message.text).toContain("huyện Tiên Lữ");
    },
  );

  it("greets a group at its first word, and says how to ask there", async () => {
    const { fake } = bot;
    const group = fake.group();
    const greeting = await bot.ask(group, "/xephang");
    expect(greeting.text).toMatch(/^Xin chào, đây là Bot 766\.\n/u);
    expect(greeting.text).toMatch(
      /\nHỏi bot: gõ @, chọn tên bot rồi nhập lệnh, hoặc trả lời tin này bằng lệnh\. Ví dụ: .+$/u,
    );
    await fake.until(() => fake.sent(group)[1]);
    await bot.ask(group, "/xephang");
    const [, ...answers] = fake.sent(group).map(({ text }) => text.split("\n")[0]);
    const ranking = "Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 15 xã, thị trấn";
    expect(answers).toEqual([ranking, ranking]);
  });

  it("answers all the same when Zalo fails over the picture, in words", async () => {
    const { fake } = bot;
    fake.fail("sendPhoto", { kind: "garbage", status: 502 });
    const message = await bot.ask(fake.privateChat(), "/xephang");
    expect(message.photo).toBeNull();
    expect(message.text).toContain("Dẫn đầu: Thủ Sỹ 89,63 · Hải Triều 88,82 · Nhật Tân 88,23");
  });

  it("answers a mention in the middle, and a reply without one", async () => {
    const { fake } = bot;
    const group = await bot.group();
    fake.mentionWithin(group, "xephang @Bot 766 Tiên Lữ\u00A0tháng 8");
    const ranking = await fake.until(() => fake.sent(group)[1]);
    expect(ranking.text).toMatch(/^Xếp hạng tháng 8\/2024/u);
    fake.reply(group, "Cương Chính");
    const unit = await fake.until(() => fake.sent(group)[2]);
    expect(unit.text).toMatch(/^Xã Cương Chính, huyện Tiên Lữ · tháng 8\/2024/u);
  });

  it("takes a number for the action it stands by", async () => {
    const { fake } = bot;
    const chat = fake.privateChat();
    const ranking = await bot.ask(chat, "/xephang");
    const number = /^(\d+)\. Nguồn$/mu.exec(ranking.text)?.[1] ?? "";
    const sources = await bot.ask(chat, number);
    expect(sources.text).toMatch(/^Nguồn số liệu tháng 8\/2024 · huyện Tiên Lữ/u);
  });

  it("has no admins in a group but those who entered an operator's code", async () => {
    const { fake } = bot;
    const group = await bot.group();
    const member = fake.person("Lê Văn Cường");
    const settle = async () => (await bot.ask(group, "/diaban tỉnh Gia Lai", member)).text;
    expect(await settle()).toMatch(/^Chỉ người được giao nhóm/u);
    const operator = fake.privateChat({ id: OPERATOR, display_name: "Trần Thị Bình", is_bot: false });
    const code = /\/quyen ([0-9A-Z-]+)/u.exec((await bot.ask(operator, "/quyen mã nhóm")).text)?.[1];
    await bot.ask(group, `/quyen ${code}`, member);
    expect(await settle()).toMatch(/^Đã đặt địa bàn là tỉnh Gia Lai\./u);
    expect((await bot.ask(group, "/diaban tỉnh Gia Lai")).text).toMatch(/^Chỉ người được giao nhóm/u);
  });

  it("tells a person the id that makes an operator while there is none, and nobody afterwards", async () => {
    const welcome = async (of: ZaloBot) =>
      (
        await of.ask(
          of.fake.privateChat({ id: OPERATOR, display_name: "Trần Thị Bình", is_bot: false }),
          "/batdau",
        )
      ).text;
    expect(await welcome(bot)).not.toContain(OPERATOR);
    const unmanned = await startZaloBot({ ZALO_MODE: "webhook", WEBHOOK_SECRET: SECRET });
    const url = `${unmanned.address}/zalo/${secretPath("zalo", SECRET)}`;
    await createClient(unmanned.fake).setWebhook(url, SECRET);
    expect(await welcome(unmanned).finally(unmanned.close)).toContain(`zalo:${OPERATOR}`);
  });

  it("accepts a post only at its secret path and with its secret", async () => {
    const post = (path: string, secret: string) =>
      fetch(`${bot.address}${path}`, {
        method: "POST",
        headers: { "x-bot-api-secret-token": secret },
        body: "{}",
      });
    const path = `/zalo/${secretPath("zalo", SECRET)}`;
    expect((await post(path, SECRET)).status).toBe(200);
    expect((await post(path, "another-secret_of-16")).status).toBe(403);
    expect((await post("/zalo", SECRET)).status).toBe(404);
    expect((await post(`/zalo/${secretPath("telegram", SECRET)}`, SECRET)).status).toBe(404);
  });
});

describe("a paper on Zalo", () => {
  const editor = () => bot.fake.privateChat({ id: OPERATOR, display_name: "An", is_bot: false });

  it("that is a picture is fetched and read, also with a command under it in a group", async () => {
    const { fake } = bot;
    // Told by its bytes: a letter's words stand for a picture of them.
    const letter = () => fake.photograph(new TextEncoder().encode(textOf(LETTERS.tienThang)));
    const before = fake.sent(editor()).length;
    fake.sendPhoto(editor(), letter(), "công văn tháng 9");
    const answer = await fake.until(() => fake.sent(editor())[before]);
    expect(answer.text).toContain("xã Tiến Thắng");
    expect(answer.text).toContain("ảnh này được đọc như văn bản một trang");
    fake.sendPhoto(editor(), "https://evil.example/x.jpg", "/nhap");
    const refused = await fake.until(() => fake.sent(editor())[before + 1]);
    expect(refused.text).toMatch(/^Chưa tải được tệp này\./u);
  });

  it("that is a file is not passed on: it is said what else would be read", async () => {
    const { fake } = bot;
    const before = fake.sent(editor()).length;
    fake.sendVoice(editor());
    const answer = await fake.until(() => fake.sent(editor())[before]);
    expect(answer.text).toMatch(/^Ở đây bot nhận được chữ và ảnh, chưa nhận được tệp/u);
    expect((await bot.ask(editor(), "/nhap")).text).toContain("gửi ảnh chụp văn bản một trang");
    await bot.ask(editor(), "thôi");
  });

  it("is declined from who may take none in", async () => {
    const { fake } = bot;
    const chat = fake.privateChat();
    const before = fake.sent(chat).length;
    fake.sendPhoto(chat, fake.photograph(new Uint8Array(9)));
    expect((await fake.until(() => fake.sent(chat)[before])).text).toMatch(
      /^Ở đây bot chỉ đọc được tin bằng chữ/u,
    );
  });
});
