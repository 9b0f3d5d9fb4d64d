import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

const GROUP: SayOptions = { chat: "test:group", chatKind: "group", chatName: "Tổ 766" };
const ADMIN: SayOptions = { ...GROUP, isChatAdmin: true };

/** Every setting: how it is typed, and the line by which /caidat shows it. */
const SETTINGS = [
  ["/caidat địa bàn tỉnh Gia Lai", "Địa bàn: tỉnh Gia Lai"],
  ["/caidat dia ban Gia Lai", "Địa bàn: tỉnh Gia Lai"],
  ["/diaban tỉnh Gia Lai", "Địa bàn: tỉnh Gia Lai"],
  ["/caidat chỉ số tiến độ", "Xếp hạng theo: tỷ lệ hồ sơ giải quyết đúng hạn"],
  ["/caidat xếp hạng theo số hoá", "Xếp hạng theo: số hóa hồ sơ"],
  ["/caidat chú thích ngắn", "Chú thích dưới hình: ngắn"],
  ["/caidat nhóm hồ sơ 300, 1.000 và 5000", "Nhóm hồ sơ: mốc 300, 1.000, 5.000"],
  ["/caidat nhom ho so 1000 300", "Nhóm hồ sơ: mốc 300, 1.000"],
  ["/caidat ngắn gọn", "Chú thích dưới hình: ngắn"],
  ["/caidat tiếng Anh", "Language: English"],
  ["/caidat ngôn ngữ en", "Language: English"],
] as const;

describe("/caidat shows what holds", () => {
  it("in a chat that has set nothing", async () => {
    expect(await bot.answer("/caidat")).toBe(
      [
        "Cài đặt của anh/chị",
        "Địa bàn: theo mặc định của bot",
        "Ngôn ngữ: tiếng Việt (mặc định)",
        "Xếp hạng theo: điểm tổng hợp (mặc định)",
        "Chú thích dưới hình: đầy đủ",
        "Nhóm hồ sơ: mốc 500, 2.000 (mặc định)",
        "Đổi (trong nhóm: quản trị viên hoặc người được giao nhóm): chọn mục bên dưới, hoặc gõ",
        "/caidat địa bàn tỉnh Gia Lai",
        "/caidat chỉ số tiến độ",
        "/caidat chú thích ngắn",
        "/caidat nhóm hồ sơ 500, 2.000",
        "/caidat bảng – danh sách thành bảng kẻ ô (Telegram)",
        "/caidat mặc định – bỏ mọi cài đặt",
      ].join("\n"),
    );
  });

  it("to everyone in a group, with a button for each other value", async () => {
    const card = await bot.say("/caidat", GROUP);
    expect(card?.text.text).toMatch(/^Cài đặt của nhóm\n/u);
    expect(card?.actions.flat().map(({ command }) => command)).toEqual([
      "/caidat chú thích ngắn",
      "/caidat tiếng Anh",
      "/diaban",
    ]);
  });
});

it("lists as tables are refused, with a word why, where no table can be shown", async () => {
  expect(await bot.answer("/caidat bảng")).toContain("Ở đây bot chưa gửi được bảng kẻ ô");
});

