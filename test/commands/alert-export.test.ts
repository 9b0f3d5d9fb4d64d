import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { AN } from "#test/support/office.ts";
import { readWorkbook } from "#test/support/read-workbook.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

const CC = "test:cuong-chinh";
const EDITOR = "test:editor";
const OFFICER = "test:officer";

let line: Timeline;
beforeEach(async () => {
  line = await startTimeline({ now: "2024-08-05 09:00" });
  const { rights } = line.app.services;
  await rights.give(EDITOR, { role: "editor", unit: line.scope.id, by: AN });
  await rights.give(OFFICER, { role: "officer", unit: line.unit("Cương Chính").id, by: AN });
  await line.follow(CC, "Cương Chính");
});
afterEach(() => line.stop());

const onTime = (rate: number) => ({ "on-time-rate": rate });
const ask = async (text: string, from = EDITOR): Promise<Reply> => {
  const reply = await line.say(text, { from, chat: from, fromName: from === OFFICER ? "Nguyễn Văn An" : "" });
  if (!reply) throw new Error(`no answer to ${text}`);
  return reply;
};
const linesOf = async (text: string, from?: string) => (await ask(text, from)).text.text.split("\n");

/** Rows of the workbook, by the heads of its columns. */
async function exported(text: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [head = [], ...rows] = await readWorkbook(await ask(text));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])));
}

