import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createReading, type Reading } from "#services/documents/create-reading.ts";
import { startTelegramBot, type TelegramBot, wordsOf } from "#test/bot/program/telegram-bot.ts";

const DOCX = new URL("../../fixtures/documents/office-set/docx/hue.docx", import.meta.url);

const reading = createReading();
let bot: TelegramBot;
let goOn: () => void;

/** Reads as ever, but is at its third page until the test lets it go on. */
const slow: Reading = {
  ...reading,
  async read(paper, options) {
    options.onProgress?.({ page: 3, of: 7 });
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    return reading.read(paper, options);
  },
};

beforeAll(async () => {
  bot = await startTelegramBot({ OPERATORS: "telegram:1000" }, { reading: slow });
});
afterAll(async () => {
  await bot.close();
  await reading.close();
});

it("a paper that takes long is seen to be read, page by page, where its preview then stands", async () => {
  const chat = bot.fake.privateChat();
  const shown = await bot.ask(chat, "", {
    extra: { document: bot.fake.upload("hue.docx", readFileSync(DOCX)) },
  });
  expect(wordsOf(shown)).toBe("Đang đọc trang 3/7…");
  goOn();
  const preview = await bot.fake.until(() =>
    bot.fake.sent(chat).find((message) => wordsOf(message).startsWith("Tệp: hue.docx")),
  );
  expect(preview.message_id).toBe(shown.message_id);
  expect(bot.fake.sent(chat)).toHaveLength(1);
});

it("a paper that is refused after all takes the same place", async () => {
  const chat = bot.fake.privateChat(bot.fake.someone);
  const before = bot.fake.sent(chat).length;
  const document = bot.fake.upload("rong.docx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
  await bot.ask(chat, "", { extra: { document } });
  goOn();
  await bot.fake.until(() => bot.fake.sent(chat).slice(before).map(wordsOf)[0]?.startsWith("Tệp"));
  expect(bot.fake.sent(chat)).toHaveLength(before + 1);
});
