import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unitLookup } from "#commands/parts/phrases.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createTargets } from "#services/targets/targets.ts";
import { fullName } from "#services/units/unit.ts";
import { enter } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";
import { workbookSheets } from "#test/support/workbook-sheets.ts";

let bot: TestBot;
let office: Timeline;
beforeAll(async () => {
  bot = await startBot();
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put("2024-08", { "Cương Chính": { TOTAL: 80 }, "Thủ Sỹ": { TOTAL: 85 } });
  await office.put("2024-09", {
    "Cương Chính": { TOTAL: 81.25, "on-time-rate": 90.5, "overdue-dossiers": 0 },
    "Thủ Sỹ": { TOTAL: 79.5, "on-time-rate": 97 },
  });
});
afterAll(() => Promise.all([bot.stop(), office.stop()]));

async function fileOf(said: ReturnType<TestBot["say"]>) {
  const file = (await said)?.file;
  if (!file) throw new Error("no file");
  return { name: file.name, bytes: await file.bytes() };
}

/** "xã Thủ Sỹ TOTAL 89.63" for each figure of August 2024. */
async function figuresOf({ app }: TestBot): Promise<readonly string[]> {
  const { sheets, units } = app.services;
  const home = units.find("huyện Tiên Lữ", {});
  const sheet = home.found === "one" ? await sheets.current(home.unit.id, toPeriod("2024-08")) : null;
  return (sheet?.observations ?? [])
    .map(({ unit, indicator, value }) => `${fullName(unitLookup(units)(unit))} ${indicator} ${value}`)
    .sort();
}

describe("/xuat", () => {
  it("writes every figure, rank and change as a value, and nothing where nothing is known", async () => {
    const { name, bytes } = await fileOf(office.say("/xuat 9/2024"));
    expect(name).toBe("Ket-qua-766-2024-09-huyen-Tien-Lu.xlsx");
    const { "Tổng hợp": whole = [], ...others } = workbookSheets(bytes);
    expect(whole[0]?.slice(0, 3)).toEqual(["UBND HUYỆN TIÊN LỮ", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
    expect(whole[2]?.[0]).toBe("KẾT QUẢ ĐÁNH GIÁ THEO BỘ CHỈ SỐ 766 THÁNG 9/2024 – HUYỆN TIÊN LỮ");
    const [head = [], ...rows] = whole.slice(4);
    const column = (words: string): number => head.findIndex((one) => String(one).startsWith(words));
    const cell = (unit: string, words: string) => rows.find(([, name]) => name === unit)?.[column(words)];
    expect(head[column("Tăng, giảm")]).toBe("Tăng, giảm: Tổng điểm, so với tháng 8/2024");
    expect([cell("xã Cương Chính", "Hạng"), cell("xã Thủ Sỹ", "Hạng")]).toEqual([1, 2]);
    expect([cell("xã Cương Chính", "Điểm"), cell("xã Thủ Sỹ", "Điểm")]).toEqual([81.25, 79.5]);
    expect([cell("xã Cương Chính", "Tăng"), cell("xã Thủ Sỹ", "Tăng")]).toEqual([1.25, -5.5]);
    expect([cell("xã Cương Chính", "Hồ sơ quá hạn"), cell("xã Thủ Sỹ", "Hồ sơ quá hạn")]).toEqual([0, null]);
    expect(Object.keys(others)).toContain("Nguồn số liệu");
    expect(others["Tiến độ giải quyết"]?.slice(4)).toContainEqual(["xã Cương Chính", 90.5, 2, 0, 1]);
  });

  it("is read back by the bot, every figure of it", async () => {
    const file = await fileOf(bot.say("/xuat"));
    const other = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
    const { code } = await other.app.services.intake.readFile(
      { chat: "test:1", person: "test:person" },
      file,
    );
    const editor = { as: "editor", from: "test:person" } as const;
    await enter(other, await other.say(`/nhap xác nhận ${code}`, editor), editor);
    const [written, kept] = await Promise.all([figuresOf(bot), figuresOf(other)]);
    expect(kept).toEqual(written.filter((line) => !line.startsWith("huyện")));
    expect(kept.length).toBeGreaterThan(30);
    await other.stop();
  });

  it("marks what falls short of its target by a word too", async () => {
    const document = (await office.app.services.sheets.current(office.scope.id, toPeriod("2024-09")))
      ?.documents[0];
    const targets = createTargets({ store: office.store });
    const target = {
      scope: office.scope.id,
      indicator: "on-time-rate",
      comparison: ">=",
      value: 95,
    } as const;
    const set = [{ ...target, period: null, kinds: null, source: document?.id ?? "" }];
    await office.store.commit({ puts: targets.puts(set) });
    const { bytes } = await fileOf(office.say("/xuat 9/2024"));
    const [, , , , head = [], ...rows] = workbookSheets(bytes)["Tổng hợp"] ?? [];
    const at = head.indexOf("Chỉ tiêu chưa đạt");
    expect(rows.map((row) => [row[1], row[at]])).toEqual([
      ["xã Cương Chính", "Đúng hạn (%) ≥ 95%"],
      ["xã Thủ Sỹ", null],
    ]);
  });

  it("sets areas and departments apart", async () => {
    const { bytes, name } = await fileOf(bot.say("/xuat Gia Lai 2/2026"));
    expect(name).toBe("Ket-qua-766-2026-02-tinh-Gia-Lai-TAM-TINH-SO-LIEU-MAU.xlsx");
    const sheets = workbookSheets(bytes);
    expect(Object.keys(sheets)).toEqual(["Tổng hợp", "Sở ngành Tổng hợp", "Nguồn số liệu"]);
    expect(sheets["Tổng hợp"]?.length).toBe(5 + 135);
    expect(sheets["Sở ngành Tổng hợp"]?.length).toBe(5 + 14);
  });

  it("writes a file of semicolons that Excel opens by a double click", async () => {
    const { bytes, name } = await fileOf(office.say("/xuat csv 9/2024"));
    expect(name).toBe("Ket-qua-766-2024-09-huyen-Tien-Lu.csv");
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith("\ufeffHạng;Đơn vị;Điểm tổng hợp (/100);")).toBe(true);
    expect(text).toContain("\r\n1;xã Cương Chính;81,25;1,25;Tốt;90,5;");
  });

  it("is printed whole: on lying A4, all columns on a page, the head on each, no word cut", async () => {
    const { bytes } = await fileOf(office.say("/xuat 9/2024"));
    const parts = unzipSync(bytes);
    const textOf = (path: string): string => Buffer.from(parts[path] ?? []).toString("utf8");
    const sheet = textOf("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(textOf("xl/workbook.xml")).toContain("'Tổng hợp'!$5:$5</definedName>");
    const heights = [...sheet.matchAll(/<row [^>]* ht="([\d.]+)"/gu)].map(([, height]) => Number(height));
    expect(heights.length).toBe(4 + 1 + 2);
    const [, , , , head = 0, ...rows] = heights;
    expect(Math.min(...rows)).toBeLessThan(head);
  });

  it("writes no empty file", async () => {
    const reply = await bot.say("/xuat 1/2020");
    expect(reply?.file).toBeUndefined();
    expect(reply?.text.text).toBe("Chưa có số liệu tháng 1/2020 của huyện Tiên Lữ. Đã có: tháng 8/2024.");
  });
});
