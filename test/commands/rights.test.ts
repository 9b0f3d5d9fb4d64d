import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import type { Reply } from "#services/reply/reply.ts";
import { type BotOptions, type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

const OPERATOR: SayOptions = { from: "test:op", chat: "test:op" };
const AN: SayOptions = { from: "test:an", fromName: "Nguyễn Văn An", chat: "test:an" };
const BINH: SayOptions = { from: "test:binh", chat: "test:binh" };
const GROUP: SayOptions = { chat: "test:group", chatKind: "group", chatName: "Tổ 766" };
const START = Date.parse("2026-11-21T08:00:00+07:00");

let bot: TestBot;
let now: number;
beforeEach(() => start());
afterEach(() => bot.stop());

async function start(options: BotOptions = {}): Promise<void> {
  await bot?.stop().catch(() => undefined);
  now = START;
  bot = await startBot({ operators: ["test:op"], clock: () => new Date(now), ...options });
}

const codeIn = (reply: Reply | null): string =>
  /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(reply?.text.text ?? "")?.[0] ?? "";
const newCode = async (words: string) => codeIn(await bot.say(`/quyen mã ${words}`, OPERATOR));

describe("/quyen", () => {
  it("tells anybody what they are, and where to enter a code", async () => {
    expect(await bot.answer("/quyen", AN)).toBe(
      "Quyền của anh/chị: người xem.\nMã của anh/chị: test:an\nNếu được người vận hành cấp mã, anh/chị gõ /quyen <mã>.",
    );
  });

  it("gives a role in a unit, shows it, and takes it back", async () => {
    expect(await bot.answer("/quyen editor test:an huyện Tiên Lữ", OPERATOR)).toBe(
      "Đã cấp quyền người nhập liệu huyện Tiên Lữ cho test:an.",
    );
    await bot.say("/quyen xã Cương Chính cán bộ test:an", OPERATOR);
    expect(await bot.answer("/quyen", AN)).toMatch(
      /^Quyền của anh\/chị:\n– người nhập liệu huyện Tiên Lữ\n– cán bộ phụ trách xã Cương Chính\n/u,
    );
    expect(await bot.answer("/quyen", OPERATOR)).toContain("– Xã Cương Chính: cán bộ phụ trách test:an\n");
    expect(await bot.answer("/quyen thu test:an xã Cương Chính", OPERATOR)).toBe(
      "Đã thu hồi quyền của test:an: cán bộ phụ trách xã Cương Chính.",
    );
    await bot.say("/quyen thu hồi test:an", OPERATOR);
    expect(await bot.answer("/quyen", AN)).toContain("người xem");
    expect(await bot.say("/quyen thu test:an", OPERATOR)).toMatchObject({ refused: "no-such-right" });
  });

  it("offers to take back what it just gave", async () => {
    const given = await bot.say("/quyen editor test:an huyện Tiên Lữ", OPERATOR);
    const [back] = given?.actions.flat() ?? [];
    expect(await bot.answer(back?.command ?? "", OPERATOR)).toMatch(/^Đã thu hồi quyền của test:an/u);
  });

  it.each([
    ["/quyen editor test:an", "unit-needed"],
    ["/quyen editor test:an Qqqq Zzzz", "unknown-unit"],
    ["/quyen mã cán bộ", "unit-needed"],
    ["/quyen mã", "rights-unclear"],
    ["/quyen thu", "rights-unclear"],
    ["/quyen sếp test:an huyện Tiên Lữ", "rights-unclear"],
    ["/quyen duyệt test:nobody", "unknown-chat"],
  ])("says what is missing: %s", async (typed, refused) => {
    expect(await bot.say(typed, OPERATOR)).toMatchObject({ refused });
  });

  it("asks back which unit is meant, and each answer does what was ordered", async () => {
    const question = await bot.say("/quyen editor test:an Tân Tiến", OPERATOR);
    expect(question?.refused).toBe("ambiguous");
    const [first] = question?.actions.flat() ?? [];
    expect(await bot.answer(first?.command ?? "", OPERATOR)).toMatch(
      /^Đã cấp quyền người nhập liệu \S+ Tân Tiến/u,
    );
  });
});

/** Every command and every order of /quyen that changes something: who may do it. */
describe("who may what", () => {
  const ORDERS = [
    "/quyen editor test:an huyện Tiên Lữ",
    "/quyen thu test:an",
    "/quyen mã cán bộ xã Cương Chính",
    "/quyen mã nhóm",
    "/quyen duyệt test:group",
    "/quyen từ chối test:group",
  ];
  const operatorsCommands = commands.filter(({ role }) => role === "operator").map(({ name }) => `/${name}`);

  it.each([...ORDERS, ...operatorsCommands])("%s is for operators only", async (typed) => {
    await bot.say("/quyen editor test:an cả nước", OPERATOR);
    for (const person of [AN, BINH]) {
      expect(await bot.say(typed, person)).toMatchObject({ refused: "role-needed" });
    }
    expect((await bot.say(typed, OPERATOR))?.refused).not.toBe("role-needed");
  });

  it("everything a viewer may do, everybody may", async () => {
    for (const { name } of commands.filter(({ role }) => role === "viewer")) {
      expect((await bot.say(`/${name}`, BINH))?.refused, name).not.toBe("role-needed");
    }
  });
});

describe("a one-time code", () => {
  it("makes whoever enters it first an officer of its unit, by name", async () => {
    const code = await newCode("cán bộ xã Cương Chính");
    expect(await bot.answer(`/quyen ${code}`, AN)).toBe(
      [
        "Đã ghi nhận anh/chị là cán bộ phụ trách xã Cương Chính: được tiếp nhận và giải trình cho đơn vị này.",
        "Đã đăng ký nhận cảnh báo dưới chỉ tiêu, quá hạn, tụt hạng và nhắc việc của xã Cương Chính.",
        "Bot gửi vào đây: cảnh báo khi có số liệu mới, khi xấu thêm và khi đã khắc phục; nhắc việc trước khi đến hạn. Thôi nhận: /huydangky.",
      ].join("\n"),
    );
    expect(await bot.say(`/quyen ${code}`, BINH)).toMatchObject({ refused: "wrong-code" });
    expect(await bot.answer("/quyen", OPERATOR)).toContain("test:an (Nguyễn Văn An)");
  });

  it("is an officer's when only a unit is named, and may be entered alone or after the word", async () => {
    expect(await bot.answer(`/quyen mã ${await newCode("xã Cương Chính")}`, AN)).toContain(
      "cán bộ phụ trách",
    );
    expect(await bot.answer(await newCode("huyện Tiên Lữ"), BINH)).toContain(
      "cán bộ phụ trách huyện Tiên Lữ",
    );
    expect(await bot.answer("/quyen ma xa binh minh, tinh binh phuoc", OPERATOR)).toMatch(
      /^Mã dùng một lần/u,
    );
  });

  it("entered in a group makes an officer, who hears nothing there", async () => {
    const code = await newCode("xã Cương Chính");
    expect(await bot.answer(`/quyen ${code}`, { ...AN, ...GROUP })).not.toContain("đăng ký");
    expect(await bot.app.services.subscriptions.ofChat("test:group")).toEqual([]);
  });

  it("of an editor subscribes to nothing", async () => {
    await bot.say(`/quyen ${await newCode("nhập liệu huyện Tiên Lữ")}`, AN);
    expect(await bot.app.services.subscriptions.ofChat("test:an")).toEqual([]);
  });

  it("says what it is good for and until when, in the bot's time zone", async () => {
    expect(await bot.answer("/quyen mã nhập liệu huyện Tiên Lữ", OPERATOR)).toMatch(
      /^Mã dùng một lần: \S+\nNgười nhập mã này trở thành người nhập liệu huyện Tiên Lữ\.\n.*08:00 ngày 28\/11\/2026\.$/u,
    );
  });

  it("is not good after its time", async () => {
    const code = await newCode("cán bộ xã Cương Chính");
    now += 7 * 24 * 3600_000;
    expect(await bot.say(`/quyen ${code}`, AN)).toMatchObject({ refused: "wrong-code" });
  });

  it("cannot be guessed at leisure", async () => {
    for (let i = 0; i < 5; i++) await bot.say("/quyen 0000-0000", AN);
    expect(await bot.answer("/quyen 0000-0000", AN)).toBe(
      "Anh/chị đã nhập sai mã nhiều lần. Thử lại sau 15 phút.",
    );
  });

  it("for a group makes its enterer the group's admin there, and nowhere else", async () => {
    const code = await newCode("nhóm");
    const setting = "/caidat chú thích ngắn";
    const inGroup = { ...AN, ...GROUP };
    expect(await bot.say(`/quyen ${code}`, AN)).toMatchObject({ refused: "code-for-group" });
    expect(await bot.say(setting, inGroup)).toMatchObject({ refused: "chat-admin-only" });
    expect(await bot.answer(`/quyen ${code}`, inGroup)).toMatch(/^Đã ghi nhận/u);
    expect((await bot.say(setting, inGroup))?.refused).toBeUndefined();
    expect(await bot.say(setting, { ...BINH, ...GROUP })).toMatchObject({ refused: "chat-admin-only" });
    const elsewhere = { ...inGroup, chat: "test:another" };
    expect(await bot.say(setting, elsewhere)).toMatchObject({ refused: "chat-admin-only" });
  });

  it("opens an unapproved group, and lets an officer ask in private", async () => {
    await start({ access: "approved" });
    const [forGroup, forUnit] = [await newCode("nhóm"), await newCode("cán bộ xã Cương Chính")];
    expect(await bot.say("/xephang", { ...BINH, ...GROUP })).toMatchObject({ refused: "chat-not-approved" });
    await bot.say(`/quyen ${forGroup}`, { ...AN, ...GROUP });
    expect((await bot.say("/xephang", { ...BINH, ...GROUP }))?.refused).toBeUndefined();
    await bot.say(`/quyen ${forUnit}`, BINH);
    expect((await bot.say("/xephang", BINH))?.refused).toBeUndefined();
  });
});
