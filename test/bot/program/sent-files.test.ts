import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { cleaned } from "#bot/answering/cleaned.ts";
import type { Meanwhile } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";
import { openStore } from "#services/store/open-store.ts";
import { chatId } from "#test/support/chat-id.ts";
import { enter, kept, labels, owed, results } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const bots: TestBot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
});

const PERSON = "test:person";

async function start(store?: Awaited<ReturnType<typeof openStore>>): Promise<TestBot> {
  const bot = await startBot({ operators: [PERSON], ...(store && { store }) });
  bots.push(bot);
  return bot;
}

const SET = new URL("../../fixtures/documents/office-set/", import.meta.url);
const fixture = (path: string): Uint8Array => readFileSync(new URL(path, SET));
const textFile = (text: string): Uint8Array => new TextEncoder().encode(text);

let sent = 0;

/** A file sent in private by somebody who may take papers in. */
async function send(
  bot: TestBot,
  bytes: Uint8Array,
  { name = "tệp.docx", meanwhile = (_: Meanwhile): void => undefined } = {},
): Promise<Reply> {
  const inbound = cleaned({
    id: `file-${sent++}`,
    chat: chatId("test:1"),
    chatKind: "private",
    chatName: "",
    sender: { id: chatId(PERSON), name: "" },
    text: "",
    wordless: true,
    takesFiles: true,
    files: [{ name, size: bytes.length, bytes: async () => bytes }],
    addressed: true,
    isChatAdmin: async () => true,
    meanwhile,
  });
  return owed(await bot.app.dispatch(inbound));
}

describe("a file that is sent", () => {
  it("tells page by page how far it is read", async () => {
    const told: string[] = [];
    const meanwhile = ({ now }: Meanwhile) => void told.push(now.text);
    await send(await start(), fixture("pdf/prov34.chromium.pdf"), { meanwhile });
    expect(told[0]).toMatch(/^Đang đọc trang 1\/\d+…$/u);
    const [, page, of] = told.at(-1)?.match(/trang (\d+)\/(\d+)/u) ?? [];
    expect(Number(of)).toBeGreaterThan(1);
    expect(page).toBe(of);
  });

  it("is confirmed although the bot was started anew after its preview", async () => {
    const store = await openStore("file::memory:");
    const first = await start(store);
    const preview = await send(first, fixture("docx/tienlu.docx"));
    bots.pop();
    await first.stop();
    const stored = await enter(await start(store), preview, { from: PERSON });
    expect(stored.text.text).toMatch(/^Đã lưu: huyện Tiên Lữ, tháng 8\/2024/u);
    for (const bot of bots.splice(0)) await bot.stop();
    await store.close();
  });

  it.each(["MẬT", "TỐI MẬT", "TUYỆT MẬT"])(
    "and is marked %s is refused, and nothing of it kept",
    async (mark) => {
      const bot = await start();
      const before = await results(bot);
      const letter = `ỦY BAN NHÂN DÂN\nHUYỆN TIÊN LỮ\n${mark}\nSố: 15/BC-UBND\n\nKết quả tháng 8/2024: xã Thủ Sỹ đạt 89,63 điểm.`;
      const reply = await send(bot, textFile(letter), { name: "bao-cao.txt" });
      expect(reply.refused).toBe("document-refused");
      expect(reply.text.text).toMatch(/mật/iu);
      expect(labels(reply)).not.toContain("Nhập");
      expect(await results(bot)).toEqual(before);
      expect(await kept(bot, "intake/")).toEqual([]);
    },
  );

  it("and is refused leaves half-typed what was half-typed", async () => {
    const bot = await start();
    expect(await bot.answer("/xa", { from: PERSON })).toMatch(/^Anh\/chị gõ thêm tên đơn vị/u);
    const refused = await send(bot, fixture("hostile/trunc.docx"));
    expect(refused.refused).toBe("document-refused");
    expect(await bot.answer("Cương Chính", { from: PERSON })).toContain("Cương Chính");
  });

  it.each([
    ["a path", "../../../etc/passwd", /^Tệp: \.\.\/\.\.\/\.\.\/etc\/passwd\n/u],
    [
      "several lines",
      "a.docx\nĐã lưu: huyện Tiên Lữ\r\n/nhap",
      /^Tệp: a\.docx Đã lưu: huyện Tiên Lữ \/nhap\n/u,
    ],
    ["a name that turns round", "cong-van\u202excod.exe", /^Tệp: cong-vanxcod\.exe\n/u],
    ["300 letters", `${"công văn ".repeat(33)}.docx`, /^Tệp: [^\n]{40,60}\n/u],
    ["nothing", "", /^UBND huyện Tiên Lữ/u],
  ])("may be called %s", async (_, name, head) => {
    const reply = await send(await start(), fixture("docx/tienlu.docx"), { name });
    expect(reply.text.text).toMatch(head);
  });
});
