import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { WebChannel } from "#bot/channels/web/web.ts";
import type { Inbound } from "#services/inbound.ts";
import { bold, code, italic, lines, text } from "#services/reply/text.ts";
import { type RunningWeb, reply, startWeb, type WebSetting } from "#test/bot/channels/web/start-web.ts";
import { type PageOptions, withPage } from "#test/support/browser.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

export const PHONE: PageOptions = { viewport: { width: 390, height: 844 }, phone: true };

/** The web chat with a bot that ranks when a month is named, and else says the same words back. */
export function start(setting: WebSetting = {}): Promise<RunningWeb> {
  return startWeb({ receive: answer, ...setting });
}

/** Opens the page; fails the test when the browser complains about anything the page did. */
export async function open(web: RunningWeb, use: (page: Page) => Promise<void>, options: PageOptions = {}) {
  const complaints: string[] = [];
  await withPage(web.url, options, async (page) => {
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => {
      if (/Content Security Policy|Uncaught/.test(line.text())) complaints.push(line.text());
    });
    await use(page);
  });
  expect(complaints).toEqual([]);
}

export async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel("Câu hỏi").fill(words);
  await page.getByLabel("Câu hỏi").press("Enter");
}

/** Texts of what the bot said. */
export const bubbles = (page: Page) => page.locator(".message.bot .text");

async function answer({ text: asked, chat, pressed }: Inbound, web: WebChannel): Promise<void> {
  const month = /thang (\d+)/.exec(asked)?.[1];
  const options = pressed ? { replace: pressed } : {};
  await web.send(chat, month ? ranking(Number(month)) : reply(`nghe: ${asked}`), options);
}

function ranking(month: number) {
  return reply(
    lines(
      text`${bold(`Xếp hạng tháng ${month}`)} · huyện Tiên Lữ`,
      "",
      text`Dẫn đầu: ${bold(text`Thủ Sỹ ${italic("89,63")}`)}`,
      text`Kiểm tra: ${code("/kiemtra 7KQ2")}`,
    ),
    {
      picture: tinyPicture({ key: `rank/${month}`, width: 1080, height: 1280, fails: month === 2 }),
      actions: [
        [
          { label: "‹ Tháng trước", command: `/xephang thang ${month - 1}` },
          { label: "Tháng sau ›", command: `/xephang thang ${month + 1}` },
        ],
        [{ label: "Xã Cương Chính", command: "/xa Cương Chính" }],
      ],
    },
  );
}
