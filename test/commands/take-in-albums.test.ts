import { afterEach, beforeEach, expect, it } from "vitest";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { SentFile } from "#services/sent-file.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { enter, labels, owed, press, results } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;

/** What all pages of a letter say, and what those say that came first. */
const WHOLE = textOf(LETTERS.tienLu);
const FIRST = WHOLE.replaceAll("89,63", "89,36");

let bot: TestBot;

beforeEach(async () => {
  bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
});
afterEach(() => bot.stop());

const sentFile = (bytes: SentFile["bytes"]): SentFile => ({ name: "", size: null, bytes });
const holding = (text: string) => sentFile(async () => new TextEncoder().encode(text));
const MISSING = sentFile(() => Promise.reject(new DocumentRefused("pages-missing")));

/** What is answered to a page of an album; `file`: what all pages that are there by then say. */
const page = async (order: number, file: SentFile, album = "1/a") =>
  owed(
    await bot.say("/nhap", {
      ...EDITOR,
      sent: { files: [file], page: { album, order }, together: "further" },
    }),
  );

it("a page that comes late takes the place of what was shown without it: its buttons store nothing", async () => {
  const without = await press(bot, await page(1, holding(FIRST)), "Thêm 5 đơn vị mới", EDITOR);
  const whole = await page(2, holding(WHOLE));
  for (const label of labels(without))
    expect((await press(bot, without, label, EDITOR)).refused).toBe("unknown-paper");
  expect(await results(bot)).toEqual([]);
  await enter(bot, await press(bot, whole, "Thêm 5 đơn vị mới", EDITOR), EDITOR);
  expect(JSON.stringify(await results(bot))).toContain("89.63");
});

it("what was shown is not to be confirmed either where another page is still missing", async () => {
  const without = await press(bot, await page(1, holding(FIRST)), "Thêm 5 đơn vị mới", EDITOR);
  expect((await page(4, MISSING)).refused).toBe("document-refused");
  expect((await press(bot, without, "Nhập", EDITOR)).refused).toBe("unknown-paper");
  expect(await results(bot)).toEqual([]);
});

it("another album leaves it as it is", async () => {
  const first = await press(bot, await page(1, holding(WHOLE)), "Thêm 5 đơn vị mới", EDITOR);
  await page(5, holding(FIRST), "1/b");
  expect((await enter(bot, first, EDITOR)).text.text).toMatch(/^Đã lưu/u);
});
