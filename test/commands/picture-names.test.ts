import { expect, it } from "vitest";
import { startBot } from "#test/support/start-bot.ts";

it("a picture is called by what it shows", async () => {
  const bot = await startBot();
  const nameOf = async (asked: string) => (await bot.say(asked))?.picture?.name;
  expect(await nameOf("/xephang 8/2024")).toBe("Xep-hang-766-2024-08-huyen-Tien-Lu");
  expect(await nameOf("/sosanh Thủ Sỹ, Lệ Xá")).toBe("So-sanh-766-2024-08-xa-Thu-Sy-xa-Le-Xa");
  expect(await nameOf("/bando Gia Lai 2/2026")).toBe("Ban-do-766-2026-02-tinh-Gia-Lai");
  await bot.stop();
});
