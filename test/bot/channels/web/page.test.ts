import { afterEach, describe, expect, it } from "vitest";
import { bubbles, open, say, start } from "#test/bot/channels/web/open-page.ts";
import { reply, stopAll, type WebSetting } from "#test/bot/channels/web/start-web.ts";

afterEach(stopAll);

describe("the web chat in a browser", () => {
  it("shows picture, words and buttons of an answer at once where there is room for them", async () => {
    await open(await start(), async (page) => {
      await say(page, "/xephang thang 8");
      for (const part of ["img", ".text", ".action >> nth=-1"]) {
        await expect.poll(() => page.locator(`.message.bot ${part}`).boundingBox()).not.toBeNull();
      }
      await expect
        .poll(async () => {
          const input = await page.locator("#composer").boundingBox();
          const last = await page.locator(".message.bot .action").last().boundingBox();
          return (last?.y ?? Number.POSITIVE_INFINITY) + (last?.height ?? 0) < (input?.y ?? 0);
        })
        .toBe(true);
    });
  });

  it("shows what one says and the styled answer with its picture", async () => {
    await open(await start(), async (page) => {
      await say(page, "/xephang thang 8");
      await page.locator(".message.me", { hasText: "/xephang thang 8" }).waitFor();
      await bubbles(page).waitFor();
      expect(await bubbles(page).innerText()).toBe(
        "Xếp hạng tháng 8 · huyện Tiên Lữ\n\nDẫn đầu: Thủ Sỹ 89,63\nKiểm tra: /kiemtra 7KQ2",
      );
      expect(await bubbles(page).locator("strong").allInnerTexts()).toEqual([
        "Xếp hạng tháng 8",
        "Thủ Sỹ ",
        "89,63",
      ]);
      expect(await bubbles(page).locator("em").innerText()).toBe("89,63");
      await page.locator(".picture:not(.waiting)").waitFor();
      expect(await page.getByAltText("Xếp hạng tháng 8").count()).toBe(1);
      const width = await page.evaluate("document.querySelector('.picture img').naturalWidth");
      expect(width).toBe(1080);
    });
  });

  it("puts the answer to a pressed action in the place of its message", async () => {
    const web = await start();
    await open(web, async (page) => {
      await say(page, "/xephang thang 8");
      await page.getByRole("button", { name: "Tháng sau" }).click();
      await page.getByText("Xếp hạng tháng 9").waitFor();
      expect(await page.locator(".message").count()).toBe(2);
      expect(await page.getByText("Xếp hạng tháng 8").count()).toBe(0);
      expect(web.heard.map((inbound) => inbound.text)).toEqual(["/xephang thang 8", "/xephang thang 9"]);
      await page.getByText("Xếp hạng tháng 9").waitFor();
      expect(await page.getByRole("button", { name: "Tháng sau" }).isEnabled()).toBe(true);
    });
  });

  it("shows the conversation again after a reload", async () => {
    await open(await start(), async (page) => {
      await say(page, "xin chào");
      await page.getByText("nghe: xin chào").waitFor();
      await say(page, "/xephang thang 8");
      await page.getByText("Xếp hạng tháng 8").waitFor();
      const before = await page.locator(".message").allInnerTexts();
      await page.reload();
      await page.getByText("Xếp hạng tháng 8").waitFor();
      expect(await page.locator(".message").allInnerTexts()).toEqual(before);
    });
  });

  it("shows markup that somebody types as the text it is", async () => {
    await open(await start(), async (page) => {
      const attack = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
      await say(page, attack);
      await page.getByText(`nghe: ${attack}`).waitFor();
      expect(await page.locator(".message img, .message script").count()).toBe(0);
      expect(await page.title()).toBe("Bot 766");
    });
  });

  it("says that a picture could not be shown, and tries again when asked", async () => {
    await open(await start(), async (page) => {
      await say(page, "/xephang thang 2");
      await page.getByText("Chưa hiện được ảnh").waitFor();
      expect(await bubbles(page).innerText()).toContain("Xếp hạng tháng 2");
      await page.getByRole("button", { name: "Thử lại" }).click();
      await page.getByText("Chưa hiện được ảnh").waitFor();
    });
  });

  it("shows a picture full screen, by mouse and by keyboard", async () => {
    await open(await start(), async (page) => {
      await say(page, "/xephang thang 8");
      await page.locator(".picture:not(.waiting)").click();
      const viewer = page.getByRole("dialog");
      await viewer.getByAltText("Xếp hạng tháng 8").waitFor();
      await page.keyboard.press("Escape");
      await viewer.waitFor({ state: "hidden" });
      await page.locator(".picture").focus();
      await page.keyboard.press("Enter");
      await viewer.getByRole("button", { name: "Đóng ảnh" }).click();
      await viewer.waitFor({ state: "hidden" });
    });
  });

  it("offers a file for download under its name", async () => {
    const file = {
      name: "Tháng 8.xlsx",
      mediaType: "application/octet-stream",
      bytes: async () => new Uint8Array(766),
    };
    const receive: WebSetting["receive"] = async ({ chat }, web) => {
      await web.send(chat, reply("Bảng tháng 8", { file }));
    };
    await open(await start({ receive }), async (page) => {
      await say(page, "/xuat");
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Tháng 8.xlsx" }).click();
      expect((await download).suggestedFilename()).toBe("Tháng 8.xlsx");
    });
  });

  it("shows that the bot works while it works", async () => {
    let finish = () => {};
    const receive: WebSetting["receive"] = async ({ chat }, web) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      await web.send(chat, reply("xong"));
    };
    await open(await start({ receive }), async (page) => {
      await say(page, "/xephang");
      await page.getByText("Đang tìm số liệu…").waitFor();
      finish();
      await page.getByText("xong").waitFor();
      await page.getByText("Đang tìm số liệu…").waitFor({ state: "hidden" });
    });
  });
});
