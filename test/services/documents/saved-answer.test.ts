import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { extractSaved } from "#services/documents/saved-answer/extract-saved.ts";
import { type SavedAnswer, savedAnswer } from "#services/documents/saved-answer/saved-answer.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createUnits } from "#services/units/create-units.ts";
import { enter, owed } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const known = { units: createUnits(), indicators: createIndicators() };
const recording = (name: string): string =>
  readFileSync(new URL(`../../fixtures/portal/${name}`, import.meta.url), "utf8");

function answerIn(text: string): SavedAnswer {
  const answer = savedAnswer(text);
  if (!answer) throw new Error("no answer of the portal");
  return answer;
}

const extracted = (text: string, period = "2026-08") =>
  extractSaved(answerIn(text), { ...known, given: { period: toPeriod(period) } });

/** As a program keeps a list under a head of its own: departments of Gia Lai in August, asked for in September. */
const KEPT = JSON.stringify(
  {
    metadata: { timeType: "month", year: 2026, month: 8, extractedAt: "2026-09-02T00:10:00Z" },
    overview: { departmentName: "UBND tỉnh Gia Lai", departmentCode: "H21", totalScore: 66.2 },
    agencies: [
      {
        departmentName: "Sở Y tế - tỉnh Gia Lai",
        departmentCode: "H21.05",
        childGroup: "AGENCY",
        totalScore: 70.9,
        groupScores: { CKMB: 11.79, TDGQ: 17.57, ONLINE: 6.94, TTTT: 6.07, MDHL: 17.85, MDSH: 10.68, XYZ: 1 },
        groupRank: 1,
      },
      {
        departmentName: "Sở Nội vụ - tỉnh Gia Lai",
        departmentCode: "H21.06",
        childGroup: "AGENCY",
        totalScore: 68.66,
        groupScores: { CKMB: null },
        groupRank: 2,
      },
    ],
    communes: [
      {
        departmentName: "UBND Xã Đề Gi – tỉnh Gia Lai".normalize("NFD"),
        departmentCode: null,
        childGroup: "COMMUNE",
        totalScore: 51.58,
      },
      {
        departmentName: "UBND xã Không Có",
        departmentCode: "H21.999",
        childGroup: "COMMUNE",
        totalScore: 50,
      },
    ],
  },
  null,
  2,
);

