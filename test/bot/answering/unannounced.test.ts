import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChatId, channelName } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { AN, type Office, startOffice } from "#test/support/office.ts";
import { createRecordingChannel, type RecordingChannel } from "#test/support/recording-channel.ts";

let office: Office;
/** A platform that does not tell of arrivals, counts messages, and allows two groups. */
let channel: RecordingChannel;
let heard = 0;

beforeEach(async () => {
  office = await startOffice({ now: "2026-11-21T08:00:00+07:00" });
  await office.publish({ "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": 83.28 });
  channel = createRecordingChannel({ arrivesUnannounced: true, monthlyAllowance: 3000, groupCap: 2 });
  await office.app.listen(channel);
});
afterEach(() => office.stop());

function hear(text: string, rest: Partial<Inbound> = {}): Promise<void> {
  heard += 1;
  return channel.hear({
    id: String(heard),
    chat: "test:g1",
    chatKind: "group",
    chatName: "",
    sender: { id: "test:member", name: "Bình" },
    text,
    addressed: true,
    isChatAdmin: async () => false,
    ...rest,
  });
}

const firstLines = (chat: ChatId = "test:g1"): readonly string[] =>
  channel.standing(chat).map(({ text }) => text.text.split("\n")[0] ?? "");
const HELLO = "Xin chào, đây là Bot 766.";
const RANKING = "Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 3 xã";

describe("a group whose platform tells of no arrivals", () => {
  it("is greeted at the first word heard there, once, and answered", async () => {
    await hear("/xephang");
    await hear("/xephang");
    expect(firstLines()).toEqual([HELLO, RANKING, RANKING]);
    expect(channel.sent.map(({ unasked }) => unasked)).toEqual([true, false, false]);
  });

  it("is offered what the greeting offers only when no answer with its own choices follows", async () => {
    await hear("/xephang");
    await hear("", { chat: "test:g2" });
    const offered = (chat: ChatId) => channel.standing(chat)[0]?.actions.flat().length;
    expect([offered("test:g1"), offered("test:g2")]).toEqual([0, 3]);
  });

  it("is told who may change its area where admins are made by codes", async () => {
    await hear("", { adminsByCode: true });
    expect(channel.standing("test:g1")[0]?.text.text).toContain(
      "/diaban <tên đơn vị> (người được giao nhóm)",
    );
    await hear("/diaban tỉnh Gia Lai", { adminsByCode: true });
    expect(firstLines().at(-1)).toMatch(/xin người vận hành bot mã của nhóm, rồi gõ ở đây: \/quyen <mã>\.$/u);
  });

  it("hears the greeting alone when the bot was only called", async () => {
    await hear("");
    expect(firstLines()).toEqual([HELLO]);
  });

  it("is welcomed back after it had put the bot out", async () => {
    await hear("");
    await office.app.lifecycle.gone("test:g1", "left");
    await hear("/xephang");
    expect(firstLines()).toEqual([HELLO, "Bot 766 đã trở lại nhóm.", RANKING]);
  });

  it("is no person: nobody is greeted in private, or where arrivals are told", async () => {
    await hear("/xephang", { chat: "test:p", chatKind: "private" });
    expect(firstLines("test:p")).toEqual([RANKING]);
    const other = createRecordingChannel({ name: channelName("other") });
    await office.app.listen(other);
    await other.hear({
      id: "1",
      chat: "other:g",
      chatKind: "group",
      chatName: "",
      sender: { id: "other:member", name: "" },
      text: "/xephang",
      addressed: true,
      isChatAdmin: async () => false,
    });
    expect(other.standing("other:g")).toHaveLength(1);
  });

  it("is told when it is one more than the platform allows, and so are operators, once", async () => {
    for (const chat of ["test:g1", "test:g2", "test:g3", "test:g3"] as const)
      await hear("/xephang", { chat });
    const greetings = channel.sent.filter(({ unasked }) => unasked).map(({ reply }) => reply.text.text);
    expect(greetings.map((text) => text.includes("vượt mức 2 nhóm"))).toEqual([false, false, true]);
    const notices = await office.owed(AN);
    expect(notices.map(({ text }) => text.text)).toEqual([
      "Số nhóm Test đã vượt mức 2 nhóm của gói đang dùng. Nhóm mới nhất: test:g3. Tin tự động tới nhóm này có thể không đến.",
    ]);
  });
});

describe("refusals where messages are counted", () => {
  const refusals = (chat: ChatId): number =>
    channel.standing(chat).filter(({ refused }) => refused === "not-understood").length;

  it("are three of a kind in ten minutes for a person, who is told so; all else goes on", async () => {
    for (let i = 0; i < 5; i++) await hear("trời hôm nay đẹp quá");
    expect(refusals("test:g1")).toBe(3);
    expect(channel.standing("test:g1").map(({ text }) => text.text.includes("trong 10 phút tới"))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    await hear("/diaban tỉnh Gia Lai");
    expect(firstLines().at(-1)).toMatch(/^Chỉ quản trị viên nhóm/u);
    await hear("/xa An Bình");
    expect(firstLines().at(-1)).toMatch(/Ý anh\/chị là:$/u);
    await hear("/xephang");
    expect(firstLines().at(-1)).toBe(RANKING);
    office.setClock("2026-11-21T08:10:01+07:00");
    await hear("trời hôm nay đẹp quá");
    expect(refusals("test:g1")).toBe(4);
  });

  it("are counted for each person alone", async () => {
    for (let i = 0; i < 5; i++) await hear("trời hôm nay đẹp quá");
    await hear("trời hôm nay đẹp quá", { sender: { id: "test:other", name: "Cúc" } });
    expect(refusals("test:g1")).toBe(4);
  });

  it("are as many as it takes for a person in private", async () => {
    for (let i = 0; i < 5; i++) await hear("trời hôm nay đẹp quá", { chat: "test:p", chatKind: "private" });
    expect(refusals("test:p")).toBe(5);
  });
});
