import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BarChart } from "#services/reply/chart.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put("2024-08", {
    "Thủ Sỹ": { TOTAL: 89.63, TDGQ: 17.72, "on-time-rate": 99.2, "overdue-dossiers": 3 },
    "Cương Chính": { TOTAL: 83.28, TDGQ: 18, "on-time-rate": 82.71, "overdue-dossiers": 17 },
    "Lệ Xá": { TOTAL: 87.31, "on-time-rate": 99.2, "overdue-dossiers": 0 },
  });
  await office.put("2024-09", {
    "Thủ Sỹ": { TOTAL: 88.1, TDGQ: 17.72, "on-time-rate": 99.5, "overdue-dossiers": 5 },
    "Cương Chính": { TOTAL: 84, "on-time-rate": 90 },
  });
  for (const name of MORE)
    await office.put("2023-08", { [name]: { TOTAL: 80, TDGQ: 15, CLGQ: 10, TTTT: 9, MDSH: 20, CKMB: 11 } });
});
afterAll(() => office.stop());

/** Beside the three of the other tests. */
const MORE = ["Nhật Tân", "Dị Chế", "An Viên"];

describe("/sosanh", () => {
  it("sets units beside each other, the better one first, with the direction of each indicator", async () => {
    expect(await linesOf("/sosanh Thủ Sỹ, Cương Chính 8/2024")).toEqual([
      "So sánh · Thủ Sỹ, Cương Chính · tháng 8/2024",
      "Tốt hơn ở (trong 4 chỉ số so được): Thủ Sỹ 3 · Cương Chính 1",
      "Điểm tổng hợp: Thủ Sỹ 89,63 (hạng 1/3) · Cương Chính 83,28 (hạng 3/3) · chênh 6,35",
      "Tiến độ giải quyết: Cương Chính 18,00/20 = 90,0% · Thủ Sỹ 17,72/20 = 88,6% · chênh 0,28",
      "Tỷ lệ hồ sơ giải quyết đúng hạn: Thủ Sỹ 99,2% · Cương Chính 82,71% · chênh 16,49 điểm phần trăm",
      "Hồ sơ quá hạn: Thủ Sỹ 3 hồ sơ · Cương Chính 17 hồ sơ · chênh 14",
    ]);
  });

  it("sets one unit in two periods beside each other, in the order of time", async () => {
    const expected = [
      "So sánh · xã Thủ Sỹ · tháng 8/2024 với tháng 9/2024",
      "Tốt hơn ở (trong 4 chỉ số so được): t8/2024 2 · t9/2024 1 · ngang nhau 1",
      "Điểm tổng hợp: t8/2024 89,63 (hạng 1/3) → t9/2024 88,10 (hạng 1/2) (−1,53)",
      "Tiến độ giải quyết: t8/2024 17,72/20 = 88,6% → t9/2024 17,72/20 = 88,6% (không đổi)",
      "Tỷ lệ hồ sơ giải quyết đúng hạn: t8/2024 99,2% → t9/2024 99,5% (tăng 0,3 điểm phần trăm)",
      "Hồ sơ quá hạn: t8/2024 3 hồ sơ → t9/2024 5 hồ sơ (+2)",
    ];
    for (const typed of [
      "/sosanh Thủ Sỹ 8/2024 với 9/2024",
      "/sosanh Thủ Sỹ tháng 9/2024 so với tháng 8",
      "/sosanh Thủ Sỹ 9/2024 với tháng trước",
      "/sosanh Thủ Sỹ so với tháng 8/2024",
    ])
      expect(await linesOf(typed)).toEqual(expected);
  });

  it("shows the latest period that all units have, and names what only one side holds", async () => {
    const said = await office.answer("/sosanh Thủ Sỹ, Lệ Xá");
    expect(said).toContain("Thủ Sỹ, Lệ Xá · tháng 8/2024");
    expect(said).toContain("Chỉ một bên có số liệu: Tiến độ.");
    expect(said).toContain("ngang nhau 1");
  });

  it("says what it has not, and never calls anybody better for it", async () => {
    expect(await office.answer("/sosanh Thủ Sỹ, Cương Chính, Lệ Xá 9/2024")).toContain(
      "Xã Lệ Xá: chưa có số liệu tháng 9/2024.",
    );
    expect(await office.say("/sosanh Thủ Sỹ, Lệ Xá 9/2024")).toMatchObject({ refused: "no-period" });
    expect(await office.say("/sosanh Thủ Sỹ")).toMatchObject({ refused: "sides-needed" });
    expect(await office.say("/sosanh Thủ Sỹ, Dị Chế 8/2024")).toMatchObject({ refused: "no-period" });
    expect(await office.answer("/sosanh Thủ Sỹ, Lệ Xá đúng hạn, thanh toán 8/2024")).toContain(
      "Chưa có số liệu: Thanh toán.",
    );
  });

  it("offers what is held alone where there is nothing to compare it with", async () => {
    for (const asked of ["/sosanh Dị Chế 1/2024 với 2/2024", "/sosanh Dị Chế 9/2024 với 5/2024"]) {
      const reply = await office.say(asked);
      expect(reply?.refused).toBe("no-period");
      for (const { command } of reply?.actions.flat() ?? []) {
        expect(await office.say(command)).not.toHaveProperty("refused");
      }
      expect(reply?.actions.flat().length).toBeGreaterThan(0);
    }
  });

  it("goes on from the answer before", async () => {
    const chat = "test:follow";
    await office.say("/xa Thủ Sỹ 8/2024", { chat });
    expect(await office.answer("so với Cương Chính thì sao", { chat })).toContain(
      "So sánh · Thủ Sỹ, Cương Chính",
    );
    expect(await office.answer("đúng hạn thì sao", { chat })).toContain(
      "Tỷ lệ hồ sơ giải quyết đúng hạn: Thủ Sỹ",
    );
  });

  it("draws every figure it tells, each bar in % of the maximum", async () => {
    const reply = await office.say("/sosanh Thủ Sỹ, Cương Chính 8/2024");
    const spec = reply?.picture?.spec as BarChart;
    const drawn = spec.groups.map(({ bars }) =>
      bars.map(({ percent, tone }) => [percent && Number(percent.toFixed(1)), tone === "best"]),
    );
    expect(drawn).toEqual([
      [
        [89.6, true],
        [83.3, false],
      ],
      [
        [88.6, false],
        [90, true],
      ],
      [
        [99.2, true],
        [82.7, false],
      ],
      [
        [17.6, true],
        [100, false],
      ],
    ]);
    for (const { bars } of spec.groups)
      for (const { valueText } of bars) expect(reply?.text.text).toContain(valueText.split(" = ")[0]);
  });

  it("turns pages where indicators are many, with the same sides", async () => {
    const first = await office.say(`/sosanh ${MORE.join(", ")}, Thủ Sỹ`);
    expect(first?.refused).toBe("no-common-period");
    const all = await office.say(`/sosanh ${[...MORE, "Thủ Sỹ"].join(", ")} 8/2023`);
    expect(all?.text.text).toContain("Xã Thủ Sỹ: chưa có số liệu tháng 8/2023.");
    const pages = [all, await office.say(all?.pages?.next ?? "")];
    expect(pages.map((page) => page?.text.text.split("\n")[0])).toEqual([
      "So sánh · Nhật Tân, Dị Chế, An Viên · tháng 8/2023",
      "So sánh · Nhật Tân, Dị Chế, An Viên · tháng 8/2023",
    ]);
    expect(pages.flatMap((page) => (page?.picture?.spec as BarChart | undefined)?.groups ?? [])).toHaveLength(
      6,
    );
  });
});

