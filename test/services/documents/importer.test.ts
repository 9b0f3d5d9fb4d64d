import { describe, expect, it } from "vitest";
import { createImporter } from "#services/documents/importer.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { bytesOf, indicators, LETTERS, TODAY } from "#test/services/documents/reading.ts";

const HANOI = "Asia/Ho_Chi_Minh";

async function start() {
  const store = await openStore("file::memory:");
  const units = createUnits();
  const sheets = createSheets({ store });
  const targets = createTargets({ store });
  const added = createAddedUnits({ store });
  const tasks = createTasks({ store, workdays: createWorkdays({ timeZone: HANOI }), timeZone: HANOI });
  const importer = createImporter({ units, indicators, sheets, targets, added, tasks, today: () => TODAY });
  return { store, units, sheets, targets, added, tasks, importer };
}

const letter = (name: string) => ({ name: `${name}.txt`, bytes: bytesOf(name) });
const typed = (text: string) => ({ name: "", bytes: new TextEncoder().encode(text) });
const august = toPeriod("2024-08");

describe("taking a letter in", () => {
  it("stores nothing before it is confirmed", async () => {
    const { store, importer } = await start();
    await importer.plan(letter(LETTERS.tienLu));
    expect(await store.list(keysUnder(""))).toEqual([]);
  });

  it("publishes its sheets and the units no list knows, in one commit", async () => {
    const { importer, sheets, added, units } = await start();
    const plan = await importer.plan(letter(LETTERS.tienLu));
    expect(plan.newUnits.map(({ name }) => name)).toEqual([
      "Hải Triều",
      "Dị Chế",
      "Đức Thắng",
      "Minh Phượng",
      "Ngô Quyền",
    ]);
    expect(plan.blocked).toEqual([]);

    const published = await importer.confirm(plan);
    expect(published.map(({ scope, version }) => [scope, version])).toEqual([
      ["od332", 1],
      ["op33", 1],
    ]);
    const sheet = await sheets.current("od332", august);
    expect(sheet?.observations).toHaveLength(36);
    expect(sheet?.documents[0]).toMatchObject({
      kind: "letter",
      issuer: "UBND huyện Tiên Lữ",
      provisional: false,
    });
    expect((await added.all()).map(({ parent }) => parent)).toEqual(Array.from({ length: 5 }, () => "od332"));
    expect(units.find("xã Hải Triều", { within: "od332" })).toMatchObject({ found: "one" });
  });

  it("changes nothing the second time", async () => {
    const { store, importer } = await start();
    for (const name of Object.values(LETTERS)) await importer.confirm(await importer.plan(letter(name)));
    const before = await store.list(keysUnder(""));
    for (const name of Object.values(LETTERS)) {
      const plan = await importer.plan(letter(name));
      expect(plan.sheets.flatMap(({ changes }) => changes).every(({ kind }) => kind === "same")).toBe(true);
      expect(plan.newUnits).toEqual([]);
      expect(await importer.confirm(plan)).toEqual([]);
    }
    expect(await store.list(keysUnder(""))).toEqual(before);
  });

  it("keeps targets with the unit they are set for", async () => {
    const { importer, targets, units } = await start();
    await importer.confirm(await importer.plan(letter(LETTERS.meLinh)));
    const held = await targets.forUnit("od250", toPeriod("2024-07"), units);
    expect(held.map(({ indicator, value }) => [indicator, value])).toEqual([
      ["digitisation-rate", 100],
      ["e-result-rate", 100],
      ["online-dossier-rate", 60],
      ["online-payment-rate", 55],
    ]);
    expect(await targets.forUnit("od250", toPeriod("2025-07"), units)).toEqual([]);
  });

  it("resolves a commune in its own district", async () => {
    const { importer } = await start();
    const plan = await importer.plan(letter(LETTERS.tienThang));
    expect(plan.sheets.map(({ draft }) => [draft.scope, draft.observations[0]?.unit])).toEqual([
      ["od250", "oc08983"],
    ]);
    expect(plan.targets[0]?.scope).toBe("oc08983");
  });
});

