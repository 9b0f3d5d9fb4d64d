import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageOptions, withPage } from "#test/support/browser.ts";
import { type Program, startProgram } from "#test/support/program.ts";

const PHONE: PageOptions = { viewport: { width: 390, height: 844 }, phone: true };

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(async () => {
  const { code, stderr } = await program.stop();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

/** Opens the bot's page; fails when the browser complains. */
async function open(options: PageOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const complaints: string[] = [];
  await withPage(program.address ?? "", options, async (page) => {
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => {
      if (line.type() === "error") complaints.push(line.text());
    });
    await use(page);
  });
  expect(complaints).toEqual([]);
}

const answers = (page: Page) => page.locator(".message.bot");

/** Width in pixels of the last picture once the browser has it. */
async function loadedWidth(page: Page): Promise<unknown> {
  await answers(page).locator("img").last().scrollIntoViewIfNeeded();
  return page.evaluate(`(async () => {
    const image = [...document.querySelectorAll(".message.bot img")].at(-1);
    await image.decode();
    return image.naturalWidth;
  })()`);
}

describe.each([
  ["a computer", {}],
  ["a phone", PHONE],
])("the whole bot in the browser of %s", (_, options) => {
  it("answers a suggestion with the figures and their picture, and a button in its place", async () => {
    await open(options, async (page) => {
      await page.getByRole("button", { name: "/xephang", exact: true }).click();
      await page.getByText("Xếp hạng tháng 8/2024 · huyện Tiên Lữ").waitFor();
      expect(await answers(page).innerText()).toContain("Thủ Sỹ 89,63");
      expect(await loadedWidth(page)).toBe(1080);

      await page.getByRole("button", { name: "Nguồn", exact: true }).click();
      await page.getByText("Nguồn số liệu tháng 8/2024").waitFor();
      expect(await answers(page).count()).toBe(1);
      expect(await answers(page).locator("img").count()).toBe(0);
      await page.getByRole("button", { name: "Bảng xếp hạng" }).click();
      await page.getByText("Xếp hạng tháng 8/2024").waitFor();
      expect(await loadedWidth(page)).toBe(1080);
    });
  });

  it("finds a unit typed without accents", async () => {
    await open(options, async (page) => {
      await page.getByLabel("Câu hỏi").fill("/xa Cuong Chinh");
      await page.getByLabel("Câu hỏi").press("Enter");
      await page.getByText("Xã Cương Chính, huyện Tiên Lữ").waitFor();
      expect(await answers(page).last().innerText()).toContain("83,28");
    });
  });

  it("fits the screen from side to side", async () => {
    await open(options, async (page) => {
      await page.getByRole("button", { name: "/tonghop" }).click();
      await page.getByText("Tổng hợp tháng 8/2024").waitFor();
      await loadedWidth(page);
      expect(await page.evaluate("document.body.scrollWidth <= window.innerWidth")).toBe(true);
    });
  });
});

describe("the web chat's rights", () => {
  it("are the operator's at the machine itself", async () => {
    await open({}, async (page) => {
      await page.getByLabel("Câu hỏi").fill("/diaban tỉnh Gia Lai");
      await page.getByLabel("Câu hỏi").press("Enter");
      await page.getByText("Đã đặt địa bàn là tỉnh Gia Lai.").waitFor();
    });
  });
});