describe("a kept answer of the portal", () => {
  it("gives each unit's figures, the province's own beside those of its peers, as of when it was asked for", () => {
    const { document, sheets, open } = extracted(KEPT);
    expect(document).toMatchObject({ issuer: "dichvucong.gov.vn", date: "2026-09-02", provisional: false });
    expect(open).toEqual([]);
    expect(sheets.map(({ scope, period, extractedAt }) => [scope, period, extractedAt])).toEqual([
      ["tỉnh Gia Lai", "2026-08", "2026-09-02T07:10:00+07:00"],
      ["cả nước", "2026-08", "2026-09-02T07:10:00+07:00"],
    ]);
    expect(sheets[1]?.rows).toMatchObject([{ unit: "tỉnh Gia Lai", indicator: "TOTAL", value: 66.2 }]);
    const health = sheets[0]?.rows.filter(({ unit }) => unit === "Sở Y tế");
    expect(health?.map(({ indicator, value, rank, of }) => [indicator, value, rank, of])).toEqual([
      ["TOTAL", 70.9, 1, 2],
      ["CKMB", 11.79, null, null],
      ["TDGQ", 17.57, null, null],
      ["CLGQ", 6.94, null, null],
      ["TTTT", 6.07, null, null],
      ["MDHL", 17.85, null, null],
      ["MDSH", 10.68, null, null],
    ]);
  });

  it("finds units by their code, else by a name however it is spelled, and tells of those nobody knows", () => {
    const { sheets, warnings, unread } = extracted(KEPT);
    expect(sheets[0]?.rows.some(({ unit, value }) => unit === "xã Đề Gi" && value === 51.58)).toBe(true);
    expect(warnings).toEqual([{ code: "unknown-unit", facts: { unit: "xã Không Có" } }]);
    expect(unread).toEqual(["Sở Y tế - tỉnh Gia Lai: XYZ 1"]);
  });

  it("is asked about the period, and provisional, where the portal's own text says neither", () => {
    const answer = answerIn(recording("H21.month-2026-02.json"));
    expect(extractSaved(answer, known)).toMatchObject({ sheets: [], open: ["period"] });
    const { document, sheets, warnings } = extracted(recording("H21.month-2026-02.json"), "2026-02");
    expect(document.provisional).toBe(true);
    expect(sheets[0]?.rows).toHaveLength(149);
    expect(warnings.map(({ code }) => code)).toEqual(["given-period", "no-extraction-time"]);
  });

  it.each([
    ["dvc-progress-tree.month-2026-08", "TDGQ", 12.7],
    ["provide-online-tree.month-2026-08.head", "CLGQ", 6.57],
    ["formality-online-payment-tree.month-2026-08.head", "TTTT", 0],
    ["transparency.month-2026-08.head", "CKMB", 7.96],
    ["handling-satisfaction.month-2026-08.head", "MDHL", 16.19],
    ["dossier-digitized.month-2026-08.head", "MDSH", 12.92],
  ])("of one group is known by its shape: %s", (file, group, points) => {
    const { sheets, warnings } = extracted(recording(`H44.${file}.json`));
    expect(sheets[0]).toMatchObject({ scope: "tỉnh Phú Thọ" });
    const school = sheets[0]?.rows.filter(({ unit }) => unit === "Sở Giáo dục và Đào tạo");
    expect(school?.find(({ indicator }) => indicator === group)?.value).toBe(points);
    expect(school?.filter(({ indicator }) => indicator === "TOTAL")).toEqual([]);
    const short = warnings.filter(({ code }) => code === "count-differs");
    const isPage = /transparency|satisfaction|digitized/u.test(file);
    expect(short.map(({ facts }) => facts)).toEqual(isPage ? [{ stated: 163, listed: 12 }] : []);
  });

  it("takes no share of nothing for 0 %", () => {
    const { sheets } = extracted(recording("H44.handling-satisfaction.month-2026-08.head.json"));
    const petitions = sheets[0]?.rows.filter(({ unit }) => unit === "phường Nông Trang");
    expect(petitions?.flatMap(({ indicator, value }) => (value === 0 ? [indicator] : []))).toEqual([
      "petitions",
    ]);
  });

  it("of the country lists provinces", () => {
    const { sheets } = extracted(recording("national.year-2026.20260917.json"), "2026");
    expect(sheets.map(({ scope }) => scope)).toEqual(["cả nước"]);
    expect(new Set(sheets[0]?.rows.map(({ unit }) => unit)).size).toBe(35);
  });

  it("is no answer where the text is cut off, or something else", () => {
    expect(savedAnswer(KEPT.slice(0, -40))).toBeNull();
    expect(savedAnswer('{"name":"package","version":"1.0.0"}')).toBeNull();
    expect(savedAnswer("Tháng 8/2026, xã Đề Gi đạt 51,58 điểm.")).toBeNull();
  });
});

describe("a kept answer in a chat", () => {
  const EDITOR = { as: "editor" } as const;
  const LETTER = [
    "UBND TỈNH GIA LAI",
    "Số: 412/UBND-VP",
    "Gia Lai, ngày 05 tháng 9 năm 2026",
    "Kết quả Bộ chỉ số 766 tháng 8/2026",
    "Sở Y tế đạt 71,5 điểm.",
  ].join("\n");
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startBot({ empty: true, homeScope: "tỉnh Gia Lai", now: "2026-09-10T09:00:00+07:00" });
  });
  afterEach(() => bot.stop());
  const say = async (text: string) => owed(await bot.say(text, EDITOR));
  const send = async (text: string, name: string) =>
    owed(
      await bot.say("/nhap", {
        ...EDITOR,
        sent: { files: [{ name, size: text.length, bytes: async () => new TextEncoder().encode(text) }] },
      }),
    );

  it("is previewed and confirmed like a paper, a file or pasted with lines broken anywhere", async () => {
    const shown = await send(KEPT, "so-nganh.json");
    expect(shown.text.text).toContain("Tỉnh Gia Lai, tháng 8/2026: 4 đơn vị, 7 chỉ số");
    await enter(bot, shown, EDITOR);
    expect(await bot.answer("/xephang sở tháng 8/2026")).toContain("1. Sở Y tế 70,90");
    const broken = KEPT.replace("groupScores", "group\nScores");
    expect((await say(`/nhap ${broken}`)).text.text).toContain("Không có gì mới");
  });

  it("leaves a letter's figures as they are, and says how many differ", async () => {
    await enter(bot, await say(`/nhap ${LETTER}`), EDITOR);
    const shown = await send(KEPT, "so-nganh.json");
    expect(shown.text.text).toContain("giữ 1 số của văn bản đã nhập, Cổng ghi khác");
    await enter(bot, shown, EDITOR);
    expect(await bot.answer("/xa Sở Y tế tháng 8/2026")).toContain("71,50");
  });
});