describe("figures that do not fit", () => {
  const report = (month: number, rows: string) =>
    typed(`ỦY BAN NHÂN DÂN
HUYỆN TIÊN LỮ
Số: ${month}/BC-UBND
Tiên Lữ, ngày 05 tháng 9 năm 2024
V/v kết quả tháng ${month}/2024

Kính gửi: các xã.

Stt	Đơn vị	Tổng điểm	Tiến độ giải quyết hồ sơ (%)
${rows}
`);

  it("over 100 or over a maximum block the import", async () => {
    const { importer } = await start();
    const high = await importer.plan(report(8, "1	Xã Thủ Sỹ	189,63	99,5"));
    expect(high.blocked).toEqual(["over-100"]);
    const rate = await importer.plan(
      typed("Tháng 8/2024 huyện Tiên Lữ: tỷ lệ thanh toán trực tuyến 107,5%."),
    );
    expect(rate.blocked).toEqual(["over-100"]);
    await expect(importer.confirm(rate)).rejects.toThrow(RangeError);
  });

  it("a month identical to the last, a jump and missing units are pointed out", async () => {
    const { importer } = await start();
    const names = [
      "Thủ Sỹ",
      "Nhật Tân",
      "An Viên",
      "Lệ Xá",
      "Thụy Lôi",
      "Trung Dũng",
      "Thiện Phiến",
      "Cương Chính",
      "Hưng Đạo",
      "Hải Thắng",
    ];
    const table = (count: number, value: (i: number) => string) =>
      [
        ...names.slice(0, count).map((name, i) => `${i + 1}	Xã ${name}	${value(i)}	99,5`),
        `11	TT Vương	87,5	99,5`,
      ].join("\n");
    await importer.confirm(
      await importer.plan(
        report(
          7,
          table(10, (i) => `8${i},5`),
        ),
      ),
    );

    const same = await importer.plan(
      report(
        8,
        table(10, (i) => `8${i},5`),
      ),
    );
    expect(same.warnings).toContainEqual({
      code: "identical-to-last",
      facts: { scope: "huyện Tiên Lữ", period: "2024-08", earlier: "2024-07", count: 22 },
    });
    const moved = await importer.plan(
      report(
        8,
        table(10, (i) => (i === 0 ? "40,5" : `8${i},5`)),
      ),
    );
    expect(moved.warnings).toContainEqual({
      code: "jump",
      facts: {
        ...{ unit: "xã Thủ Sỹ", indicator: "TOTAL", before: 80.5, after: 40.5 },
        ...{ period: "2024-08", earlier: "2024-07" },
      },
    });
  });

  it("a unit or figure of last month that a list now lacks is missed by name, however short the list", async () => {
    const { importer } = await start();
    const rows = ["Thủ Sỹ", "Nhật Tân", "An Viên", "Lệ Xá", "Thụy Lôi"].map(
      (name, i) => `${i + 1}	Xã ${name}	8${i},5	9${i},5`,
    );
    await importer.confirm(await importer.plan(report(7, rows.join("\n"))));
    const missed = async (changed: readonly string[]) =>
      (await importer.plan(report(8, changed.join("\n")))).warnings.filter(({ code }) =>
        code.startsWith("missing-"),
      );

    expect(await missed(rows.toSpliced(1, 1))).toEqual([
      { code: "missing-numbers", facts: { count: 1, numbers: "2" } },
      { code: "missing-units", facts: { count: 1, units: "xã Nhật Tân", earlier: "2024-07" } },
    ]);
    expect(await missed(rows.slice(0, 4))).toEqual([
      { code: "missing-units", facts: { count: 1, units: "xã Thụy Lôi", earlier: "2024-07" } },
    ]);
    expect(await missed(rows.with(1, "2	Xã Nhật Tân	8l,5	91,5"))).toEqual([
      {
        code: "missing-figures",
        facts: { indicator: "TOTAL", count: 1, units: "xã Nhật Tân", earlier: "2024-07" },
      },
    ]);
    expect(await missed(rows)).toEqual([]);
  });

  it("a table that cannot be told apart blocks the import", async () => {
    const { importer } = await start();
    const plan = await importer.plan(
      typed(`ỦY BAN NHÂN DÂN
HUYỆN TIÊN LỮ
Số: 8/BC-UBND
Tiên Lữ, ngày 05 tháng 9 năm 2024
V/v kết quả tháng 8/2024

Kính gửi: các xã.

Điểm tổng hợp của huyện đạt 88,03/100 điểm.

1 xã Thủ Sỹ 89,63 100
2 xã Nhật Tân 88,23 98
3 xã Hưng Đạo 88,12 97
`),
    );
    expect(plan.blocked).toEqual(["unread-table"]);
    await expect(importer.confirm(plan)).rejects.toThrow(RangeError);
  });

  it("groups that do not add up to the total are pointed out, never repaired", async () => {
    const { importer } = await start();
    const plan = await importer.plan(
      typed(`Kết quả tháng 9/2025 của tỉnh Gia Lai: đạt 90/100 điểm.
- Công khai, minh bạch: 15,2/18 điểm;
- Tiến độ giải quyết: 19,1/20 điểm;
- Dịch vụ công trực tuyến: 10,05/12 điểm;
- Thanh toán trực tuyến: 9,4/10 điểm;
- Mức độ hài lòng: 17,8/18 điểm;
- Số hóa hồ sơ: 14,9/22 điểm.`),
    );
    expect(plan.warnings).toContainEqual({
      code: "sum-differs",
      facts: { unit: "tỉnh Gia Lai", period: "2025-09", sum: 86.45, total: 90 },
    });
    expect(plan.blocked).toEqual([]);
  });

  it("a text that says nothing is blocked", async () => {
    const { importer } = await start();
    expect((await importer.plan(typed("Xin chào, hôm nay trời đẹp."))).blocked).toEqual([
      "nothing-understood",
    ]);
  });
});