describe("whoever is compared", () => {
  it("has the same winner in whatever order the units are named", async () => {
    const names = ["Thủ Sỹ", "Cương Chính", "Lệ Xá"];
    const orders = fc.shuffledSubarray(names, { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const forward = await bestOf(order);
        expect(await bestOf([...order].reverse())).toEqual(forward);
      }),
      { numRuns: 12 },
    );
  });
});

describe("/sosanh over a break", () => {
  it("calls no side better across the merger", async () => {
    const country = await startTimeline({ now: "2025-12-06 09:00", scope: "tỉnh Gia Lai" });
    await country.put("2025-06", { "Sở Y tế": 70 });
    await country.put("2025-07", { "Sở Y tế": 80 });
    const said = await country.answer("/sosanh Sở Y tế Gia Lai 6/2025 với 7/2025");
    expect(said).toContain("sắp xếp đơn vị hành chính từ 1/7/2025. Số liệu nêu cạnh nhau");
    expect(said).not.toMatch(/Tốt hơn|\+10/u);
    await country.stop();
  });
});

async function bestOf(order: readonly string[]): Promise<readonly string[]> {
  const spec = (await office.say(`/sosanh ${order.join(", ")} 8/2024`))?.picture?.spec as BarChart;
  return spec.groups
    .flatMap(({ head, bars }) =>
      bars.flatMap(({ name, tone }) => (tone === "best" ? [`${head}: ${name}`] : [])),
    )
    .sort();
}

/** Without the evidence. */
const linesOf = async (text: string): Promise<readonly string[]> =>
  (await office.answer(text)).split("\n").slice(0, -1);
