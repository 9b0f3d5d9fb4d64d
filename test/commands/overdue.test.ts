import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { owedPages } from "#services/charts/owed-spec.ts";
import type { BarChart } from "#services/reply/chart.ts";
import type { Owed } from "#services/results/owed.ts";
import { listWorkbook } from "#test/support/dossier-lists.ts";
import { enter, owed } from "#test/support/intake-desk.ts";
import { startBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put("2024-07", {
    "Thủ Sỹ": { "overdue-dossiers": 4, "suspended-dossiers": 2 },
    "Cương Chính": { "overdue-dossiers": 14, "suspended-dossiers": 1 },
    "Lệ Xá": { "overdue-dossiers": 0, "suspended-dossiers": 1 },
  });
  await office.put("2024-08", {
    "Thủ Sỹ": { TOTAL: 89, "overdue-dossiers": 3, "undigitised-inputs": 20 },
    "Cương Chính": { TOTAL: 83, "overdue-dossiers": 17, "undigitised-inputs": 5 },
    "Lệ Xá": { TOTAL: 87, "overdue-dossiers": 0 },
  });
});
afterAll(() => office.stop());

describe("/quahan", () => {
  it("tells of each kind who has how many, the change and the share, the most first", async () => {
    expect((await office.answer("/quahan")).split("\n").slice(0, -1)).toEqual([
      "Hồ sơ cần xử lý · tháng 8/2024 · huyện Tiên Lữ · 3 xã",
      "Trong ngoặc: tăng giảm so với tháng 7/2024; tỷ trọng trong tổng số",
      "Hồ sơ quá hạn: 20 hồ sơ (+2) ở 2/3 đơn vị",
      "– Cương Chính 17 (+3; 85%) · Thủ Sỹ 3 (−1; 15%)",
      "Hồ sơ chưa số hóa thành phần hồ sơ: 25 hồ sơ ở 2/2 đơn vị",
      "– Thủ Sỹ 20 (80%) · Cương Chính 5 (20%)",
      "– Chưa có số liệu: Lệ Xá",
    ]);
  });

  it("takes “chưa số hóa” for papers handed in and for results alike", async () => {
    await office.put("2024-06", {
      "Lệ Xá": { TOTAL: 80, "undigitised-inputs": 4, "undigitised-results": 6 },
    });
    expect((await office.answer("/quahan chưa số hóa 6/2024")).split("\n").slice(2, -1)).toEqual([
      "Hồ sơ chưa số hóa thành phần hồ sơ: 4 hồ sơ ở 1/1 đơn vị",
      "– Lệ Xá 4",
      "Hồ sơ chưa số hóa kết quả: 6 hồ sơ ở 1/1 đơn vị",
      "– Lệ Xá 6",
    ]);
  });

  it("draws a bar for each unit, orange where there are more than before", async () => {
    const spec = await barsOf("/quahan");
    expect(
      spec.groups.map(({ head, bars }) => [
        head,
        bars.map(({ name, valueText, tone }) => [name, valueText, tone]),
      ]),
    ).toEqual([
      [
        "Hồ sơ quá hạn: 20 ở 2 đơn vị",
        [
          ["Cương Chính", "17 (+3)", "worse"],
          ["Thủ Sỹ", "3 (−1)", "plain"],
        ],
      ],
      [
        "Hồ sơ chưa số hóa thành phần hồ sơ: 25 ở 2 đơn vị",
        [
          ["Thủ Sỹ", "20", "plain"],
          ["Cương Chính", "5", "plain"],
        ],
      ],
    ]);
  });

  it("is asked of one kind, of an earlier month, of one unit, and in plain words", async () => {
    const one = await office.answer("/quahan chưa số hóa");
    expect(one).toContain("25 hồ sơ");
    expect(one).not.toContain("quá hạn");
    expect(await office.answer("/quahan tháng 7")).toContain("Hồ sơ tạm dừng: 4 hồ sơ ở 3/3 đơn vị");
    expect(await office.answer("/quahan Cương Chính 8/2024")).toContain("Hồ sơ quá hạn: 17 hồ sơ");
    expect(await office.answer("tình hình hồ sơ tồn đọng tháng 8")).toContain("Hồ sơ quá hạn: 20 hồ sơ (+2)");
    const chat = "test:overdue";
    await office.say("/quahan tháng 8", { chat });
    expect(await office.answer("tháng trước thì sao", { chat })).toContain("Hồ sơ cần xử lý · tháng 7/2024");
  });

  it("says what it does not count, and never calls what is not on time overdue", async () => {
    expect(await office.say("/quahan đúng hạn")).toMatchObject({ refused: "not-owed" });
    const other = await startTimeline();
    await other.put("2024-08", {
      "Cương Chính": { "not-on-time-at-extraction": 40 },
      "Thủ Sỹ": { "not-on-time-at-extraction": 12 },
    });
    const said = await other.answer("/quahan");
    expect(said).toContain("Hồ sơ chưa đúng hạn tại thời điểm trích xuất: 52 hồ sơ ở 2/2 đơn vị");
    expect(said).toContain("Kỳ này chưa có số hồ sơ quá hạn.");
    expect(said).toContain("không phải hồ sơ quá hạn");
    await other.stop();
  });

  it("holds every unit of a long list once, over all pages", async () => {
    const wide = await startTimeline();
    const names = Array.from({ length: 135 }, (_, i) => `Xã số ${i + 1}`);
    await wide.put(
      "2024-08",
      Object.fromEntries(
        names.map((name, i) => [name, { "overdue-dossiers": 1 + i, "suspended-dossiers": i % 3 }]),
      ),
    );
    const seen: string[] = [];
    let next: string | null = "/quahan";
    while (next !== null) {
      const reply = await wide.say(next);
      const spec = reply?.picture?.spec as BarChart;
      seen.push(
        ...spec.groups.flatMap(({ head, bars }) => bars.map(({ name }) => `${head.split(":")[0]}/${name}`)),
      );
      next = reply?.pages?.next ?? null;
    }
    expect(seen).toHaveLength(135 + 90);
    expect(new Set(seen).size).toBe(135 + 90);
    await wide.stop();
  });
});

