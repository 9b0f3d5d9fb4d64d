import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { AN, commandsOf } from "#test/support/office.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let line: Timeline;
beforeEach(async () => {
  line = await startTimeline();
});
afterEach(() => line.stop());

const onTime = (rate: number) => ({ "on-time-rate": rate });
const ask = async (text: string, from = AN): Promise<Reply> => {
  const reply = await line.say(text, { from, chat: from });
  if (!reply) throw new Error(`no answer to ${text}`);
  return reply;
};
const altOf = (reply: Reply) => reply.picture?.alt.split("\n") ?? [];

/** July is the month before; in August three communes are amiss. */
async function publishTwoMonths(): Promise<void> {
  await line.publish("2024-07", {
    "Cương Chính": { TOTAL: 85, "overdue-dossiers": 3, ...onTime(99) },
    "Thủ Sỹ": { TOTAL: 86, "overdue-dossiers": 3, ...onTime(99) },
    "Lệ Xá": { TOTAL: 87, "overdue-dossiers": 3, ...onTime(99) },
    "Nhật Tân": { TOTAL: 88, "overdue-dossiers": 3, ...onTime(99) },
  });
  await line.publish("2024-08", {
    "Cương Chính": { TOTAL: 82, "overdue-dossiers": 20, ...onTime(82.71) },
    "Thủ Sỹ": { TOTAL: 86, "overdue-dossiers": 3, ...onTime(92) },
    "Lệ Xá": { TOTAL: 84.5, "overdue-dossiers": 3, ...onTime(97) },
    "Nhật Tân": { TOTAL: 88, "overdue-dossiers": 3, ...onTime(99) },
  });
}

/** An office's explanation, in its three answers. */
async function explain(number: number, deadline: string): Promise<void> {
  const answers = ["Công chức một cửa nghỉ ốm", "Bố trí người thay, rà soát hằng ngày", deadline];
  for (const words of [`/giaitrinh ${number}`, ...answers, `/giaitrinh ${number} gửi`]) await ask(words);
}

async function numberOf(unit: string, rule: string): Promise<number> {
  const open = await line.app.services.alerts.openOf(line.unit(unit).id);
  const found = open.find((alert) => alert.rule === rule);
  if (!found) throw new Error(`nothing is open of ${unit} by ${rule}`);
  return found.number;
}

describe("/canhbao of one unit", () => {
  it("concerns its own officer alone, and everybody when others ask", async () => {
    await publishTwoMonths();
    const officer = "test:officer";
    await line.app.services.rights.give(officer, {
      role: "officer",
      unit: line.unit("Cương Chính").id,
      by: AN,
    });
    expect(await ask("/canhbao Cương Chính", officer)).toMatchObject({ personal: true });
    expect(await ask("/canhbao Thủ Sỹ", officer)).not.toHaveProperty("personal");
    for (const other of [AN, "test:passer-by"])
      expect(await ask("/canhbao Cương Chính", other)).not.toHaveProperty("personal");
  });
});

