import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WaterfallChart } from "#services/reply/chart.ts";
import { startBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

/** Points by group of one unit in one month. */
const groups = (CKMB: number, TDGQ: number, MDSH: number, TOTAL: number) => ({ CKMB, TDGQ, MDSH, TOTAL });

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put("2024-08", {
    "Thủ Sỹ": groups(16, 19, 18, 88),
    "Hải Triều": groups(15, 18, 17, 85),
    "Nhật Tân": groups(14, 17, 16, 82),
    "Lệ Xá": 80,
  });
  await office.put("2024-09", {
    "Thủ Sỹ": {
      ...groups(16, 17, 17.5, 84.2),
      "dossiers-received": 200,
      "dossiers-on-time": 170,
      "on-time-rate": 85,
    },
    "Hải Triều": groups(15, 18.5, 17.5, 86),
    "Nhật Tân": groups(15, 18, 17, 84.5),
    "Lệ Xá": 80,
  });
});
afterAll(() => office.stop());

describe("/visao", () => {
  it("splits the move, adds the groups up to the change, and says what would close the gap", async () => {
    expect((await office.answer("/visao Thủ Sỹ")).split("\n").slice(0, -1)).toEqual([
      "Vì sao · Xã Thủ Sỹ, huyện Tiên Lữ · tháng 9/2024",
      "Điểm tổng hợp: 84,20/100 (Tốt) · hạng 3/4 · −3,80, ▼2 so với tháng 8/2024",
      "Thứ hạng so với tháng 8/2024: 1 → 3 (trong 4 đơn vị có ở cả hai kỳ). Trong đó riêng kết quả của đơn vị xuống 1 bậc, thành hạng 2 nếu các đơn vị khác giữ nguyên; phần do các đơn vị khác thay đổi: xuống 1 bậc.",
      "Các đơn vị đã vượt lên trên: Hải Triều, Nhật Tân.",
      "Tổng điểm −3,80 so với tháng 8/2024, gồm: Tiến độ −2,00; Số hóa −0,50; Công khai 0,00; chưa tách được theo nhóm −1,30.",
      "Nên làm trước, theo số điểm còn có thể lấy:",
      "Số hóa 17,50/22: còn 4,50 điểm · đồng hạng 1/3",
      "Tiến độ 17,00/20: còn 3,00 điểm · hạng 3/3",
      "Công khai 16,00/18: còn 2,00 điểm · hạng 1/3",
      "Đơn vị liền trên: Nhật Tân, hạng 2, 84,50; hơn 0,30 điểm.",
      "Để đuổi kịp: xử lý đúng hạn thêm 3 hồ sơ (≈ +0,30 điểm).",
      "Tiến độ: xử lý đúng hạn thêm 1 hồ sơ ≈ +0,10 điểm, thêm cả 30 hồ sơ còn lại ≈ +3,00 điểm (công thức 2.1, khớp điểm công bố).",
      "Tính trên số hồ sơ kỳ này; chưa kể hồ sơ quá hạn còn trừ điểm hài lòng (5.4).",
      "Chưa quy ra hồ sơ: Số hóa, Công khai (chưa có số đếm hồ sơ).",
    ]);
  });

  it("draws each step from where the one before it ends, to the new total", async () => {
    const { rows } = await chartOf("/visao Thủ Sỹ");
    expect(rows.map(({ name, text }) => `${name} ${text}`)).toEqual([
      "Tháng 8/2024 88,00",
      "Tiến độ −2,00",
      "Số hóa −0,50",
      "Công khai 0,00",
      "Chưa tách được −1,30",
      "Tháng 9/2024 84,20",
    ]);
    expect(rows.slice(1).every(({ from }, i) => from === rows[i]?.to)).toBe(true);
  });

  it("draws points lost where there is no month before, and says why places are not set against anything", async () => {
    const said = await office.answer("/visao Thủ Sỹ 8/2024");
    expect(said).toContain("Thứ hạng: chưa có số liệu tháng 7/2024 để so sánh.");
    expect(said).toContain("Đơn vị đang dẫn đầu.");
    expect(said).toContain("Chưa quy ra hồ sơ: Số hóa, Công khai, Tiến độ (chưa có số đếm hồ sơ).");
    const { rows } = await chartOf("/visao Thủ Sỹ 8/2024");
    expect(rows.map(({ name, text }) => `${name} ${text}`)).toEqual([
      "Điểm tối đa 100,00",
      "Số hóa −4,00",
      "Công khai −2,00",
      "Tiến độ −1,00",
      "Nhóm chưa có số liệu −5,00",
      "Tháng 8/2024 88,00",
    ]);
  });

  it("says that groups are not known where only totals are held", async () => {
    const said = await office.say("/visao Lệ Xá");
    expect(said?.text.text).toContain("chưa biết nhóm nào làm tổng điểm thay đổi");
    expect(said?.picture?.spec.type).toBe("rank");
  });

  it("never uses a formula that does not give what was published", async () => {
    const other = await startTimeline({ now: "2024-10-06 09:00" });
    await other.put("2024-09", {
      "Thủ Sỹ": { TDGQ: 12, "dossiers-received": 200, "dossiers-on-time": 170 },
      "Lệ Xá": { TDGQ: 11 },
    });
    const said = await other.answer("/visao Thủ Sỹ");
    expect(said).toContain("Chưa có tổng điểm kỳ này, xét theo phần đã có.");
    expect(said).toContain("công thức đã biết không cho ra đúng điểm công bố");
    expect(said).not.toContain("thêm 1 hồ sơ");
    await other.stop();
  });

  it("answers several units in words, and tells figures that are named", async () => {
    const said = await office.say("/visao Thủ Sỹ, Hải Triều đúng hạn");
    expect(said?.picture).toBeUndefined();
    expect(said?.text.text).toContain("Vì sao · Xã Hải Triều");
    expect(said?.text.text).toContain("Chỉ số cần xem:\nTỷ lệ hồ sơ giải quyết đúng hạn: 85%");
    expect(await office.say("/visao")).toMatchObject({ refused: "unit-needed" });
  });
});

describe("/visao over the sample", () => {
  it("says from which formula a department's dossiers are reckoned, with the place in its list", async () => {
    const bot = await startBot();
    const said = await bot.answer("/visao Sở Xây dựng Phú Thọ 8/2026");
    expect(said).toContain("(công thức 2.1, khớp điểm công bố)");
    const province = await bot.answer("/visao tỉnh Gia Lai 2026");
    expect(province).toContain("Nên làm trước");
    expect(province).toMatch(/Chưa quy ra hồ sơ: .*DVC trực tuyến \(chưa rõ công thức\)/u);
    await bot.stop();
  });
});

async function chartOf(text: string): Promise<WaterfallChart> {
  const spec = (await office.say(text))?.picture?.spec;
  if (spec?.type !== "waterfall") throw new TypeError(`no waterfall is drawn for ${text}`);
  return spec;
}
