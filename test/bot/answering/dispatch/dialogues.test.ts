import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDispatch, type Dispatch } from "#bot/answering/dispatch/dispatch.ts";
import { defineCommand } from "#commands/define-command.ts";
import { commands } from "#commands/index.ts";
import { slot } from "#commands/slots/slot.ts";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";
import { createDialogues } from "#services/dialogues/dialogues.ts";
import type { Inbound } from "#services/inbound.ts";
import { Refusal, type Role } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { chatId } from "#test/support/chat-id.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
let now: number;
/** What the form below was filled with. */
let filled: string[];
beforeEach(async () => {
  now = Date.parse("2026-11-21T08:00:00+07:00");
  filled = [];
  bot = await startBot({ clock: () => new Date(now) });
});
afterEach(() => bot.stop());

/** Asks for a cause, then for a remedy; a command with two questions. */
const form = defineCommand({
  name: "batdau",
  words: (t) => t.start,
  role: "officer",
  slots: { words: slot.words() },
  async run({ slots }) {
    const [, step = "", words = ""] = /^(cause|remedy)?\s*([\s\S]*)$/u.exec(slots.words) ?? [];
    if (words === "từ chối") throw new Refusal("wrong-code", {}, [], `/batdau ${step}`);
    if (words !== "") filled.push(`${step}: ${words}`);
    if (step === "remedy" && words !== "") return said("xong");
    const next = step === "" || words === "" ? step || "cause" : "remedy";
    return { ...said(`${next}?`), expects: `/batdau ${next}` };
  },
});

const said = (text: string): Reply => ({ text: lines(text), actions: [] });

interface Speaker {
  readonly as?: Role;
  readonly addressed?: boolean;
  readonly from?: string;
  readonly chat?: string;
  readonly id?: string;
  readonly wordless?: boolean;
}

/** The bot with that form for `/batdau`, or another process of it. */
function open(): (text: string, speaker?: Speaker) => Promise<string | null> {
  let heard = 0;
  let as: Role = "officer";
  const dispatch: Dispatch = createDispatch({
    commands: [form, ...commands.filter(({ name }) => name !== "batdau")],
    services: bot.app.services,
    catalogs: { vi, en },
    locale: "vi",
    home: () => bot.app.services.units.get("vn") ?? expect.fail("no country"),
    roleOf: () => as,
    meet: bot.app.lifecycle.meet,
    admit: async () => ({ kind: "in" }),
    tell: async () => false,
    takeBackIn: () => null,
    showsTablesIn: () => false,
    dialogues: createDialogues({ store: bot.store, clock: () => new Date(now) }),
    onError: (error) => expect.fail(String(error)),
  });
  const group = `${Math.random()}`;
  return async (text, speaker = {}) => {
    heard += 1;
    as = speaker.as ?? "officer";
    const from = chatId(speaker.from ?? "test:an");
    const inbound: Inbound = {
      id: speaker.id ?? `${group}/${heard}`,
      chat: chatId(speaker.chat ?? from),
      chatKind: speaker.chat ? "group" : "private",
      chatName: "",
      sender: { id: from, name: "" },
      text,
      addressed: speaker.addressed ?? true,
      wordless: speaker.wordless ?? false,
      isChatAdmin: async () => false,
    };
    return (await dispatch(inbound))?.text.text ?? null;
  };
}

