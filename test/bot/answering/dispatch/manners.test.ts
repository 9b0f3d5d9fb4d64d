import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDispatch, type DispatchOptions } from "#bot/answering/dispatch/dispatch.ts";
import { defineCommand } from "#commands/define-command.ts";
import { commands } from "#commands/index.ts";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";
import { createDialogues } from "#services/dialogues/dialogues.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Role } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";
import { type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

const CHATTER: SayOptions = { chat: "test:group", chatKind: "group", addressed: false };

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

describe("in a group, when not addressed", () => {
  it.each(["sáng nay họp lúc mấy giờ?", "xephang", "/weather", "/", "tháng 8 xã nào thấp nhất?", "🎉", ""])(
    "the bot is silent on %j",
    async (text) => {
      expect(await bot.say(text, CHATTER)).toBeNull();
    },
  );

  it.each(["/xephang", "/xếp hạng t8", "/XA Cương Chính"])("it answers %j", async (text) => {
    expect(await bot.say(text, CHATTER)).toMatchObject({ actions: expect.any(Array) });
  });

  it("declines what is surely its own command", async () => {
    expect(await bot.say("/xa Qqqq Zzzz", CHATTER)).toMatchObject({ refused: "unknown-unit" });
  });
});

describe("when addressed", () => {
  it.each(["cảm ơn bot", "Cam on em nhieu nhe!", "ok", "vâng, rõ rồi", "👍", "tốt lắm 👏"])(
    "thanks and assent are no question: %s",
    async (text) => {
      const reply = await bot.say(text);
      expect(reply).toMatchObject({ refused: "not-understood" });
      expect(reply?.text.text).toMatch(/^Anh\/chị cần xem gì\?/u);
    },
  );

  it.each([
    ["tháng 8 xã nào thấp nhất?", "5 đơn vị cuối bảng"],
    ["xã nào dẫn đầu", "Xếp hạng tháng 8/2024 · huyện Tiên Lữ"],
    ["Cương Chính", "Xã Cương Chính, huyện Tiên Lữ"],
    ["cuong chinh thang 8 the nao?", "Xã Cương Chính, huyện Tiên Lữ"],
    ["tình hình tháng 8", "Tổng hợp tháng 8/2024"],
    ["tháng 8/2024", "Tổng hợp tháng 8/2024"],
    ["8", "Tổng hợp tháng 8/2024"],
    ["3", "Chưa có số liệu tháng 3/2026 của huyện Tiên Lữ. Đã có: tháng 8/2024."],
    ["12", "Chưa có số liệu tháng 12/2025 của huyện Tiên Lữ."],
    ["số liệu lấy từ văn bản nào?", "Nguồn số liệu"],
    ["tiến độ xã nào thấp nhất", "Cương Chính 82,71%"],
    ["tỉnh nào dẫn đầu cả nước?", "cả nước · 34 tỉnh, thành phố"],
    ["34 tỉnh năm 2026", "cả nước · 34 tỉnh, thành phố"],
    ["Hà Nội xếp thứ mấy cả nước năm 2026?", "hạng 33/34"],
    ["huyện Mê Linh tháng 7/2024 xếp hạng mấy", "xếp hạng công bố 13/30"],
    ["hồ sơ quá hạn Tứ Kỳ", "Hồ sơ quá hạn: 23 hồ sơ"],
    ["xin chào", "Bot 766"],
    ["hướng dẫn", "Các lệnh của Bot 766"],
  ])("plain words are understood: %s", async (text, expected) => {
    expect(await bot.answer(text, { chat: `test:plain ${text}` })).toContain(expected);
  });

  it("a question for no command is answered with what can be asked", async () => {
    const reply = await bot.say("ai là bí thư?");
    expect(reply).toMatchObject({ refused: "not-understood" });
    expect(reply?.actions.flat()).toContainEqual({ label: "Trợ giúp", command: "/trogiup" });
  });
});

describe("joining a group", () => {
  it("is greeted with the home scope and three ways on", async () => {
    const greeting = await bot.say("", { ...CHATTER, event: "joined" });
    expect(greeting?.text.text).toContain("huyện Tiên Lữ");
    expect(greeting?.actions.flat().map(({ command }) => command)).toEqual([
      "/tonghop",
      "/xephang",
      "/trogiup",
    ]);
  });
});

describe("a group's home scope", () => {
  it("is changed by its admins and by operators, and shown to everyone", async () => {
    const change = "/diaban tỉnh Gia Lai";
    const group = { ...CHATTER, chat: "test:moving" };
    expect(await bot.say(change, group)).toMatchObject({ refused: "chat-admin-only" });
    expect(await bot.answer("/diaban", group)).toContain("huyện Tiên Lữ");
    expect(await bot.answer(change, { ...group, isChatAdmin: true })).toContain("tỉnh Gia Lai");
    expect(await bot.answer("/diaban", group)).toContain("tỉnh Gia Lai");
    expect(await bot.answer("/diaban huyện Tiên Lữ", { ...group, as: "operator" })).toContain(
      "huyện Tiên Lữ",
    );
  });

  it("holds in that chat only", async () => {
    await bot.say("/diaban tỉnh Gia Lai", { chat: "test:a" });
    expect(await bot.answer("/xephang", { chat: "test:a" })).toContain("tỉnh Gia Lai");
    expect(await bot.answer("/xephang", { chat: "test:b" })).toContain("huyện Tiên Lữ");
  });
});

describe("a role", () => {
  const ROLES: readonly Role[] = ["viewer", "officer", "editor", "operator"];

  /** A bot of one command that needs `needed`, asked by somebody who is `as`. */
  async function ask(needed: Role, as: Role, options: Partial<DispatchOptions> = {}) {
    const echo = defineCommand({
      name: "batdau",
      words: (t) => t.start,
      role: needed,
      slots: {},
      run: async () => ({ text: lines("được"), actions: [] }),
    });
    const failures: unknown[] = [];
    const dispatch = createDispatch({
      commands: [echo, ...commands.filter(({ name }) => name !== "batdau")],
      services: bot.app.services,
      catalogs: { vi, en },
      locale: "vi",
      home: () => bot.app.services.units.get("vn") ?? fail("no country"),
      roleOf: () => as,
      meet: bot.app.lifecycle.meet,
      admit: async () => ({ kind: "in" }),
      tell: async () => false,
      takeBackIn: () => null,
      showsTablesIn: () => false,
      dialogues: createDialogues({ store: bot.store, clock: () => new Date() }),
      onError: (error) => failures.push(error),
      ...options,
    });
    return { reply: await dispatch(inbound("/batdau")), failures };
  }

  const inbound = (text: string): Inbound => ({
    id: "1",
    chat: "test:1",
    chatKind: "private",
    chatName: "",
    sender: { id: "test:person", name: "" },
    text,
    addressed: true,
    isChatAdmin: async () => true,
  });

  it("runs the commands of its own rank and those below, no other", async () => {
    for (const [rank, as] of ROLES.entries()) {
      for (const [neededRank, needed] of ROLES.entries()) {
        const { reply } = await ask(needed, as);
        expect(reply?.refused).toBe(rank >= neededRank ? undefined : "role-needed");
      }
    }
  });

  it("is named when it is missing", async () => {
    expect((await ask("editor", "viewer")).reply?.text.text).toMatch(/^Lệnh này dành cho người nhập liệu\./u);
  });

  it("does not help in a chat that is not approved", async () => {
    const { reply } = await ask("viewer", "viewer", {
      admit: async () => ({ kind: "told", request: false }),
    });
    expect(reply).toMatchObject({ refused: "chat-not-approved" });
    expect(reply?.text.text).toContain("test:1");
  });

  it("a failure of the bot is told once to its makers, and to the asker without its details", async () => {
    const { reply, failures } = await ask("viewer", "viewer", {
      admit: async () => {
        throw new Error("secret detail");
      },
    });
    expect(failures).toHaveLength(1);
    expect(reply?.refused).toBe("unexpected");
    expect(reply?.text.text).toBe(vi.unexpected);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
