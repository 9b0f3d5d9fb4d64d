import { afterEach, describe, expect, it } from "vitest";
import { bubbles, open, say, start } from "#test/bot/channels/web/open-page.ts";
import { stopAll } from "#test/bot/channels/web/start-web.ts";

afterEach(stopAll);

describe("writing to the web chat", () => {
  it("takes a suggestion with one tap", async () => {
    const web = await start();
    await open(web, async (page) => {
      await page.getByRole("button", { name: "/xephang thang 8" }).click();
      await page.getByText("Xếp hạng tháng 8").waitFor();
      expect(web.heard[0]?.text).toBe("/xephang thang 8");
    });
  });

  it("finds commands as one types them, without accents and by what they do", async () => {
    await open(await start(), async (page) => {
      const input = page.getByLabel("Câu hỏi");
      const options = page.getByRole("option");
      await input.pressSequentially("/x");
      expect(await options.locator("b").allInnerTexts()).toEqual(["/xephang", "/xa"]);
      await input.press("ArrowDown");
      await input.press("Enter");
      expect(await input.inputValue()).toBe("/xa ");
      expect(await options.count()).toBe(0);
      await input.fill("/huong");
      expect(await options.locator("b").allInnerTexts()).toEqual(["/trogiup"]);
      await input.press("Escape");
      expect(await options.count()).toBe(0);
      await page.getByRole("button", { name: "Các lệnh" }).click();
      expect(await options.count()).toBe(4);
    });
  });

  it("brings back what was sent with the arrow keys, also after a reload", async () => {
    await open(await start(), async (page) => {
      await say(page, "một");
      await say(page, "hai");
      await page.getByText("nghe: hai").waitFor();
      await page.reload();
      await page.getByText("nghe: hai").waitFor();
      const input = page.getByLabel("Câu hỏi");
      const seen: string[] = [];
      for (const key of ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"]) {
        await input.press(key);
        seen.push(await input.inputValue());
      }
      expect(seen).toEqual(["hai", "một", "một", "hai", ""]);
    });
  });

  it("breaks lines with Shift+Enter and keeps the lines of a pasted text", async () => {
    const web = await start();
    await open(web, async (page) => {
      const input = page.getByLabel("Câu hỏi");
      await input.pressSequentially("dòng 1");
      await input.press("Shift+Enter");
      await page.keyboard.insertText("dòng 2\n\ndòng 4");
      await input.press("Enter");
      await page.getByText("nghe: dòng 1").waitFor();
      expect(web.heard[0]?.text).toBe("dòng 1\ndòng 2\n\ndòng 4");
      expect(await page.locator(".message.me .text").innerText()).toBe("dòng 1\ndòng 2\n\ndòng 4");
    });
  });

  it("puts a command named in an answer into the input when tapped", async () => {
    await open(await start(), async (page) => {
      await say(page, "/xephang thang 8");
      await page.getByRole("button", { name: "/kiemtra 7KQ2" }).click();
      expect(await page.getByLabel("Câu hỏi").inputValue()).toBe("/kiemtra 7KQ2");
    });
  });

  it("says that a text is too long before it is sent, and sends nothing empty", async () => {
    const web = await start();
    await open(web, async (page) => {
      await say(page, "x".repeat(8001));
      await page.getByText("dưới 8.000 ký tự").waitFor();
      await say(page, "   ");
      await say(page, "ngắn");
      await page.getByText("nghe: ngắn").waitFor();
      expect(web.heard.map((inbound) => inbound.text)).toEqual(["ngắn"]);
    });
  });
});

describe("the web chat's line", () => {
  it("comes back by itself after the bot restarts, says so, and keeps what is on the page", async () => {
    const first = await start();
    await open(first, async (page) => {
      await say(page, "trước");
      await page.getByText("nghe: trước").waitFor();
      await first.stop();
      await page.getByText("Mất kết nối, đang nối lại…").waitFor();
      await start({ port: first.port });
      await page.getByText("Đã nối lại.").waitFor();
      await say(page, "sau");
      await page.getByText("nghe: sau").waitFor();
      expect(await bubbles(page).allInnerTexts()).toEqual(["nghe: trước", "nghe: sau"]);
    });
  });

  it("keeps what could not be sent, and sends it when asked again", async () => {
    const first = await start();
    await open(first, async (page) => {
      await page.getByRole("heading", { name: "Anh/chị muốn xem kết quả nào?" }).waitFor();
      await first.stop();
      await say(page, "câu hỏi");
      await page.getByText("Chưa gửi được.").waitFor();
      await page.getByText("Mất kết nối, đang nối lại…").waitFor();
      await start({ port: first.port });
      await page.getByText("Đã nối lại.").waitFor();
      await page.getByRole("button", { name: "Gửi lại" }).click();
      await page.getByText("nghe: câu hỏi").waitFor();
      expect(await page.locator(".message.me").count()).toBe(1);
      expect(await page.getByText("Chưa gửi được.").count()).toBe(0);
    });
  });
});