/** How a workbook counts days: since 30/12/1899, on the clock of the office. */
const serial = (wall: string): string =>
  String((Date.parse(`${wall.replace(" ", "T")}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

describe("/canhbao xuất", () => {
  it("files each alert with its figures, who was told, who has seen it, and how it ended", async () => {
    await line.publish("2024-07", { "Cương Chính": { TOTAL: 85, ...onTime(99) } });
    await line.at("2024-09-09 09:00");
    await line.publish("2024-08", { "Cương Chính": { TOTAL: 82, ...onTime(82.71) } });
    await line.at("2024-09-10 14:05");
    await ask("/canhbao nhận Cương Chính", OFFICER);
    await line.at("2024-09-30 08:15");
    await line.publish("2024-09", { "Cương Chính": { TOTAL: 82, ...onTime(96) } });

    const reply = await ask("/canhbao xuất tháng 9");
    expect(reply.file?.name).toBe("canh-bao-huyen-tien-lu-2024-09.xlsx");
    expect(reply.text.text.split("\n")).toEqual([
      "Cảnh báo · huyện Tiên Lữ · tháng 9/2024",
      "2 cảnh báo của 1 đơn vị · đang mở: 1 · đã kết thúc: 1 · có giải trình: 0 (được chấp nhận: 0)",
      "Gồm cảnh báo mở trong kỳ này hoặc còn mở từ trước, và cảnh báo về số liệu của kỳ này.",
    ]);
    const rows = await exported("/canhbao xuất tháng 9");
    const rate = rows.find((row) => row["Quy tắc"] === "Hồ sơ giải quyết đúng hạn");
    expect(rate).toEqual({
      Số: expect.stringMatching(/^\d+$/u),
      "Đơn vị": "Xã Cương Chính",
      "Quy tắc": "Hồ sơ giải quyết đúng hạn",
      "Chỉ số": "Tỷ lệ hồ sơ giải quyết đúng hạn",
      "Giá trị đã báo": "82.71",
      "Kỳ đã báo": "tháng 8/2024",
      "Mức phải đạt / trước đó": "95",
      "Kỳ so sánh": "",
      "Chênh lệch": "-12.29",
      "Giá trị mới nhất": "96",
      "Kỳ mới nhất": "tháng 9/2024",
      Nguồn: expect.stringMatching(/^paper-\d+, kết quả tháng 9\/2024$/u),
      "Thời điểm trích xuất": "",
      "Mở lúc": serial("2024-09-09 09:00"),
      "Số nơi đã báo": "1",
      "Người nhận": OFFICER,
      "Nhận lúc": serial("2024-09-10 14:05"),
      "Tình trạng": "đã khắc phục",
      "Nguyên nhân": "",
      "Biện pháp": "",
      "Thời hạn": "",
      "Người giải trình": "",
      "Người duyệt": "",
      "Kết quả duyệt": "",
      "Kết thúc lúc": serial("2024-09-30 08:15"),
    });
    expect(rows.find((row) => row["Quy tắc"] === "Tụt điểm")).toMatchObject({
      "Kỳ so sánh": "tháng 7/2024",
      "Giá trị đã báo": "82",
      "Mức phải đạt / trước đó": "85",
      "Chênh lệch": "-3",
      "Kết thúc lúc": "",
    });
  });

  it("files the explanation and what was decided on it", async () => {
    await line.publish("2024-07", { "Cương Chính": onTime(82.71), "Thủ Sỹ": onTime(90) });
    const [first, second] = await line.app.services.alerts.openIn(line.scope.id);
    const explain = async (number: number | undefined): Promise<void> => {
      const answers = ["Công chức một cửa nghỉ ốm", "=Bố trí người thay", "20/8/2024"];
      for (const words of [`/giaitrinh ${number}`, ...answers, `/giaitrinh ${number} gửi`])
        await ask(words, AN);
    };
    await explain(first?.number);
    await ask(`/giaitrinh ${first?.number}/1 trả lại`);
    await ask("Biện pháp chưa cụ thể");
    await explain(second?.number);
    await ask(`/giaitrinh ${second?.number}/1 chấp nhận`);
    const rows = await exported("/canhbao xuất 8/2024");
    expect(rows.map((row) => [row.Số, row["Kết quả duyệt"]])).toEqual([
      [String(first?.number), "bị trả lại: Biện pháp chưa cụ thể"],
      [String(second?.number), "được chấp nhận"],
    ]);
    expect(rows[0]).toMatchObject({
      "Nguyên nhân": "Công chức một cửa nghỉ ốm",
      "Biện pháp": "=Bố trí người thay",
      "Thời hạn": serial("2024-08-20 00:00"),
      "Người giải trình": "người vận hành",
      "Người duyệt": "người nhập liệu huyện Tiên Lữ",
    });
    expect(await linesOf("/canhbao xuất 8/2024")).toContain(
      "2 cảnh báo của 2 đơn vị · đang mở: 2 · đã kết thúc: 0 · có giải trình: 2 (được chấp nhận: 1)",
    );
  });

  it("takes in what was open on a day of the month, or is about its figures, and nothing else", async () => {
    await line.publish("2024-07", { "Cương Chính": onTime(80) });
    await line.at("2024-09-09 09:00");
    await line.publish("2024-08", { "Cương Chính": onTime(97) });
    await line.at("2024-11-08 09:00");
    await line.publish("2024-10", { "Cương Chính": onTime(90) });

    const opened = async (month: string) =>
      (await exported(`/canhbao xuất ${month}`)).map((row) => row["Mở lúc"]);
    const [inAugust, inNovember] = [serial("2024-08-05 09:00"), serial("2024-11-08 09:00")];
    expect(await opened("tháng 7")).toEqual([inAugust]);
    expect(await opened("tháng 8")).toEqual([inAugust]);
    expect(await opened("tháng 9")).toEqual([inAugust]);
    expect(await opened("tháng 10")).toEqual([inNovember]);
    expect(await opened("")).toEqual([inNovember]);
    expect(await opened("quý 3")).toEqual([inAugust]);
    const nothing = await ask("/canhbao xuất tháng 6");
    expect(nothing.text.text).toBe(
      "Cảnh báo · huyện Tiên Lữ · tháng 6/2024: không có cảnh báo nào. Kỳ gần nhất có cảnh báo:",
    );
    expect(nothing.file).toBeUndefined();
  });

  it("of a month without its year is the most recent one with alerts; one without any offers those that have", async () => {
    await line.publish("2024-07", { "Cương Chính": { TOTAL: 85, ...onTime(99) } });
    await line.at("2024-09-09 09:00");
    await line.publish("2024-08", { "Cương Chính": { TOTAL: 85, ...onTime(82.71) } });
    await line.at("2024-09-20 09:00");
    await line.publish("2024-09", { "Cương Chính": { TOTAL: 85, ...onTime(99) } });
    await line.at("2026-11-21 09:00");
    expect((await ask("/canhbao xuất tháng 8")).file?.name).toBe("canh-bao-huyen-tien-lu-2024-08.xlsx");
    expect((await ask("/canhbao xuất tháng 7")).text.text).toContain("tháng 7/2026: không có cảnh báo nào.");
    const last = await ask("/canhbao xuất tháng trước");
    expect(last.text.text).toBe(
      "Cảnh báo · huyện Tiên Lữ · tháng 10/2026: không có cảnh báo nào. Kỳ gần nhất có cảnh báo:",
    );
    expect(last.actions.flat().map(({ command }) => command)).toEqual([
      "/canhbao xuất 2024-09 huyện Tiên Lữ",
      "/canhbao xuất 2024-08 huyện Tiên Lữ",
    ]);
    expect((await ask("/canhbao xuất 2024-08 huyện Tiên Lữ")).file?.name).toMatch(/2024-08\.xlsx$/u);
  });

  it("keeps what was over when the same rule fired anew", async () => {
    await line.publish("2024-05", { "Cương Chính": onTime(80) });
    await line.publish("2024-06", { "Cương Chính": onTime(97) });
    await line.publish("2024-07", { "Cương Chính": onTime(85) });
    expect(
      (await exported("/canhbao xuất")).map((row) => [row["Giá trị đã báo"], row["Tình trạng"]]),
    ).toEqual([
      ["80", "đã khắc phục"],
      ["85", "chưa ai nhận"],
    ]);
  });

  it("is for editors and operators; a month without a year is the last one that has begun", async () => {
    await line.publish("2024-07", { "Cương Chính": onTime(80) });
    for (const from of [OFFICER, "test:passer-by"]) {
      expect((await ask("/canhbao xuất", from)).refused).toBe("role-needed-there");
    }
    expect((await ask("/canhbao xuat t8", AN)).file?.name).toBe("canh-bao-huyen-tien-lu-2024-08.xlsx");
    expect((await linesOf("/canhbao xuất tháng 12"))[0]).toContain("tháng 12/2023");
    expect((await ask("/canhbao xuất tháng 13")).refused).toBe("not-understood");
  });
});
