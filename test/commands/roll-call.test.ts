import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { AN, commandsOf } from "#test/support/office.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

const CC = "test:cuong-chinh";
const TS = "test:thu-sy";
const LEADER = "test:leader";
const EDITOR = "test:editor";
const CALL = "/canhbao điểm danh";
const REMIND = "/canhbao nhắc huyện Tiên Lữ";

let line: Timeline;
beforeEach(async () => {
  line = await startTimeline();
  await line.app.services.rights.give(EDITOR, { role: "editor", unit: line.scope.id, by: AN });
  await line.follow(CC, "Cương Chính");
  await line.follow(TS, "Thủ Sỹ");
  await line.publish("2024-08", {
    "Cương Chính": onTime(82.71),
    "Thủ Sỹ": onTime(90),
    "Lệ Xá": onTime(91),
    "Nhật Tân": onTime(99),
  });
  await line.heard();
});
afterEach(() => line.stop());

const onTime = (rate: number) => ({ "on-time-rate": rate });
const ask = async (text: string, from = EDITOR): Promise<Reply> => {
  const reply = await line.say(text, { from, chat: from });
  if (!reply) throw new Error(`no answer to ${text}`);
  return reply;
};
const linesOf = async (text: string, from?: string) => (await ask(text, from)).text.text.split("\n");

describe("a roll-call", () => {
  it("says how many units have seen their alerts of the latest results", async () => {
    await line.publish("2024-Q2", { "Nhật Tân": onTime(80) });
    await ask("/canhbao nhận Cương Chính", AN);
    expect((await linesOf(CALL))[0]).toBe("Đã xem 1/3 đơn vị có cảnh báo · huyện Tiên Lữ · tháng 8/2024");
    await line.publish("2024-09", { "Cương Chính": onTime(70), "Thủ Sỹ": onTime(98), "Lệ Xá": onTime(91) });
    expect((await linesOf(CALL))[0]).toBe("Đã xem 0/2 đơn vị có cảnh báo · huyện Tiên Lữ · tháng 9/2024");
  });

  it("names who has not to editors and operators alone, and whom nobody follows", async () => {
    for (const from of [EDITOR, AN]) {
      expect((await linesOf(CALL, from)).slice(1)).toEqual([
        "Chưa xem: Cương Chính, Thủ Sỹ, Lệ Xá",
        "Trong đó chưa nơi nào đăng ký nhận: Lệ Xá",
      ]);
      expect(commandsOf(await ask(CALL, from))).toEqual([REMIND, "/canhbao huyện Tiên Lữ"]);
    }
    const seenByOthers = await ask(CALL, CC);
    expect(seenByOthers.text.text).toBe("Đã xem 0/3 đơn vị có cảnh báo · huyện Tiên Lữ · tháng 8/2024");
    expect(commandsOf(seenByOthers)).toEqual(["/canhbao huyện Tiên Lữ"]);
  });

  it("is over when all have seen", async () => {
    for (const unit of ["Cương Chính", "Thủ Sỹ", "Lệ Xá"]) await ask(`/canhbao nhận ${unit}`, AN);
    const all = await ask(CALL);
    expect(all.text.text).toBe("Đã xem 3/3 đơn vị có cảnh báo · huyện Tiên Lữ · tháng 8/2024");
    expect(commandsOf(all)).toEqual(["/canhbao huyện Tiên Lữ"]);
  });
});

describe("a reminder", () => {
  it("goes to the chats that were told of what nobody has seen, once a day", async () => {
    await line.follow(LEADER, "huyện Tiên Lữ");
    await line.publish("2024-09", { "Cương Chính": onTime(70), "Thủ Sỹ": onTime(80), "Lệ Xá": onTime(91) });
    await line.heard();
    await ask("/canhbao nhận Thủ Sỹ", AN);
    expect(await linesOf(REMIND)).toEqual(["Đã nhắc 2 nơi nhận cảnh báo của 1 đơn vị chưa xem."]);
    const reminder = [
      "Nhắc xem cảnh báo · xã Cương Chính · tháng 9/2024",
      "Cương Chính: Tỷ lệ hồ sơ giải quyết đúng hạn 70% — dưới chỉ tiêu 95% (thấp hơn 25 điểm phần trăm)",
    ];
    expect(await line.heard()).toEqual([
      { chat: CC, notBefore: "", lines: reminder },
      { chat: LEADER, notBefore: "", lines: reminder },
    ]);
    expect(await linesOf(REMIND)).toEqual([
      "Hôm nay đã nhắc huyện Tiên Lữ; mỗi nơi chỉ nhắc một lần một ngày.",
    ]);
    expect(await line.heard()).toEqual([]);

    await line.at("2024-09-10 09:00");
    expect(await linesOf(REMIND)).toEqual(["Đã nhắc 2 nơi nhận cảnh báo của 1 đơn vị chưa xem."]);
  });

  it("says how things stand when it is sent, with what to do about it", async () => {
    await ask(REMIND);
    await ask("/canhbao nhận Thủ Sỹ", AN);
    const messages = await line.heard();
    expect(messages.map(({ chat, lines }) => [chat, lines[0]])).toEqual([
      [CC, "Nhắc xem cảnh báo · xã Cương Chính · tháng 8/2024"],
      [TS, "Các cảnh báo được nhắc của huyện Tiên Lữ đều đã có người xem."],
    ]);
  });

  it("waits for the morning in quiet hours, and leaves out units that are silent", async () => {
    await ask("/canhbao im Thủ Sỹ", AN);
    await line.at("2024-09-09 21:00");
    expect(await linesOf(REMIND)).toEqual(["Đã nhắc 1 nơi nhận cảnh báo của 1 đơn vị chưa xem."]);
    expect((await line.heard()).map(({ chat, notBefore }) => [chat, notBefore])).toEqual([
      [CC, "2024-09-10T07:30"],
    ]);
  });

  it("is for editors and operators, and has nobody to reach when nothing is unseen", async () => {
    expect((await ask(REMIND, CC)).refused).toBe("role-needed-there");
    for (const unit of ["Cương Chính", "Thủ Sỹ"]) await ask(`/canhbao nhận ${unit}`, AN);
    expect(await linesOf(REMIND)).toEqual(["Không có nơi nào cần nhắc ở huyện Tiên Lữ."]);
    expect(await line.heard()).toEqual([]);
  });
});
