import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import { chatId } from "#test/support/chat-id.ts";
import { type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

let chats = 0;
const newChat = (): SayOptions & { readonly chat: ChatId } => ({ chat: `test:follower${++chats}` });
const say = async (text: string, where: SayOptions): Promise<Reply> => {
  const reply = await bot.say(text, where);
  if (!reply) throw new Error(`no answer to ${text}`);
  return reply;
};
const firstLine = async (text: string, where: SayOptions) =>
  (await say(text, where)).text.text.split("\n")[0];

/** What a chat hears of each unit. */
async function heard({ chat = "" }: SayOptions): Promise<Readonly<Record<string, readonly string[]>>> {
  const units: Record<string, string[]> = {};
  for (const { unit, kind } of await bot.app.services.subscriptions.ofChat(chatId(chat))) {
    const name = bot.app.services.units.get(unit)?.name ?? unit;
    units[name] = [...(units[name] ?? []), kind].sort();
  }
  return units;
}

describe("following a unit", () => {
  it("without a kind is all that can concern it: of a commune no results, of an area everything below", async () => {
    const chat = newChat();
    expect(await firstLine("/dangky Cương Chính", chat)).toBe(
      "Đã đăng ký nhận cảnh báo dưới chỉ tiêu, quá hạn, tụt hạng và nhắc việc của xã Cương Chính.",
    );
    expect(await firstLine("/dangky tỉnh Gia Lai", chat)).toBe(
      "Đã đăng ký nhận kết quả tháng, cảnh báo dưới chỉ tiêu, quá hạn, tụt hạng và nhắc việc của tỉnh Gia Lai và các đơn vị trực thuộc.",
    );
    expect(await heard(chat)).toEqual({
      "Cương Chính": ["overdue", "rank", "targets", "tasks"],
      "Gia Lai": ["overdue", "rank", "results", "targets", "tasks"],
    });
  });

  it.each([
    ["/dangky quá hạn Cương Chính", ["overdue"]],
    ["/dangky qua han cuong chinh", ["overdue"]],
    ["đăng ký Cương Chính quá hạn", ["overdue"]],
    ["/dangky Cương Chính dưới chỉ tiêu, quá hạn", ["overdue", "targets"]],
    ["/dangky nhận quá hạn và tụt hạng của xã Cương Chính", ["overdue", "rank"]],
    ["/dangky cảnh báo xã Cương Chính", ["overdue", "rank", "targets"]],
    ["/dangky xa cuong chinh nhac viec + tut diem", ["rank", "tasks"]],
    ["/dangky tạm dừng, trả lại Cương Chính", ["overdue"]],
    ["/dangky tất cả Cương Chính", ["overdue", "rank", "targets", "tasks"]],
    ["/dangky kết quả tháng, quá hạn Cương Chính", ["overdue"]],
  ])("takes kinds by their words, several at once, in any order: %s", async (typed, kinds) => {
    const chat = newChat();
    await say(typed, chat);
    expect(await heard(chat)).toEqual({ "Cương Chính": kinds });
  });

  it.each([
    ["/dangky Mường Và quá hạn", "Mường Và"],
    ["/dangky xã Noong Hẹt", "Noong Hẹt"],
    ["/dangky Khánh Nhạc tụt hạng", "Khánh Nhạc"],
  ])("leaves names whole that sound like kinds or joints: %s", async (typed, name) => {
    const chat = newChat();
    await say(typed, chat);
    expect(Object.keys(await heard(chat))).toEqual([name]);
  });

  it("with a kind and no unit is of the chat's own area", async () => {
    const chat = newChat();
    await say("/dangky quá hạn", chat);
    expect(await heard(chat)).toEqual({ "Tiên Lữ": ["overdue"] });
  });

  it("says what is new and what was there before", async () => {
    const chat = newChat();
    await say("/dangky quá hạn Cương Chính", chat);
    const { text } = await say("/dangky quá hạn, tụt hạng Cương Chính", chat);
    expect(text.text).toContain("Đã đăng ký nhận cảnh báo tụt hạng của xã Cương Chính.");
    expect(text.text).toContain("Anh/chị đã đăng ký nhận cảnh báo quá hạn của xã Cương Chính từ trước.");
  });

  it("says in a line what will come, each kind with a button that drops it", async () => {
    const chat = newChat();
    const { text, actions } = await say("/dangky tỉnh Gia Lai", chat);
    expect(text.text.split("\n").slice(1)).toEqual([
      "Bot gửi vào đây: kết quả tháng khi được duyệt; cảnh báo khi có số liệu mới, khi xấu thêm và khi đã khắc phục; nhắc việc trước khi đến hạn. Thôi nhận: /huydangky.",
    ]);
    const drop = actions.flat().find(({ label }) => label === "Bỏ tụt hạng");
    expect(await firstLine(drop?.command ?? "", chat)).toBe(
      "Đã thôi nhận cảnh báo tụt hạng của tỉnh Gia Lai.",
    );
    expect(await heard(chat)).toEqual({ "Gia Lai": ["overdue", "results", "targets", "tasks"] });
  });

  it("asks which unit is meant, and each choice keeps the kinds", async () => {
    const chat = newChat();
    const asked = await say("/dangky Tân Tiến quá hạn, tụt hạng", chat);
    expect(asked.refused).toBe("ambiguous");
    await say(asked.actions.flat()[0]?.command ?? "", chat);
    expect(await heard(chat)).toEqual({ "Tân Tiến": ["overdue", "rank"] });
  });

  it("of a group is for its admins", async () => {
    const group = { ...newChat(), chatKind: "group" } as const;
    expect(await say("/dangky Cương Chính", group)).toMatchObject({ refused: "chat-admin-only" });
    await say("/dangky Cương Chính", { ...group, isChatAdmin: true });
    expect(await say("/huydangky Cương Chính", group)).toMatchObject({ refused: "chat-admin-only" });
    expect(Object.keys(await heard(group))).toEqual(["Cương Chính"]);
  });
});

describe("a unit that is no more", () => {
  it("says which successor is followed", async () => {
    expect((await say("/dangky Cương Chính", newChat())).text.text).toContain(
      "\nXã Cương Chính đã sáp nhập thành xã Tiên Hoa từ 1/7/2025: với các kỳ sau đó, bot theo dõi xã Tiên Hoa.\n",
    );
  });

  it("that was divided names all who took it over", async () => {
    const { text } = await say(`/dangky #${dividedCommune()}`, newChat());
    expect(text.text).toMatch(/ đã chia về .+, .+ từ 1\/7\/2025: với các kỳ sau đó, bot theo dõi /u);
  });

  it("that was a district goes on with the communes on its land, but has no results any more", async () => {
    const all = await say("/dangky quá hạn huyện Tiên Lữ", newChat());
    expect(all.text.text).toContain("bot theo dõi các xã, phường tiếp nhận địa bàn này.");
    const results = await say("/dangky kết quả tháng huyện Tiên Lữ", newChat());
    expect(results.text.text).toContain("không có kết quả của huyện này nữa.");
  });

  it("of which nobody knows the successor says so", async () => {
    expect((await say("/dangky xã Hải Triều", newChat())).text.text).toContain(
      "bot chưa có thông tin đơn vị tiếp nhận",
    );
  });

  it("is followed as it was while it was there", async () => {
    const early = await startBot({ now: "2024-09-05T08:00:00+07:00" });
    expect(await early.answer("/dangky Cương Chính")).not.toContain("sáp nhập");
    await early.stop();
  });

  function dividedCommune(): string {
    const { units } = bot.app.services;
    const communes = units
      .children("vn")
      .flatMap(({ id }) => units.children(id))
      .flatMap(({ id }) => units.children(id));
    return communes.find(({ successors }) => successors.length > 1)?.id ?? "";
  }
});

describe("what a chat follows", () => {
  it("goes along with a group that gets a new id, and is there after a restart", async () => {
    const chat = newChat();
    await say("/dangky quá hạn Cương Chính", chat);
    await bot.app.lifecycle.moved(chat.chat, "test:supergroup");
    const restarted = await startBot({ store: bot.store, homeScope: "huyện Tiên Lữ" });
    expect(await restarted.answer("/dangkycuatoi", { chat: "test:supergroup" })).toContain("Xã Cương Chính");
    expect(await restarted.answer("/dangkycuatoi", chat)).toContain("chưa đăng ký nhận tin nào");
    await restarted.stop();
  });

  it("is offered to an officer in private: the units he is bound to", async () => {
    const office = await startBot({ operators: ["test:op"] });
    const op = { from: "test:op", chat: "test:op" };
    await office.say("/quyen cán bộ test:an xã Cương Chính", op);
    const an = { from: "test:an", chat: "test:an" };
    const [offered] = (await office.say("/dangky", an))?.actions.flat() ?? [];
    expect(offered?.label).toBe("Nhận tin xã Cương Chính");
    expect(await office.answer(offered?.command ?? "", an)).toContain("của xã Cương Chính");
    const inGroup = await office.say("/dangky", { ...an, chat: "test:group", chatKind: "group" });
    expect(inGroup?.actions.flat()[0]?.label).toBe("Kết quả tháng huyện Tiên Lữ");
    await office.stop();
  });
});

describe("/dangkycuatoi", () => {
  it("lists units with their kinds and what they are now, each with a button that ends it", async () => {
    const chat = newChat();
    await say("/dangky quá hạn, nhắc việc Cương Chính", chat);
    const { text, actions } = await say("/dangkycuatoi", chat);
    expect(text.text).toBe(
      "Đang đăng ký nhận\n– Xã Cương Chính, nay là xã Tiên Hoa: cảnh báo quá hạn và nhắc việc (từ 21/11/2026)",
    );
    await say(actions.flat()[0]?.command ?? "", chat);
    expect(await heard(chat)).toEqual({});
  });

  it("turns pages", async () => {
    const chat = newChat();
    const { units, subscriptions } = bot.app.services;
    const province = units.find("tỉnh Gia Lai");
    const communes = province.found === "one" ? units.children(province.unit.id).slice(0, 20) : [];
    for (const { id } of communes)
      await subscriptions.add({ chat: chat.chat, unit: id, kinds: ["rank"], by: "test:an" });
    const first = await say("/dangkycuatoi", chat);
    expect(first.text.text).toMatch(/^Đang đăng ký nhận \(20 đơn vị\)\n/u);
    const next = first.actions.flat().at(-1);
    expect(next?.label).toBe("Trang 2/2 ›");
    expect((await say(next?.command ?? "", chat)).text.text.split("\n")).toHaveLength(6);
    expect(await say("/dangkycuatoi trang 3", chat)).toMatchObject({ refused: "no-such-page" });
  });
});

describe("/huydangky", () => {
  it("finds the unit among those followed, whatever others bear the name", async () => {
    const chat = newChat();
    await say("/dangky xã Tân Tiến, tỉnh Cà Mau", chat);
    expect(await firstLine("/huydangky tân tiến", chat)).toMatch(/^Đã thôi nhận .* của xã Tân Tiến\.$/u);
    expect(await heard(chat)).toEqual({});
  });

  it("ends a kind everywhere only when told so", async () => {
    const chat = newChat();
    await say("/dangky Cương Chính", chat);
    await say("/dangky quá hạn, nhắc việc tỉnh Gia Lai", chat);
    const asked = await say("/huydangky quá hạn", chat);
    expect(asked.text.text).toBe("Anh/chị thôi nhận tin nào?");
    expect(await heard(chat)).toMatchObject({ "Gia Lai": ["overdue", "tasks"] });
    await say(asked.actions.flat().at(-1)?.command ?? "", chat);
    expect(await heard(chat)).toEqual({ "Cương Chính": ["rank", "targets", "tasks"], "Gia Lai": ["tasks"] });
  });

  it("of the only unit ends all kinds, and a press brings them back", async () => {
    const chat = newChat();
    await say("/dangky quá hạn, tụt hạng Cương Chính", chat);
    const ended = await say("/huydangky", chat);
    expect(await heard(chat)).toEqual({});
    await say(ended.actions.flat()[0]?.command ?? "", chat);
    expect(await heard(chat)).toEqual({ "Cương Chính": ["overdue", "rank"] });
  });

  it("says of a group that it is the group that follows nothing", async () => {
    expect(await firstLine("/huydangky", { ...newChat(), chatKind: "group" })).toMatch(
      /^Nhóm này chưa đăng ký nhận tin nào\./u,
    );
  });

  it("says what is not followed", async () => {
    const chat = newChat();
    await say("/dangky quá hạn Cương Chính", chat);
    expect(await firstLine("/huydangky tụt hạng Cương Chính", chat)).toBe(
      "Anh/chị chưa đăng ký nhận cảnh báo tụt hạng của xã Cương Chính.",
    );
    expect(await firstLine("/huydangky nhắc việc", chat)).toBe("Anh/chị chưa đăng ký nhận nhắc việc.");
  });
});

describe("in English", () => {
  it("the same is said in its own words", async () => {
    const chat = newChat();
    await say("/caidat tiếng Anh", chat);
    const { text, actions } = await say("/dangky overdue, rank Cương Chính", chat);
    expect(text.text).toMatch(/^Subscribed to alerts \(overdue, lost places\) of xã Cương Chính\.\n/u);
    await say(actions.flat().find(({ label }) => label === "Drop overdue")?.command ?? "", chat);
    expect(await heard(chat)).toEqual({ "Cương Chính": ["rank"] });
  });
});
