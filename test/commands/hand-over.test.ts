import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { chatId } from "#test/support/chat-id.ts";
import { type Office, AN as OPERATOR, startOffice } from "#test/support/office.ts";
import type { SayOptions } from "#test/support/start-bot.ts";

const CUONG: SayOptions = { from: "test:cuong", fromName: "Trần Cường", chat: "test:cuong" };
const DUNG: SayOptions = { from: "test:dung", fromName: "Lê Dung", chat: "test:dung" };
const OP: SayOptions = { from: OPERATOR, chat: OPERATOR };

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: "2024-09-05T08:00:00+07:00" });
});
afterEach(() => office.stop());

const codeIn = (reply: Reply | null): string =>
  /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(reply?.text.text ?? "")?.[0] ?? "";

async function makeOfficer(who: SayOptions = CUONG, unit = "xã Cương Chính"): Promise<void> {
  await office.say(codeIn(await office.say(`/quyen mã ${unit}`, OP)), who);
}

async function holdings({ from = "", chat = "" }: SayOptions): Promise<readonly string[]> {
  const { rights, subscriptions } = office.app.services;
  const roles = (await rights.grantsOf(chatId(from))).map(({ role, unit }) => `${role} ${unit}`);
  const kinds = (await subscriptions.ofChat(chatId(chat))).map(({ kind, unit }) => `${kind} ${unit}`);
  return [...roles, ...kinds].sort();
}

