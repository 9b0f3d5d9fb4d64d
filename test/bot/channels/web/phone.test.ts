import { afterEach, describe, expect, it } from "vitest";
import { open, PHONE, say, start } from "#test/bot/channels/web/open-page.ts";
import { reply, stopAll, type WebSetting } from "#test/bot/channels/web/start-web.ts";

afterEach(stopAll);

describe("the web chat on a phone", () => {
  it("never scrolls as a whole, and everything to touch is large enough", async () => {
    await open(
      await start(),
      async (page) => {
        await say(page, "x".repeat(300));
        await page.getByText(/nghe: x+/).waitFor();
        await say(page, "/xephang thang 8");
        await page.locator(".picture:not(.waiting)").waitFor();
        expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBe(390);
        expect(await page.evaluate("document.scrollingElement.scrollHeight")).toBe(844);
        const widest =
          "Math.max(...[...document.querySelectorAll('.message *')].map(n => n.getBoundingClientRect().right))";
        expect(await page.evaluate(widest)).toBeLessThanOrEqual(390);

        const targets = page.locator("button:visible:not(.command), textarea:visible");
        for (const target of await targets.all()) {
          const box = await target.boundingBox();
          expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
        }
        const sizes =
          "['.text', '#input', '.action'].map(s => parseFloat(getComputedStyle(document.querySelector(s)).fontSize))";
        for (const size of (await page.evaluate(sizes)) as number[]) expect(size).toBeGreaterThanOrEqual(16);
      },
      PHONE,
    );
  });

  it("shows the start of an answer taller than the screen", async () => {
    const receive: WebSetting["receive"] = async ({ chat }, web) => {
      await web.send(chat, reply(Array.from({ length: 80 }, (_, i) => `dòng ${i}.`).join("\n")));
    };
    await open(
      await start({ receive }),
      async (page) => {
        await say(page, "dài");
        await page.getByText("dòng 0.").waitFor();
        const box = await page.getByText("dòng 0.").boundingBox();
        expect(box?.y).toBeGreaterThan(50);
        expect(box?.y).toBeLessThan(160);
      },
      PHONE,
    );
  });

  it("is dark where the phone is dark", async () => {
    await open(
      await start(),
      async (page) => {
        const paper = await page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
        expect(paper).toBe("rgb(14, 21, 31)");
      },
      { ...PHONE, colorScheme: "dark" },
    );
  });

  it("folds a long text that one has pasted, and shows it whole when asked", async () => {
    const pasted = Array.from({ length: 60 }, (_, i) => `dòng ${i}`).join("\n");
    await open(
      await start({ receive: async ({ chat }, web) => void (await web.send(chat, reply("đã nhận"))) }),
      async (page) => {
        await say(page, "ngắn");
        await say(page, pasted);
        const message = page.locator(".message.me").last();
        const height = async () => (await message.boundingBox())?.height ?? 0;
        const unfold = message.getByRole("button", { name: "Xem cả tin" });
        await unfold.waitFor();
        expect(await height()).toBeLessThan(844 / 2);
        expect(await page.locator(".message.me").first().getByRole("button").count()).toBe(0);
        await unfold.tap();
        expect(await message.locator(".text").innerText()).toBe(pasted);
        expect(await height()).toBeGreaterThan(60 * 16);
        await message.getByRole("button", { name: "Thu gọn" }).tap();
        expect(await height()).toBeLessThan(844 / 2);
      },
      PHONE,
    );
  });

  it("takes a finger that lands beside a command named in an answer", async () => {
    await open(
      await start(),
      async (page) => {
        await say(page, "/xephang thang 8");
        const command = page.getByRole("button", { name: "/kiemtra 7KQ2" });
        await page.locator(".picture:not(.waiting)").waitFor();
        await command.scrollIntoViewIfNeeded();
        const box = await command.boundingBox();
        if (!box) throw new Error("the command is not shown");
        await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2 - 20);
        expect(await page.getByLabel("Câu hỏi").inputValue()).toBe("/kiemtra 7KQ2");
      },
      PHONE,
    );
  });
});