describe("/quahan of a list of dossiers that was taken in", () => {
  it("tells fields and systems, and keeps no dossier's code", async () => {
    const bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ", now: "2024-11-04T09:00:00+07:00" });
    const dossiers = Array.from({ length: 9 }, (_, i) => ({
      code: `H33.50.05.13-2410${String(i + 10)}-000${i}`,
      unit: i < 6 ? "xã Thủ Sỹ" : "xã Cương Chính",
      field: i < 5 ? "Đất đai" : "Hộ tịch",
      days: i + 1,
    }));
    const bytes = listWorkbook(dossiers);
    const file = { name: "ho so qua han.xlsx", size: bytes.length, bytes: async () => bytes };
    const read = await bot.say("/nhap", { as: "editor", sent: { files: [file] } });
    await enter(bot, owed(read), { as: "editor" });
    const said = await bot.answer("/quahan");
    expect(said).toContain("Hồ sơ quá hạn đang xử lý: 9 hồ sơ ở 2/2 đơn vị");
    expect(said).not.toContain("chưa có số hồ sơ quá hạn");
    expect(said).toContain("Theo danh sách đã nhập (9 hồ sơ):");
    expect(said).toContain("– Lĩnh vực: Đất đai 5 · Hộ tịch 4.");
    expect(said).not.toContain("H33");
    await bot.stop();
  });
});

describe("pages of bars", () => {
  it("hold every unit of every kind once, in their order", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 140 }), { maxLength: 6 });
    fc.assert(
      fc.property(counts, (lengths) => {
        const all = lengths.map((length, kind) => ({
          units: Array.from({ length }, (_, i) => ({
            unit: `${kind}/${i}`,
            count: 1,
            change: null,
            share: 0,
          })),
        })) as unknown as Owed[];
        const drawn = owedPages(all).flatMap((page) =>
          page.flatMap(({ units }) => units.map(({ unit }) => unit)),
        );
        expect(drawn).toEqual(all.flatMap(({ units }) => units.map(({ unit }) => unit)));
        for (const page of owedPages(all)) expect(page.length).toBeGreaterThan(0);
      }),
    );
  });
});

async function barsOf(text: string): Promise<BarChart> {
  const spec = (await office.say(text))?.picture?.spec;
  if (spec?.type !== "bars") throw new TypeError(`no bars are drawn for ${text}`);
  return spec;
}