describe("/canhbao of an area", () => {
  it("says so where figures are stored that nobody has looked at yet", async () => {
    await publishTwoMonths();
    await line.put("2024-08", { "Nhật Tân": { TOTAL: 80, ...onTime(90) } });

    const behind = "Có số liệu vừa nhập chưa được xét cảnh báo. Khi đang chạy, bot xét trong vài phút.";
    expect((await ask("/canhbao")).text.text).toContain(behind);
    expect((await ask("/canhbao Nhật Tân")).text.text).toContain(behind);
    await line.at("2024-09-12 09:00");
    expect((await ask("/canhbao")).text.text).not.toContain(behind);
  });

  it("is a picture of units by what is amiss, and says the same in words", async () => {
    await publishTwoMonths();
    const board = await ask("/canhbao", "test:leader");
    expect(board.text.text.split("\n")).toEqual([
      "Bảng cảnh báo · huyện Tiên Lữ · tháng 8/2024",
      "5 cảnh báo đang mở ở 3 đơn vị · chưa nhận: 5 · chưa giải trình: 5",
      "Cương Chính (chưa nhận): +17 hồ sơ quá hạn (tổng 20) so với 3 (tháng 7/2024); Tỷ lệ hồ sơ giải quyết đúng hạn 82,71% — dưới chỉ tiêu 95% (thấp hơn 12,29 điểm phần trăm); Điểm tổng hợp 82,00 — giảm 3,00 so với 85,00 (tháng 7/2024)",
      "Thủ Sỹ (chưa nhận): Tỷ lệ hồ sơ giải quyết đúng hạn 92% — dưới chỉ tiêu 95% (thấp hơn 3 điểm phần trăm)",
      "Lệ Xá (chưa nhận): Điểm tổng hợp 84,50 — giảm 2,50 so với 87,00 (tháng 7/2024)",
      expect.stringMatching(/^Chính thức · bản 1 · paper-\d+, kết quả tháng 8\/2024/u),
    ]);
    expect(altOf(board)).toEqual([
      "Bảng cảnh báo · Huyện Tiên Lữ · tháng 8/2024",
      "5 cảnh báo đang mở ở 3 đơn vị · chưa nhận: 5",
      "Mức tăng giảm, số bậc: so với tháng 7/2024",
      "Cương Chính: Quá hạn +17 (chưa nhận); Đúng hạn 82,71% (chưa nhận); Tụt điểm −3,00 (chưa nhận)",
      "Thủ Sỹ: Đúng hạn 92% (chưa nhận)",
      "Lệ Xá: Tụt điểm −2,50 (chưa nhận)",
    ]);
    expect(board.picture?.spec.footer.join("\n")).toMatch(
      /mã [0-9A-Z]{4}\nMức tăng giảm, số bậc: so với tháng 7\/2024\nTình trạng xử lý đến 09:00 ngày 9\/9\/2024$/u,
    );
  });

  it("shows how far each is dealt with, and first whoever let a promised day pass", async () => {
    await publishTwoMonths();
    await ask("/canhbao nhận Cương Chính");
    await explain(await numberOf("Lệ Xá", "score-drop"), "10/9/2024");
    expect(altOf(await ask("/canhbao")).slice(3)).toEqual([
      "Cương Chính: Quá hạn +17 (đã nhận); Đúng hạn 82,71% (đã nhận); Tụt điểm −3,00 (đã nhận)",
      "Thủ Sỹ: Đúng hạn 92% (chưa nhận)",
      "Lệ Xá: Tụt điểm −2,50 (đã giải trình)",
    ]);
    await line.at("2024-09-10 23:00");
    expect(altOf(await ask("/canhbao"))[5]).toContain("(đã giải trình)");
    await line.at("2024-09-11 09:00");
    const board = await ask("/canhbao");
    expect(board.text.text).toContain(
      "chưa giải trình: 4 · quá hạn giải trình: 1\nLệ Xá (quá hạn giải trình): ",
    );
    expect(altOf(board)[3]).toBe("Lệ Xá: Tụt điểm −2,50 (quá hạn giải trình)");
    expect(board.picture?.spec.footer.at(-1)).toBe("Tình trạng xử lý đến ngày 11/9/2024");
  });

  it("is drawn anew only when something changed", async () => {
    await publishTwoMonths();
    const before = (await ask("/canhbao")).picture?.key;
    await line.at("2024-09-09 15:00");
    expect((await ask("/canhbao")).picture?.key).toBe(before);
    await ask("/canhbao nhận Lệ Xá");
    expect((await ask("/canhbao")).picture?.key).not.toBe(before);
  });

  it("has room for 25 units in the picture; all of them are one press away, in words", async () => {
    const rates = Array.from({ length: 40 }, (_, i) => [`Xã Số ${i + 1}`, onTime(50 + i)] as const);
    await line.publish("2024-08", Object.fromEntries(rates));
    const board = await ask("/canhbao");
    expect(board.picture?.spec).toMatchObject({ type: "alerts", more: "và 15 đơn vị khác" });
    expect(altOf(board)).toHaveLength(2 + 25);
    expect(board.text.text.length).toBeLessThanOrEqual(1_024);
    expect(board.text.text).toContain("và 33 đơn vị khác");
    const [asText = ""] = commandsOf(board);
    const whole = await ask(asText);
    expect(whole.picture).toBeUndefined();
    expect(whole.text.text.split("\n").filter((one) => one.includes("dưới chỉ tiêu"))).toHaveLength(40);
  });

  it("of one unit is no board", async () => {
    await line.publish("2024-08", { "Cương Chính": onTime(82.71), "Thủ Sỹ": onTime(99) });
    expect((await ask("/canhbao")).picture).toBeUndefined();
  });

  it("puts the rarest matters of many into one column", async () => {
    const counts = ["overdue-dossiers", "suspended-dossiers", "returned-dossiers", "undigitised-inputs"];
    const month = (worse: boolean, unit: number) =>
      Object.fromEntries(counts.map((id, i) => [id, worse && i <= unit ? 9 - i : 1]));
    const units = ["Cương Chính", "Thủ Sỹ", "Lệ Xá", "Nhật Tân"];
    const at = (worse: boolean) =>
      Object.fromEntries(
        units.map((name, i) => [
          name,
          { ...month(worse, i), ...onTime(worse ? 90 : 99), TOTAL: worse ? 80 : 84 },
        ]),
      );
    await line.publish("2024-07", at(false));
    await line.publish("2024-08", at(true));
    const { picture } = await ask("/canhbao");
    expect(picture?.spec).toMatchObject({
      columns: ["Quá hạn", "Đúng hạn", "Tụt điểm", "Nội dung khác"],
    });
    expect(picture?.alt.split("\n")[3]).toContain("Nội dung khác 3 (chưa nhận)");
  });
});

it.each(["Nhân Cơ", "Nhân Nghĩa"])(
  "/canhbao %s means units of that name, though it begins as the verb “nhận” does",
  async (name) => {
    expect((await ask(`/canhbao ${name}`)).text.text).toContain(name);
  },
);
