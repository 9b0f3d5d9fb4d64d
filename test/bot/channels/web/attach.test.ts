import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { MAX_BYTES } from "#services/documents/read-document.ts";
import { open, start } from "#test/bot/channels/web/open-page.ts";
import { type RunningWeb, reply, stopAll } from "#test/bot/channels/web/start-web.ts";

afterEach(stopAll);

const DOCX = readFileSync(
  new URL("../../../fixtures/documents/office-set/docx/tienlu.docx", import.meta.url),
);
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const word: Given = { name: "công văn 1532.docx", mimeType: WORD, buffer: DOCX };
const photo = (name: string): Given => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(name) });

/** A bot that says how many files it was sent at once, and how large they are. */
const counting = (): Promise<RunningWeb> =>
  start({
    receive: async ({ files = [], chat }, web) => {
      const sizes = await Promise.all(files.map(async ({ bytes }) => (await bytes()).length));
      await web.send(chat, reply(`nhận: ${sizes.join(" ")}`));
    },
  });

/** As a person drags files from a folder onto the page, or pastes them; `words`: what was copied with them. */
async function give(page: Page, how: "drop" | "paste", files: readonly Given[], words = ""): Promise<void> {
  const given = files.map(({ buffer, ...rest }) => ({ ...rest, base64: buffer.toString("base64") }));
  await page.evaluate(`{
    const data = new DataTransfer();
    for (const { name, mimeType: type, base64 } of ${JSON.stringify(given)}) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    const words = ${JSON.stringify(words)};
    if (words) data.setData("text/plain", words);
    const options = { dataTransfer: data, clipboardData: data, bubbles: true, cancelable: true };
    const event = ${how === "drop"} ? new DragEvent("drop", options) : new ClipboardEvent("paste", options);
    document.getElementById("input").dispatchEvent(event);
  }`);
}

/** Notes from now on what stands under a message while it is sent; the result tells all of it. */
async function noteProgress(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(`{
    globalThis.progress = [];
    new MutationObserver(() => {
      const words = document.querySelector(".sending")?.textContent;
      if (words) progress.push(words);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }`);
  return () => page.evaluate("progress");
}

const attached = (page: Page) => page.locator(".message.me .attached");

describe("a file in the web chat", () => {
  it("is sent when it is dropped anywhere, and stands there by its name, also after a reload", async () => {
    const web = await counting();
    await open(web, async (page) => {
      await give(page, "drop", [word]);
      await page.getByText(`nhận: ${DOCX.length}`).waitFor();
      expect(web.heard[0]?.files?.[0]?.name).toBe(word.name);
      await page.reload();
      await page.getByText(`nhận: ${DOCX.length}`).waitFor();
      expect(await attached(page).allInnerTexts()).toEqual([word.name]);
      expect(await page.locator(".sending, .unsent").count()).toBe(0);
    });
  });

  it("is sent when it is pasted, but words pasted with a picture of them stay words", async () => {
    await open(await counting(), async (page) => {
      await give(page, "paste", [photo("image.png")]);
      await page.getByText("nhận: 9").waitFor();
      await give(page, "paste", [photo("image.png")], "88,03");
      await give(page, "paste", [word]);
      await page.getByText(`nhận: ${DOCX.length}`).waitFor();
      expect(await attached(page).allInnerTexts()).toEqual(["image.png", word.name]);
    });
  });

  it("may be chosen with others: pictures are the pages of one paper by their names, others papers by themselves", async () => {
    const web = await counting();
    await open(web, async (page) => {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Gửi tệp" }).click(),
      ]);
      expect(chooser.isMultiple()).toBe(true);
      await chooser.setFiles([photo("trang 10.jpg"), word, photo("trang 9.jpg")]);
      await page.getByText(`nhận: ${DOCX.length}`).waitFor();
      expect(web.heard.map(({ files = [] }) => files.map(({ name }) => name))).toEqual([
        ["trang 9.jpg", "trang 10.jpg"],
        [word.name],
      ]);
    });
  });

  it("that is too large is told so before it is sent, and not offered again", async () => {
    const web = await counting();
    await open(web, async (page) => {
      const buffer = Buffer.alloc(MAX_BYTES + 1);
      await give(page, "drop", [{ name: "quet.pdf", mimeType: "application/pdf", buffer }]);
      await page.getByText("Tệp lớn hơn 20 MB. Anh/chị tách nhỏ rồi gửi.").waitFor();
      expect(await page.getByRole("button", { name: "Gửi lại" }).count()).toBe(0);
      expect(web.heard).toEqual([]);
    });
  });

  it("says how much of it is sent while that takes long", async () => {
    await open(await counting(), async (page) => {
      const line = await page.context().newCDPSession(page);
      const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
      await line.send("Network.emulateNetworkConditions", slow);
      const progress = await noteProgress(page);
      const buffer = Buffer.alloc(800_000);
      await give(page, "drop", [{ name: "quet.pdf", mimeType: "application/pdf", buffer }]);
      await page.getByText("nhận: 800000").waitFor();
      const seen = await progress();
      expect(seen.every((words) => /^Đang gửi \d+ %$/.test(words))).toBe(true);
      const parts = new Set(seen.map((words) => Number(words.match(/\d+/)?.[0])));
      expect([...parts].some((part) => part > 0 && part < 100)).toBe(true);
      expect(await page.locator(".sending").count()).toBe(0);
    });
  });

  it("that did not arrive is kept by the page, and sent when asked again", async () => {
    const first = await counting();
    await open(first, async (page) => {
      await page.getByRole("heading", { name: "Anh/chị muốn xem kết quả nào?" }).waitFor();
      await first.stop();
      await give(page, "drop", [word]);
      await page.getByText("Chưa gửi được.").waitFor();
      await page.getByText("Mất kết nối, đang nối lại…").waitFor();
      const second = await start({ port: first.port });
      await page.getByText("Đã nối lại.").waitFor();
      await page.getByRole("button", { name: "Gửi lại" }).click();
      await page.getByText("nghe:").waitFor();
      expect(second.heard[0]?.files?.[0]?.size).toBe(DOCX.length);
      expect(await attached(page).count()).toBe(1);
    });
  });
});