describe("a setting", () => {
  it.each(SETTINGS)("%s is set by a person for their own chat", async (typed, line) => {
    expect((await bot.say(typed))?.refused).toBeUndefined();
    expect(await bot.answer("/caidat")).toContain(line);
    expect(await bot.answer("/caidat", { chat: "test:2" })).not.toContain(line);
  });

  it.each(SETTINGS)("%s is set by a group's admins and operators, by nobody else", async (typed, line) => {
    const before = await bot.answer("/caidat", GROUP);
    expect(await bot.say(typed, GROUP)).toMatchObject({ refused: "chat-admin-only" });
    expect(await bot.answer("/caidat", GROUP)).toBe(before);
    expect((await bot.say(typed, ADMIN))?.refused).toBeUndefined();
    expect(await bot.answer("/caidat", GROUP)).toContain(line);
    const other = { ...GROUP, chat: "test:other", as: "operator" } as const;
    expect((await bot.say(typed, other))?.refused).toBeUndefined();
  });

  it("is confirmed with all that holds now, in the language that holds now", async () => {
    expect(await bot.answer("/caidat tiếng Anh")).toMatch(/^Saved\.\nYour settings\n/u);
    expect(await bot.answer("/caidat tiếng Việt")).toMatch(/^Đã lưu\.\nCài đặt của anh\/chị\n/u);
  });

  it.each([
    ["/caidat chỉ số mặc định", "Xếp hạng theo: điểm tổng hợp (mặc định)"],
    ["/caidat địa bàn mặc định", "Địa bàn: theo mặc định của bot"],
    ["/caidat chú thích đầy đủ", "Chú thích dưới hình: đầy đủ"],
    ["/caidat ngôn ngữ mặc định", "Ngôn ngữ: tiếng Việt (mặc định)"],
  ])("is undone: %s", async (typed, line) => {
    for (const [set] of SETTINGS.slice(0, 7)) await bot.say(set);
    expect(await bot.answer(typed)).toContain(line);
  });

  it("and all others are undone together", async () => {
    const before = await bot.answer("/caidat");
    for (const [set] of SETTINGS) await bot.say(set);
    await bot.say("/caidat mặc định");
    expect(await bot.answer("/caidat")).toBe(before);
  });

  it.each([
    ["/caidat màu xanh", "unknown-setting"],
    ["/caidat chỉ số xyz", "unknown-setting"],
    ["/caidat địa bàn Qqqq Zzzz", "unknown-unit"],
    ["/caidat địa bàn xã Cương Chính", "no-children"],
  ])("that is none is declined: %s", async (typed, refused) => {
    expect(await bot.say(typed)).toMatchObject({ refused });
  });

  it("of a group holds in its topics until a topic has its own", async () => {
    const topic: SayOptions = { ...ADMIN, chat: "test:group:7", group: "test:group" };
    await bot.say("/caidat địa bàn tỉnh Gia Lai", ADMIN);
    expect(await bot.answer("/diaban", topic)).toContain("tỉnh Gia Lai");
    await bot.say("/caidat địa bàn tỉnh Phú Thọ", topic);
    expect(await bot.answer("/diaban", topic)).toContain("tỉnh Phú Thọ");
    expect(await bot.answer("/diaban", GROUP)).toContain("tỉnh Gia Lai");
  });
});

describe("what settings do", () => {
  it("the default indicator is what a ranking ranks on, and the total is asked for by name", async () => {
    await bot.say("/caidat chỉ số tiến độ");
    expect(await bot.answer("/xephang thang 8")).toMatch(/^Xếp hạng tháng 8\/2024 · .*đúng hạn/u);
    const total = await bot.say("/xephang thang 8 TOTAL");
    expect(total?.text.text).toContain("Dẫn đầu: Thủ Sỹ 89,63");
    const asText = total?.actions.flat().find(({ label }) => label === "Bảng chữ");
    expect(await bot.answer(asText?.command ?? "")).toContain("1. Thủ Sỹ 89,63");
  });

  it("a list without the default indicator is ranked on what it has", async () => {
    await bot.say("/caidat chỉ số tiến độ");
    expect(await bot.say("/xephang 2026 cả nước")).toMatchObject({ picture: expect.anything() });
  });

  it("short captions leave out who moved, never what the figures are as of", async () => {
    const long = (await bot.answer("/xephang thang 8")).split("\n");
    await bot.say("/caidat chú thích ngắn");
    const short = (await bot.answer("/xephang thang 8")).split("\n");
    expect(short.length).toBeLessThan(long.length);
    expect(short.at(-1)).toBe(long.at(-1));
    expect(short.join()).not.toContain("Tăng nhiều nhất");
  });
});
