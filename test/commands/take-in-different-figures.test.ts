import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { enter, labels, owed } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;
const PAPER = readFileSync(
  new URL("../fixtures/documents/papers/hungyen-two-figures-for-one-unit.txt", import.meta.url),
  "utf8",
);

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ", now: "2024-09-12T08:00:00+07:00" });
});
afterEach(() => bot.stop());

const totals = async () => {
  const { units, sheets } = bot.app.services;
  const sheet = await sheets.current("od332", toPeriod("2024-08"));
  return Object.fromEntries(
    (sheet?.observations ?? []).map(({ unit, value }) => [units.get(unit)?.name, value]),
  );
};

it.each([
  ["sửa Thủ Sỹ tổng điểm 85", { "Thủ Sỹ": 85, "Lệ Xá": 81.2 }],
  ["đúng Thủ Sỹ", { "Thủ Sỹ": 80.5, "Lệ Xá": 81.2 }],
  ["bỏ dòng Thủ Sỹ", { "Lệ Xá": 81.2 }],
])("a unit of two figures has none until a person says which: %s", async (word, stored) => {
  const preview = owed(await bot.say(`/nhap ${PAPER}`, EDITOR));
  expect(preview.text.text).toContain("80,5 ¦ 85");
  expect(labels(preview)).not.toContain("Nhập");
  const mended = owed(await bot.say(word, EDITOR));
  await enter(bot, mended, EDITOR);
  expect(await totals()).toEqual(stored);
});
