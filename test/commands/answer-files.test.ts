import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { createTargets } from "#services/targets/targets.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";
import { workbookSheets } from "#test/support/workbook-sheets.ts";

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put("2024-08", {
    "Thủ Sỹ": { TOTAL: 89.63, "on-time-rate": 99.2, "overdue-dossiers": 0 },
    "Cương Chính": { TOTAL: 83.28, "on-time-rate": 82.71, "overdue-dossiers": 17 },
    "Lệ Xá": { TOTAL: 87.31 },
  });
  await office.put("2024-09", {
    "Thủ Sỹ": { TOTAL: 88.1, "on-time-rate": 99.5, "overdue-dossiers": 5 },
    "Cương Chính": { TOTAL: 84, "on-time-rate": 90, "overdue-dossiers": 15 },
    "Lệ Xá": { TOTAL: 87.31 },
  });
  const source = (await office.app.services.sheets.current(office.scope.id, toPeriod("2024-09")))
    ?.documents[0]?.id;
  const target = { indicator: "on-time-rate", comparison: ">=", value: 95 } as const;
  const set = [{ ...target, scope: office.scope.id, period: null, kinds: null, source: source ?? "" }];
  await office.store.commit({ puts: createTargets({ store: office.store }).puts(set) });
});
afterAll(() => office.stop());

/** The file that a button under an answer leads to: its name, the head and rows of its figures. */
async function pressed(question: string) {
  const answer = await office.say(question);
  const button = answer?.actions.flat().find(({ label }) => label === "Tệp Excel");
  return fileOf(button?.command ?? "");
}

async function fileOf(asked: string) {
  const file = (await office.say(asked))?.file;
  if (!file) throw new Error(`no file of ${asked}`);
  const { "Số liệu": sheet = [], ...others } = workbookSheets(await file.bytes());
  const [head = [], ...rows] = sheet.slice(4);
  return { name: file.name, title: sheet[2]?.[0], head, rows, sources: others["Nguồn số liệu"] ?? [] };
}

describe("figures of an answer as a file", () => {
  it("holds a trend, a period a row, with changes and places", async () => {
    const { name, rows, sources } = await pressed("/xuhuong Cương Chính");
    expect(name).toBe("Xu-huong-766-2024-09-xa-Cuong-Chinh.xlsx");
    expect(rows).toEqual([
      ["xã Cương Chính", "Điểm tổng hợp (/100)", "tháng 8/2024", 83.28, null, 3, 3, null],
      ["xã Cương Chính", "Điểm tổng hợp (/100)", "tháng 9/2024", 84, 0.72, 3, 3, null],
    ]);
    expect(sources.length).toBe(5 + 2);
  });

  it("holds a comparison, an indicator a row, with the best side and how far the other is", async () => {
    const { name, head, rows } = await pressed("/sosanh Thủ Sỹ, Cương Chính");
    expect(name).toBe("So-sanh-766-2024-09-xa-Thu-Sy-xa-Cuong-Chinh.xlsx");
    expect(head.slice(1, 3)).toEqual(["Thủ Sỹ", "Cương Chính"]);
    expect(rows).toEqual([
      ["Điểm tổng hợp (/100)", 88.1, 84, "Thủ Sỹ", 4.1, null],
      ["Tỷ lệ hồ sơ giải quyết đúng hạn (%)", 99.5, 90, "Thủ Sỹ", 9.5, null],
      ["Hồ sơ quá hạn (hồ sơ)", 5, 15, "Thủ Sỹ", 10, null],
    ]);
  });

  it("holds what is to be reached, and names who has no figures", async () => {
    const { name, title, head, rows } = await pressed("/chitieu");
    expect(name).toBe("Chi-tieu-766-2024-09-huyen-Tien-Lu.xlsx");
    expect(title).toContain("HUYỆN TIÊN LỮ");
    expect(head).toEqual([
      "Đơn vị",
      "Tỷ lệ hồ sơ giải quyết đúng hạn (%)",
      "Còn cách Đúng hạn (%) ≥ 95%",
      "Số chỉ tiêu chưa đạt",
      "Ghi chú",
    ]);
    expect(rows).toEqual([
      ["xã Cương Chính", 90, 5, 1, null],
      ["xã Thủ Sỹ", 99.5, 0, 0, null],
      ["xã Lệ Xá", null, null, null, "Chưa có số liệu"],
    ]);
  });

  it("holds late dossiers with their changes and parts of the whole", async () => {
    const { name, rows } = await pressed("/quahan");
    expect(name).toBe("Ho-so-qua-han-766-2024-09-huyen-Tien-Lu.xlsx");
    expect(rows).toEqual([
      ["xã Cương Chính", 15, -2, 75, null],
      ["xã Thủ Sỹ", 5, 5, 25, null],
      ["xã Lệ Xá", null, null, null, "Chưa có số liệu"],
    ]);
  });

  it("is a file of semicolons where that is asked for, and leads back to the answer", async () => {
    const reply = await office.say("/quahan csv tháng 8/2024");
    expect(reply?.file?.name).toBe("Ho-so-qua-han-766-2024-08-huyen-Tien-Lu.csv");
    const written = new TextDecoder().decode(await reply?.file?.bytes());
    expect(written).toContain("\r\nxã Cương Chính;17;100;\r\n");
    expect(reply?.actions.flat().map(({ command }) => command)).toEqual([
      "/quahan 2024-08 excel",
      "/quahan 2024-08",
    ]);
  });

  it("is asked for in plain words too, after the answer", async () => {
    await office.say("/sosanh Thủ Sỹ 8/2024 với 9/2024");
    const { name, rows } = await fileOf("gửi file excel");
    expect(name).toBe("So-sanh-766-2024-09-xa-Thu-Sy.xlsx");
    expect(rows[0]?.slice(0, 3)).toEqual(["Điểm tổng hợp (/100)", 89.63, 88.1]);
  });
});
