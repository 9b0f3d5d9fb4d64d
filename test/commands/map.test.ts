import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MapChart } from "#services/reply/map-chart.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

const NAMES = [
  "Quy Nhơn",
  "Quy Nhơn Đông",
  "Quy Nhơn Tây",
  "Quy Nhơn Nam",
  "Quy Nhơn Bắc",
  "Bình Định",
  "An Nhơn",
];

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2026-10-06 09:00", scope: "tỉnh Gia Lai" });
  const figures = (values: readonly number[]) =>
    Object.fromEntries(NAMES.map((name, i) => [name, { TOTAL: values[i] ?? 0, "on-time-rate": 90 + i }]));
  await office.put("2026-08", figures([70, 71, 72, 73, 74, 75, 76]));
  await office.put("2026-09", figures([80, 71, 72, 73, 74, 75, 60.5]));
});
afterAll(() => office.stop());

describe("/bando", () => {
  it("tells who is first and last, what each colour stands for, and counts the grey", async () => {
    const said = await office.answer("/bando");
    expect(said.split("\n").slice(0, -1)).toEqual([
      "Bản đồ tháng 9/2026 · tỉnh Gia Lai · 135 xã, phường",
      "Dẫn đầu: Quy Nhơn 80,00 · Bình Định 75,00 · Quy Nhơn Bắc 74,00",
      "Cuối bảng: An Nhơn 60,50 · Quy Nhơn Đông 71,00 · Quy Nhơn Tây 72,00",
      "Điểm tổng hợp (điểm), màu đậm hơn là cao hơn: 60,50 (1 đơn vị) · 71,00–72,00 (2 đơn vị) · 73,00 (1 đơn vị) · 74,00–75,00 (2 đơn vị) · 80,00 (1 đơn vị)",
      "Màu xám, chưa có số liệu: 128/135 đơn vị (trong đó có Nhơn Châu, An Lão, An Vinh, An Toàn, An Hòa, Tam Quan)",
    ]);
  });

  it("colours every unit of the province, grey where there is no figure, and names both sources", async () => {
    const { areas, missing, map, footer } = await chartOf("/bando");
    expect(map).toBe("52");
    expect(areas).toHaveLength(135);
    expect(areas.filter(({ step }) => step === null)).toHaveLength(128);
    expect(missing?.count).toBe("128 đơn vị");
    expect(areas.flatMap(({ label }) => label ?? []).sort()).toEqual([
      "1. Quy Nhơn 80,00",
      "2. Bình Định 75,00",
      "3. Quy Nhơn Bắc 74,00",
      "5. Quy Nhơn Tây 72,00",
      "6. Quy Nhơn Đông 71,00",
      "7. An Nhơn 60,50",
    ]);
    expect(footer.at(-1)).toMatch(/NXB Tài nguyên, Môi trường .* vietnamese-provinces-database \(MIT\)$/u);
  });

  it("shows places gained and lost against the period it names", async () => {
    const said = await office.answer("/bando tăng giảm");
    expect(said).toContain("Tăng hạng nhiều nhất: Quy Nhơn tăng 6 bậc");
    expect(said).toContain("Giảm hạng nhiều nhất: An Nhơn giảm 6 bậc");
    expect(said).toContain("so với tháng 8/2026");
    const { steps, palette, subtitle } = await chartOf("/bando tăng giảm");
    expect(palette).toBe("diverging");
    expect(subtitle).toContain("so với tháng 8/2026");
    expect(steps.map(({ range, color }) => `${color} ${range}`)).toEqual([
      "1 giảm 6 bậc",
      "2 giữ hạng",
      "3 tăng 6 bậc",
    ]);
  });

  it("shows another period and indicator, and one commune among its province's", async () => {
    expect(await office.answer("/bando đúng hạn tháng 8/2026")).toContain("Dẫn đầu: An Nhơn 96%");
    const { areas } = await chartOf("/bando Quy Nhơn Nam");
    expect(areas.find(({ tone }) => tone === "asked")?.label).toBe("4. Quy Nhơn Nam 73,00");
    const unheld = await chartOf("/bando Nhơn Châu");
    expect(unheld.areas.find(({ tone }) => tone === "asked")?.label).toBe("Nhơn Châu: chưa có số liệu");
  });

  it("is asked for in plain words, and goes on from what was shown", async () => {
    for (const asked of ["vẽ bản đồ Gia Lai", "cho xem bản đồ tháng 9", "bản đồ tỉnh mình"])
      expect(await office.answer(asked), asked).toContain("Bản đồ tháng 9/2026 · tỉnh Gia Lai");
    expect(await office.answer("bản đồ đúng hạn tháng 8")).toContain("Bản đồ tháng 8/2026");
    await office.answer("/xephang tháng 8/2026 đúng hạn");
    expect(await office.answer("vẽ bản đồ")).toContain(
      "Bản đồ tháng 8/2026 · tỉnh Gia Lai · 135 xã, phường · Tỷ lệ hồ sơ giải quyết đúng hạn",
    );
    expect(await office.answer("còn tháng 9 thì sao?")).toContain("Bản đồ tháng 9/2026");
  });
});

describe("where there is no map", () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.stop());

  it("says so for a period of the time before, and offers the ranking", async () => {
    const said = await bot.say("/bando");
    expect(said?.refused).toBe("no-map");
    expect(said?.picture).toBeUndefined();
    expect(said?.text.text).toMatch(/^Bản đồ chỉ có cho các kỳ từ 1\/7\/2025/u);
    expect(said?.actions.flat().map(({ command }) => command)).toEqual(["/xephang 2024-08 TOTAL"]);
  });

  it("draws no places gained or lost, nor a target, that are not known", async () => {
    expect((await bot.say("/bando tăng giảm Gia Lai"))?.refused).toBe("no-moves");
    expect((await bot.say("/bando chỉ tiêu Gia Lai"))?.refused).toBe("no-targets");
  });

  it("draws the country's provinces", async () => {
    const { areas, map, missing } = await chartOf("/bando cả nước", bot);
    expect([map, areas.length, missing]).toEqual(["vn", 34, null]);
  });
});

async function chartOf(text: string, bot: TestBot = office): Promise<MapChart> {
  const spec = (await bot.say(text))?.picture?.spec;
  if (spec?.type !== "map") throw new Error(`no map: ${text}`);
  return spec;
}
