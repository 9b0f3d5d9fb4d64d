import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import type { HeatChart } from "#services/reply/chart.ts";
import { targetTable } from "#services/results/target-table.ts";
import type { Target } from "#services/targets/target.ts";
import { createTargets } from "#services/targets/targets.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put(
    "2024-08",
    {
      "Thủ Sỹ": { TOTAL: 89, "on-time-rate": 99.2, "online-payment-rate": 61, "overdue-dossiers": 0 },
      "Cương Chính": { TOTAL: 83, "on-time-rate": 82.71, "online-payment-rate": 40, "overdue-dossiers": 17 },
      "Lệ Xá": { TOTAL: 87, "on-time-rate": 93, "overdue-dossiers": 2 },
    },
    { document: { kind: "letter", issuer: "UBND huyện Tiên Lữ", number: "12/KH-UBND" } },
  );
  const sheet = await office.app.services.sheets.current(office.scope.id, toPeriod("2024-08"));
  await setTargets(
    office,
    [
      { indicator: "on-time-rate", comparison: ">=", value: 95 },
      { indicator: "online-payment-rate", comparison: ">=", value: 60 },
      { indicator: "overdue-dossiers", comparison: "<=", value: 0 },
      { indicator: "e-result-rate", comparison: ">=", value: 100 },
    ],
    sheet?.documents[0]?.id ?? "",
  );
});
afterAll(() => office.stop());

describe("/chitieu", () => {
  it("tells each target with its paper, who meets it, and who misses it by how much", async () => {
    const said = (await office.answer("/chitieu tháng 8")).split("\n").slice(0, -1);
    expect(said).toEqual([
      "Chỉ tiêu · tháng 8/2024 · huyện Tiên Lữ · 3 xã",
      "Đạt cả 3 chỉ tiêu: 1/3 đơn vị · chưa đạt ít nhất một: 2",
      "Theo công văn UBND huyện Tiên Lữ số 12/KH-UBND.",
      "Trong ngoặc: phần còn cách chỉ tiêu (tỷ lệ tính bằng điểm phần trăm).",
      "Tỷ lệ hồ sơ giải quyết đúng hạn từ 95%: đạt 1/3",
      "– Chưa đạt: Cương Chính 82,71% (12,29) · Lệ Xá 93% (2)",
      "Tỷ lệ thanh toán trực tuyến từ 60%: đạt 1/2",
      "– Chưa đạt: Cương Chính 40% (20)",
      "– Chưa có số liệu: Lệ Xá",
      "Hồ sơ quá hạn không quá 0 hồ sơ: đạt 1/3",
      "– Chưa đạt: Cương Chính 17 hồ sơ (17) · Lệ Xá 2 hồ sơ (2)",
      "Kỳ này chưa có số liệu: Kết quả điện tử (từ 100%).",
    ]);
  });

  it("draws the figures in their cells, the worst units first, darker the farther they are away", async () => {
    const { columns, rows } = await heatOf(office, "/chitieu tháng 8");
    expect(columns.map(({ target }) => target)).toEqual(["từ 95%", "từ 60%", "không quá 0"]);
    expect(
      rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell && `${cell.text} ${cell.level}`)]),
    ).toEqual([
      ["Cương Chính", "82,71% short", "40% far", "17 short"],
      ["Lệ Xá", "93% near", null, "2 short"],
      ["Thủ Sỹ", "99,2% met", "61% met", "0 met"],
    ]);
  });

  it("is asked of one indicator, of one unit, and in plain words", async () => {
    const one = await office.answer("/chitieu đúng hạn tháng 8");
    expect(one).toContain("Đạt cả 1 chỉ tiêu: 1/3");
    expect(one).not.toContain("thanh toán");
    expect(await office.answer("/chitieu Cương Chính 8/2024")).toContain(
      "Tỷ lệ hồ sơ giải quyết đúng hạn: 82,71% · hạng 3/3 · chỉ tiêu từ 95%: chưa đạt, thấp hơn 12,29 điểm phần trăm",
    );
    for (const asked of ["các chỉ tiêu tháng 8", "mức độ hoàn thành chỉ tiêu tháng 8/2024"])
      expect(await office.answer(asked)).toContain("Đạt cả 3 chỉ tiêu");
  });

  it("says that no paper sets any, and turns only pages there are", async () => {
    expect(await office.say("/chitieu tháng 8 trang 2")).toMatchObject({ refused: "no-such-page" });
    const other = await startTimeline();
    await other.put("2024-08", { "Cương Chính": 80, "Thủ Sỹ": 82 });
    expect(await other.say("/chitieu")).toMatchObject({ refused: "no-targets" });
    await other.stop();
  });
});

describe("a list of many units", () => {
  it("comes in pages that together hold every unit once", async () => {
    const wide = await startTimeline({ now: "2024-10-06 09:00" });
    const names = Array.from({ length: 34 }, (_, i) => `Xã số ${i + 1}`);
    await wide.put("2024-08", Object.fromEntries(names.map((name, i) => [name, { "on-time-rate": 66 + i }])));
    await setTargets(wide, [{ indicator: "on-time-rate", comparison: ">=", value: 80 }], "none");
    const seen: string[] = [];
    let next: string | null = "/chitieu tháng 8";
    while (next !== null) {
      const reply = await wide.say(next);
      const spec = reply?.picture?.spec as HeatChart;
      seen.push(...spec.rows.map(({ name }) => name));
      next = reply?.pages?.next ?? null;
    }
    expect(seen).toHaveLength(34);
    expect(new Set(seen).size).toBe(34);
    expect(seen[0]).toBe("Xã số 1");
    expect(await wide.answer("/chitieu tháng 8")).toContain("chưa lưu tên văn bản giao");
    await wide.stop();
  });
});

describe("a table of targets", () => {
  it("holds nothing where there is nothing", () => {
    expect(targetTable([], () => [])).toEqual({ columns: [], rows: [] });
  });
});

type Level = Pick<Target, "indicator" | "comparison" | "value">;

async function setTargets(line: Timeline, levels: readonly Level[], source: string): Promise<void> {
  const set = levels.map((level) => ({ ...level, scope: line.scope.id, period: null, kinds: null, source }));
  await line.store.commit({ puts: createTargets({ store: line.store }).puts(set) });
}

async function heatOf(line: Timeline, text: string): Promise<HeatChart> {
  const spec = (await line.say(text))?.picture?.spec;
  if (spec?.type !== "heat") throw new TypeError(`no heat map is drawn for ${text}`);
  return spec;
}