describe("/bangiao", () => {
  it("shows what is held and makes a code", async () => {
    await makeOfficer();
    await office.say("/dangky kết quả tháng", CUONG);
    const reply = await office.say("bàn giao", CUONG);
    expect(reply?.text.text.replaceAll(codeIn(reply), "K7M2-9QXD")).toBe(
      [
        "Anh/chị đang phụ trách:",
        "– cán bộ phụ trách xã Cương Chính",
        "– nhận cảnh báo dưới chỉ tiêu, quá hạn, tụt hạng và nhắc việc của xã Cương Chính",
        "– nhận kết quả tháng của huyện Tiên Lữ",
        "Mã bàn giao: K7M2-9QXD",
        "Người nhận nhắn riêng cho bot: /quyen K7M2-9QXD, trước 08:00 ngày 12/9/2024.",
        "Khi mã được nhập, các quyền và đăng ký trên chuyển hết sang người nhận; anh/chị thôi giữ và được báo lại.",
      ].join("\n"),
    );
    expect(await holdings(CUONG)).toHaveLength(6);
  });

  it("passes all of it to whoever enters the code, and tells who held it before", async () => {
    await makeOfficer();
    const before = await holdings(CUONG);
    const code = codeIn(await office.say("/bangiao", CUONG));
    office.setClock("2024-09-06T09:30:00+07:00");
    const taken = await office.say(`/quyen ${code}`, DUNG);
    expect(taken?.text.text).toBe(
      [
        "Anh/chị đã nhận bàn giao từ Trần Cường:",
        "– cán bộ phụ trách xã Cương Chính",
        "– nhận cảnh báo dưới chỉ tiêu, quá hạn, tụt hạng và nhắc việc của xã Cương Chính",
        "Từ nay tin của các đơn vị này được gửi vào đây.",
      ].join("\n"),
    );
    expect(await holdings(DUNG)).toEqual(before);
    expect(await holdings(CUONG)).toEqual([]);
    expect((await office.owed("test:cuong")).map(({ text }) => text.text)).toEqual([
      [
        "Lê Dung đã nhận bàn giao lúc 09:30 ngày 6/9/2024. Anh/chị không còn giữ:",
        "– cán bộ phụ trách xã Cương Chính",
        "– nhận cảnh báo dưới chỉ tiêu, quá hạn, tụt hạng và nhắc việc của xã Cương Chính",
      ].join("\n"),
    ]);
    expect(await office.say(`/quyen ${code}`, { from: "test:em", chat: "test:em" })).toMatchObject({
      refused: "wrong-code",
    });
  });

  it("lets the next one press straight to what is open", async () => {
    await makeOfficer();
    const taken = await office.say(codeIn(await office.say("/bangiao", CUONG)), DUNG);
    const [open] = taken?.actions.flat() ?? [];
    expect(open?.label).toBe("Cảnh báo xã Cương Chính");
    expect((await office.say(open?.command ?? "", DUNG))?.refused).toBeUndefined();
  });

  it("is kept for operators to see: from whom, to whom, when", async () => {
    await makeOfficer();
    await office.say(codeIn(await office.say("/bangiao", CUONG)), DUNG);
    expect(await office.answer("/quyen", OP)).toContain(
      "Bàn giao gần đây\n– 08:00 ngày 5/9/2024: Trần Cường → Lê Dung: cán bộ phụ trách xã Cương Chính; 4 đăng ký\n",
    );
  });

  it("passes on what was shown: a role given afterwards stays", async () => {
    await makeOfficer();
    const code = codeIn(await office.say("/bangiao", CUONG));
    await office.say("/quyen nhập liệu test:cuong huyện Tiên Lữ", OP);
    await office.say(code, DUNG);
    expect(await holdings(CUONG)).toEqual([`editor ${office.scope.id}`]);
  });

  it("lowers no role and doubles no subscription of whoever takes over", async () => {
    await makeOfficer();
    await office.say("/quyen nhập liệu test:dung xã Cương Chính", OP);
    await office.say("/dangky quá hạn Cương Chính", DUNG);
    await office.say(codeIn(await office.say("/bangiao", CUONG)), DUNG);
    const held = await holdings(DUNG);
    expect(held.filter((one) => one.startsWith("editor"))).toHaveLength(1);
    expect(held.filter((one) => one.startsWith("officer"))).toEqual([]);
    expect(held).toHaveLength(5);
  });

  it.each<[why: string, refused: string, typed: string, who: SayOptions]>([
    ["nothing is held", "nothing-held", "/bangiao", DUNG],
    ["the words are not understood", "handover-unclear", "/bangiao cho chị Dung", CUONG],
    ["it is said in a group", "private-only", "/bangiao", { ...CUONG, chat: "test:g", chatKind: "group" }],
    ["it is for somebody else", "role-needed", "/bangiao test:dung", CUONG],
    ["an operator names somebody who holds nothing", "nothing-held", "/bangiao test:dung", OP],
  ])("is refused when %s", async (_, refused, typed, who) => {
    await makeOfficer();
    expect(await office.say(typed, who)).toMatchObject({ refused });
  });

  it("is called back by a press, and a newer code takes an older one's place", async () => {
    await makeOfficer();
    const first = codeIn(await office.say("/bangiao", CUONG));
    const second = await office.say("/bangiao", CUONG);
    expect(await office.say(first, DUNG)).toMatchObject({ refused: "wrong-code" });
    const [callBack] = second?.actions.flat() ?? [];
    expect(await office.answer(callBack?.command ?? "", CUONG)).toMatch(/^Đã thu lại mã bàn giao/u);
    expect(await office.say(codeIn(second), DUNG)).toMatchObject({ refused: "wrong-code" });
    expect(await office.answer("/bangiao huỷ", CUONG)).toMatch(/^Không có mã/u);
  });

  it("is done by operators for somebody who left", async () => {
    await makeOfficer();
    const reply = await office.say("/bangiao test:cuong", OP);
    expect(reply?.text.text).toContain("Đang phụ trách: test:cuong (Trần Cường)\n– cán bộ");
    await office.say(codeIn(reply), DUNG);
    expect(await holdings(DUNG)).toHaveLength(5);
    const [role] = await office.app.services.rights.grantsOf("test:dung");
    expect(role).toMatchObject({ by: OPERATOR, at: "2024-09-05T01:00:00.000Z" });
  });
});

describe("a handover code", () => {
  it("is good for seven days", async () => {
    await makeOfficer();
    const code = codeIn(await office.say("/bangiao", CUONG));
    office.setClock("2024-09-12T08:00:00+07:00");
    expect(await office.say(code, DUNG)).toMatchObject({ refused: "wrong-code" });
  });

  it("stays unused when it is entered in a group, by its maker, or when nothing is left", async () => {
    await makeOfficer();
    const code = codeIn(await office.say("/bangiao", CUONG));
    const inGroup = { ...DUNG, chat: "test:g", chatKind: "group" } as const;
    expect(await office.say(code, inGroup)).toMatchObject({ refused: "private-only" });
    expect(await office.say(code, CUONG)).toMatchObject({ refused: "own-post" });
    await office.say("/quyen thu test:cuong", OP);
    await office.say("/huydangky tất cả", CUONG);
    expect(await office.say(code, DUNG)).toMatchObject({ refused: "post-is-gone" });
    await makeOfficer();
    expect(await office.answer(code, DUNG)).toContain("đã nhận bàn giao");
  });
});
