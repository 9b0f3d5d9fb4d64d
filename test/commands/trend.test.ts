import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TrendChart } from "#services/reply/chart.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

/** Totals of Cương Chính from October 2023 on; null = nothing was published. */
const TOTALS = [80, 81.2, 79.5, 80.4, null, 81, 80.2, 79.8, 80.9, 81.1, 80.3, 72.5];
const monthOf = (i: number): string => new Date(Date.UTC(2023, 9 + i)).toISOString().slice(0, 7);

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2024-10-06 09:00" });
  for (const [i, total] of TOTALS.entries()) {
    if (total === null) continue;
    await office.put(monthOf(i), {
      "Cương Chính": { TOTAL: total, "on-time-rate": 88 + i },
      "Thủ Sỹ": i % 2 === 0 ? 79 : 83,
    });
  }
});
afterAll(() => office.stop());

describe("/xuhuong", () => {
  it("tells every figure, what is missing, and what is usual", async () => {
    expect(await office.answer("/xuhuong Cương Chính")).toBe(`Xu hướng · xã Cương Chính · Tổng điểm
Tháng 10/2023: 80,00
Tháng 11/2023: 81,20 · +1,20
Tháng 12/2023: 79,50 · −1,70
Tháng 1/2024: 80,40 · +0,90
Tháng 3/2024: 81,00
Tháng 4/2024: 80,20 · −0,80
Tháng 5/2024: 79,80 · −0,40
Tháng 6/2024: 80,90 · +1,10
Tháng 7/2024: 81,10 · +0,20
Tháng 8/2024: 80,30 · −0,80
Tháng 9/2024: 72,50 · −7,80
Tăng, giảm: so với kỳ liền trước.
Chưa có số liệu: tháng 2/2024.
Cao nhất 81,20 (tháng 11/2023), thấp nhất 72,50 (tháng 9/2024).
Mức thường thấy: từ 75,60 đến 83,84, bình quân 79,72 (tính từ 11 kỳ); kỳ cuối xuống dưới mức này, nên tìm nguyên nhân.
${await evidenceOf("/xuhuong Cương Chính")}`);
  });

  it("denies no place that it tells, where one period is too few for a picture", async () => {
    await office.put("2022-01", { "Dị Chế": 81, "Hải Triều": 80 });
    const told = await office.answer("/xuhuong Dị Chế theo hạng");
    expect(told).toContain("hạng 1/2");
    expect(told).not.toContain("Chưa có thứ hạng");
  });

  it("draws a gap as a gap, the usual range behind the line, and every figure", async () => {
    const { panels, periods } = await chartOf("/xuhuong Cương Chính");
    const [panel] = panels;
    expect(periods).toHaveLength(TOTALS.length);
    expect(panel?.points.map(({ value }) => value)).toEqual(TOTALS);
    expect(panel?.band?.low).toBeCloseTo(75.6, 2);
    expect(panel?.points.map(({ text }) => text).join(" ")).toBe(
      "80,00 81,20 79,50 80,40  81,00 80,20 79,80 80,90 81,10 80,30 72,50",
    );
  });

  it("goes back as far as is asked, to the period named", async () => {
    for (const asked of ["3 kỳ", "3 tháng gần đây", "ba tháng vừa qua"])
      expect((await chartOf(`/xuhuong Cương Chính ${asked}`)).periods).toEqual([
        "t7/2024",
        "t8/2024",
        "t9/2024",
      ]);
    expect((await chartOf("/xuhuong Cương Chính 2 kỳ tháng 12/2023")).periods).toEqual([
      "t11/2023",
      "t12/2023",
    ]);
  });

  it("from the start of the year goes back no further", async () => {
    for (const asked of ["/xuhuong Cương Chính từ đầu năm", "diễn biến Cương Chính từ đầu năm đến nay"]) {
      const { periods } = await chartOf(asked);
      expect([periods[0], periods.at(-1), periods.length]).toEqual(["t1/2024", "t9/2024", 9]);
    }
  });

  it("says that a kind of period is not held, and never that a held period is", async () => {
    const said = await office.answer("/xuhuong Cương Chính 3 quý gần đây");
    expect(said).toMatch(/^Chưa có số liệu kỳ này của xã Cương Chính\. Đã có: tháng 9\/2024/u);
  });

  it("follows places, several units and several indicators, each in a panel", async () => {
    const { panels } = await chartOf("/xuhuong Cương Chính, Thủ Sỹ theo hạng 3 kỳ");
    expect(
      panels.map(({ head, reversed, points }) => [head, reversed, points.map(({ text }) => text)]),
    ).toEqual([
      ["Cương Chính", true, ["2", "1", "2"]],
      ["Thủ Sỹ", true, ["1", "2", "1"]],
    ]);
    expect(await office.answer("/xuhuong Cương Chính theo hạng")).toContain(
      "Tháng 8/2024: 80,30 · −0,80 · hạng 1/2",
    );
    const two = await chartOf("/xuhuong Cương Chính đúng hạn, tổng điểm 3 kỳ");
    expect(two.panels.map(({ points }) => points.map(({ text }) => text))).toEqual([
      ["97%", "98%", "99%"],
      ["81,10", "80,30", "72,50"],
    ]);
    expect(await evidenceOf("/xuhuong Cương Chính, Thủ Sỹ 3 kỳ")).toContain("3 bảng");
  });

  it("says what it has not", async () => {
    expect(await office.answer("/xuhuong Thủ Sỹ đúng hạn")).toContain(
      "đúng hạn: chưa có số liệu của xã Thủ Sỹ",
    );
    expect(await office.say("/xuhuong")).toMatchObject({ refused: "unit-needed" });
    expect(await office.say("/xuhuong Lệ Xá")).toMatchObject({ refused: "no-data" });
  });
});

describe("/xuhuong over a break", () => {
  it("draws no line and tells no change across the merger, nor a usual range of both sides", async () => {
    const country = await startTimeline({ now: "2025-12-06 09:00", scope: "tỉnh Gia Lai" });
    const months = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08"];
    for (const [i, month] of months.entries()) await country.put(month, { "Sở Y tế": 70 + i });
    const answer = await country.answer("/xuhuong Sở Y tế Gia Lai");
    expect(answer).toContain(
      "Tháng 7/2025: 76,00 · không so sánh được với kỳ trước: sắp xếp đơn vị hành chính từ 1/7/2025\nTháng 8/2025: 77,00 · +1,00",
    );
    expect(answer).not.toContain("thường thấy");
    const spec = (await country.say("/xuhuong Sở Y tế Gia Lai"))?.picture?.spec as TrendChart;
    expect(spec.panels[0]?.points.map(({ broken }) => broken)).toEqual(
      months.map((month) => month === "2025-07"),
    );
    await country.stop();
  });
});

async function chartOf(text: string): Promise<TrendChart> {
  const spec = (await office.say(text))?.picture?.spec;
  if (spec?.type !== "trend") throw new TypeError(`no trend is drawn for ${text}`);
  return spec;
}

const evidenceOf = async (text: string): Promise<string | undefined> =>
  (await office.answer(text)).split("\n").at(-1);