describe("plain words after a question", () => {
  it("complete the command that was half-typed, and the next one it asks for", async () => {
    const say = open();
    expect(await say("/batdau")).toBe("cause?");
    expect(await say("Thiếu cán bộ")).toBe("remedy?");
    expect(await say("Bố trí thêm")).toBe("xong");
    expect(filled).toEqual(["cause: Thiếu cán bộ", "remedy: Bố trí thêm"]);
    expect(await say("thiếu cán bộ")).toMatch(/^Bot chưa hiểu/u);
  });

  it("may come after a picture or a voice, which is declined and answers nothing", async () => {
    const say = open();
    await say("/batdau");
    expect(await say("", { wordless: true })).toMatch(/^Ở đây bot chỉ đọc được tin bằng chữ/u);
    expect(await say("Thiếu cán bộ")).toBe("remedy?");
    expect(filled).toEqual(["cause: Thiếu cán bộ"]);
  });

  it.each([
    "Tổng hợp số liệu chậm",
    "xếp hạng thấp do hồ sơ đất đai",
    "Xã Cương Chính thiếu máy quét",
    "15/12/2026",
    "Thôi thì bố trí thêm người",
    "không",
  ])("are taken as they stand: %s", async (words) => {
    const say = open();
    await say("/batdau");
    expect(await say(words)).toBe("remedy?");
    expect(filled).toEqual([`cause: ${words}`]);
  });

  it("keep their lines, and may be longer than a question", async () => {
    const say = open();
    const words = `– Thiếu cán bộ\n– ${"Hồ sơ đất đai tồn đọng. ".repeat(60)}\n– Hệ thống chậm`;
    await say("/batdau");
    expect(words.length).toBeGreaterThan(1_400);
    expect(await say(words)).toBe("remedy?");
    expect(filled).toEqual([`cause: ${words}`]);
  });

  it("over 2,000 characters are declined, and can be sent again shorter", async () => {
    const say = open();
    await say("/batdau");
    expect(await say("x".repeat(2_001))).toBe(
      "Nội dung dài 2.001 ký tự, bot chỉ nhận tối đa 2.000. Anh/chị gửi lại bản ngắn hơn, hoặc gõ “thôi” để dừng.",
    );
    expect(await say("ngắn")).toBe("remedy?");
  });

  it("that are declined can be said again", async () => {
    const say = open();
    await say("/batdau cause");
    expect(await say("từ chối")).toMatch(/^Mã không đúng/u);
    expect(await say("được rồi")).toBe("remedy?");
  });

  it("count with the rights their sender has then", async () => {
    const say = open();
    await say("/batdau");
    expect(await say("Thiếu cán bộ", { as: "viewer" })).toMatch(/^Lệnh này dành cho cán bộ phụ trách/u);
    expect(filled).toEqual([]);
  });

  it("heard twice are the same answer", async () => {
    const say = open();
    await say("/batdau");
    await say("Thiếu cán bộ", { id: "7" });
    expect(await say("Thiếu cán bộ", { id: "7" })).toBe("remedy?");
    await say("Bố trí thêm", { id: "8" });
    expect(await say("Bố trí thêm", { id: "8" })).toBe("xong");
    expect(filled).toEqual([
      "cause: Thiếu cán bộ",
      "cause: Thiếu cán bộ",
      "remedy: Bố trí thêm",
      "remedy: Bố trí thêm",
    ]);
  });

  it("reach another process over the same store", async () => {
    await open()("/batdau");
    expect(await open()("Thiếu cán bộ")).toBe("remedy?");
  });
});

describe("a dialogue ends", () => {
  it.each(["/tonghop", "/", "trợ giúp", "xephang"])("with the command %s", async (command) => {
    const say = open();
    await say("/batdau");
    await say(command);
    expect(await say("Thiếu cán bộ")).toMatch(/^Bot chưa hiểu/u);
    expect(filled).toEqual([]);
  });

  it.each(["thôi", "Huỷ", "hủy bỏ", "BỎ QUA", "stop."])(
    "with the word %s, and can be taken up again",
    async (word) => {
      const say = open();
      await say("/batdau");
      expect(await say(word)).toBe("Đã dừng. Muốn làm tiếp, anh/chị chọn mục bên dưới.");
      expect(await say(word)).toMatch(/^Bot chưa hiểu/u);
      expect(await say("/batdau cause")).toBe("cause?");
      expect(await say("Thiếu cán bộ")).toBe("remedy?");
    },
  );

  it("after a day", async () => {
    const say = open();
    await say("/batdau");
    now += 24 * 3600_000;
    expect(await say("Thiếu cán bộ")).toMatch(/^Bot chưa hiểu/u);
  });
});

describe("in a group", () => {
  const GROUP = { chat: "test:group" };

  it("only whoever was asked answers, and only when the bot is addressed", async () => {
    const say = open();
    await say("/batdau", GROUP);
    expect(await say("Tôi thì sao", { ...GROUP, from: "test:binh" })).toMatch(/^Bot chưa hiểu/u);
    expect(await say("chuyện khác", { ...GROUP, addressed: false })).toBeNull();
    expect(await say("/weather", { ...GROUP, addressed: false })).toBeNull();
    expect(await say("Thiếu cán bộ", GROUP)).toBe("remedy?");
    expect(filled).toEqual(["cause: Thiếu cán bộ"]);
  });

  it("and in no other chat", async () => {
    const say = open();
    await say("/batdau", GROUP);
    expect(await say("Thiếu cán bộ")).toMatch(/^Bot chưa hiểu/u);
  });
});

describe("the whole bot", () => {
  it("takes the check code it asked for", async () => {
    const caption = (await bot.say("/nguon"))?.text.text ?? "";
    const [, code = ""] = /mã (\w{4})/u.exec(caption) ?? [];
    expect(await bot.answer("/kiemtra")).toMatch(/^Anh\/chị gõ mã/u);
    expect(await bot.answer(code)).toContain(code);
  });
});
