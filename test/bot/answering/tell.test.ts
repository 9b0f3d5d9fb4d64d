import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTell } from "#bot/answering/tell.ts";
import { catalogs } from "#locales/catalogs.ts";
import { createDialogues } from "#services/dialogues/dialogues.ts";
import type { ChatId } from "#services/ids.ts";
import { lines } from "#services/reply/text.ts";
import { SendError } from "#services/send-error.ts";
import { createLog } from "#test/support/log.ts";
import { createRecordingChannel, type RecordingChannel } from "#test/support/recording-channel.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const AN = { from: "test:an", chat: "test:an" };
const CODE = "/kiemtra";

let bot: TestBot;
let channel: RecordingChannel;
beforeEach(async () => {
  bot = await startBot();
  channel = createRecordingChannel();
  await bot.app.listen(channel);
});
afterEach(() => bot.stop());

/** Asks a chat, unasked, for a check code. */
function askForCode(chat: ChatId): Promise<boolean> {
  const { channels, services, lifecycle } = bot.app;
  const clock = () => new Date("2026-11-21T08:00:00+07:00");
  const dialogues = createDialogues({ store: bot.store, clock });
  const tell = createTell({
    ...{ channels, lifecycle, dialogues, catalogs },
    chats: services.chats,
    locale: "vi",
    log: createLog(),
  });
  return tell(chat, () => ({ text: lines("Mã nào?"), actions: [], expects: CODE }));
}

const NO_SUCH_CODE = /^Không có số liệu nào mang mã “ABCD”/u;

describe("a question put to a person's private chat unasked", () => {
  it("is answered by the plain words typed next", async () => {
    expect(await askForCode("test:an")).toBe(true);
    expect(channel.sent.map(({ reply }) => reply.text.text)).toEqual(["Mã nào?"]);
    expect(await bot.answer("ABCD", AN)).toMatch(NO_SUCH_CODE);
  });

  it("takes the place of what that person had half-typed there", async () => {
    await bot.say("/batdau", AN);
    await askForCode("test:an");
    expect(await bot.answer("ABCD", AN)).toMatch(NO_SUCH_CODE);
    expect(await bot.answer("ABCD", AN)).toMatch(/^Bot chưa hiểu/u);
  });

  it("expects nothing when it did not arrive", async () => {
    channel.answer("test:an", () => new SendError("blocked", { kind: "forget-chat" }));
    expect(await askForCode("test:an")).toBe(false);
    expect(await bot.answer("ABCD", AN)).toMatch(/^Bot chưa hiểu/u);
  });

  it("expects nothing of a group, where nobody is named", async () => {
    const group = { chat: "test:group", chatKind: "group", chatName: "Tổ 766" } as const;
    await bot.say("/batdau", { ...AN, ...group });
    await askForCode("test:group");
    expect(await bot.answer("ABCD", { ...AN, ...group })).toMatch(/^Bot chưa hiểu/u);
  });
});
