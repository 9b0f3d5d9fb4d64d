import { describe, expect, it, test } from "vitest";
import { readServiceResults } from "#services/portal/read-answer.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import { province, rawRows, reader, recorded, units } from "#test/services/portal/recorded.ts";

interface RawRow {
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly totalScore: number;
  readonly groupScores?: Readonly<Record<string, number>>;
  readonly childGroup?: string;
}

const GROUPS = ["CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"];
const figuresOf = (observations: readonly Observation[] = [], unit: string) =>
  Object.fromEntries(observations.filter((o) => o.unit === unit).map((o) => [o.indicator, o.value]));

describe("the national answer of 17/9/2026", () => {
  const FETCHED = "2026-09-17T10:40:00+07:00";
  const answer = { ...recorded("national.year-2026.20260917.json", "2026", FETCHED), scope: null };
  const { drafts, newUnits } = readServiceResults(answer, reader);
  const [draft] = drafts;
  const rows = rawRows<RawRow>(answer.json, "evaluation");

  it("is one whole sheet of the country's 34 provinces, none of them new", () => {
    expect(drafts).toHaveLength(1);
    expect(draft).toMatchObject({ scope: COUNTRY_ID, period: "2026", complete: true });
    const listed = new Set(draft?.observations.map(({ unit }) => unit));
    const today = units.children(COUNTRY_ID).filter(({ validTo }) => validTo === null);
    expect(today).toHaveLength(34);
    for (const { id } of today) expect(listed).toContain(id);
    expect([...listed]).toHaveLength(35);
    expect(newUnits).toEqual([]);
  });

  it("gives each province its total and six groups, to the hundredth", () => {
    for (const row of rows) {
      const unit = units.byPortalCode(row.departmentCode);
      expect(figuresOf(draft?.observations, unit?.id ?? "")).toEqual({
        TOTAL: row.totalScore,
        ...row.groupScores,
      });
    }
    const dongThap = units.byPortalCode("H20");
    expect(dongThap?.name).toBe("Đồng Tháp");
    expect(figuresOf(draft?.observations, dongThap?.id ?? "")).toEqual({
      TOTAL: 68.32,
      CKMB: 11.45,
      TDGQ: 17.72,
      CLGQ: 8.83,
      TTTT: 6.22,
      MDHL: 14.45,
      MDSH: 9.65,
    });
  });

  it("holds groups that add up to the total within half a point", () => {
    for (const { departmentCode } of rows) {
      const figures = figuresOf(draft?.observations, units.byPortalCode(departmentCode)?.id ?? "");
      const sum = GROUPS.reduce((all, group) => all + (figures[group] ?? Number.NaN), 0);
      expect(Math.abs(sum - (figures.TOTAL ?? 0))).toBeLessThanOrEqual(0.5);
    }
  });

  it("gives the country its own row, with online services as the one group they are", () => {
    expect(figuresOf(draft?.observations, COUNTRY_ID)).toEqual({
      TOTAL: 56.56,
      CKMB: 8.79,
      TDGQ: 15.58,
      "online-services": 13.1,
      MDHL: 10.49,
      MDSH: 8.6,
    });
  });

  it("takes nothing from the portal's own deltas and growth, whose basis is unknown", () => {
    expect(
      draft?.observations.every(({ change, rank, of }) => change === null && rank === null && of === null),
    ).toBe(true);
    const values = draft?.observations.map(({ value }) => value);
    expect(answer.json).toContain('"growthPercent": 39.79');
    expect(values).not.toContain(39.79);
    expect(answer.json).toContain('"scoreDelta": 24.71');
    expect(values).not.toContain(24.71);
  });

  it("is as of its fetching, provisional while the year runs", () => {
    expect(draft?.document).toMatchObject({
      kind: "portal",
      issuer: "dichvucong.gov.vn",
      date: "2026-09-17",
      provisional: true,
    });
    expect(new Set(draft?.observations.map(({ asOf }) => asOf))).toEqual(new Set([FETCHED]));
    expect(new Set(draft?.observations.map(({ source }) => source))).toEqual(new Set([draft?.document.id]));
    expect(draft?.document.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(draft?.document.hash.slice(0, 16)).toBe(draft?.document.id);
  });
});

describe.each([
  [
    "H21.month-2026-02.json",
    "2026-02",
    { TOTAL: 34.19, CKMB: 2, TDGQ: 0.91, "online-services": 10.14, MDHL: 12.3, MDSH: 8.84 },
  ],
  [
    "H21.year-2026.json",
    "2026",
    { TOTAL: 62.74, CKMB: 11.79, TDGQ: 15.8, "online-services": 15.38, MDHL: 10.43, MDSH: 9.34 },
  ],
])("Gia Lai's answer %s", (file, period, ownFigures) => {
  const giaLai = province("H21");
  const answer = { ...recorded(file, period, null), scope: giaLai };
  const { drafts, newUnits } = readServiceResults(answer, reader);
  const [list, own] = drafts;
  const rows = rawRows<RawRow>(answer.json, "evaluation");
  const added = new Map(newUnits.map((unit) => [unit.id, unit]));
  const unitOf = (id: string) => units.get(id) ?? added.get(id);

  it("lists 149 units, of them 135 communes that the shipped lists know and 14 departments", () => {
    expect(list).toMatchObject({ scope: giaLai.id, period, complete: true });
    expect(list?.observations).toHaveLength(149);
    const kinds = list?.observations.map(({ unit }) => unitOf(unit)?.kind);
    expect(kinds?.filter((kind) => kind === "commune")).toHaveLength(135);
    expect(kinds?.filter((kind) => kind === "department")).toHaveLength(14);
    expect(newUnits.map(({ kind }) => kind)).toEqual(Array.from({ length: 14 }, () => "department"));
  });

  it("gives every unit, by its portal code, the total it is listed with", () => {
    const totals = list?.observations.map(({ unit, value, indicator }) => [
      unitOf(unit)?.codes.portal,
      indicator,
      value,
    ]);
    expect(totals).toEqual(rows.map((row) => [row.departmentCode, "TOTAL", row.totalScore]));
  });

  it("lists exactly the communes that Gia Lai has today", () => {
    const listed = list?.observations.map(({ unit }) => unit).filter((id) => unitOf(id)?.kind === "commune");
    const today = units
      .children(giaLai.id)
      .filter(({ kind, validTo }) => kind === "commune" && validTo === null);
    expect(listed?.sort()).toEqual(today.map(({ id }) => id).sort());
  });

  it("lays the province's own row over the country's sheet", () => {
    expect(own).toMatchObject({ scope: COUNTRY_ID, period, complete: false });
    expect(own?.observations.every(({ unit }) => unit === giaLai.id)).toBe(true);
    expect(figuresOf(own?.observations, giaLai.id)).toEqual(ownFigures);
  });

  it("stays provisional and undated, for the recording does not say when it was made", () => {
    expect(list?.document).toMatchObject({ date: null, provisional: true });
    expect(list?.observations.every(({ asOf }) => asOf === null)).toBe(true);
  });
});

describe("departments that no list knows", () => {
  const giaLai = province("H21");
  const answer = { ...recorded("H21.month-2026-02.json", "2026-02", null), scope: giaLai };
  const { newUnits } = readServiceResults(answer, reader);

  it("are named without their province", () => {
    expect(newUnits.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "vi"))).toEqual([
      "Ban Quản lý Khu kinh tế",
      "Sở Công Thương",
      "Sở Dân tộc và Tôn giáo",
      "Sở Giáo dục và Đào tạo",
      "Sở Khoa học và Công nghệ",
      "Sở Ngoại vụ",
      "Sở Nội vụ",
      "Sở Nông nghiệp và Môi trường",
      "Sở Tài chính",
      "Sở Tư pháp",
      "Sở Văn hóa, Thể thao và Du lịch",
      "Sở Xây dựng",
      "Sở Y tế",
      "Thanh tra tỉnh",
    ]);
    expect(newUnits.every(({ parent, title }) => parent === giaLai.id && title === "")).toBe(true);
  });

  it("are new only once: a registry that learned them drafts none of them again", () => {
    const { drafts } = readServiceResults(answer, reader);
    reader.units.learn(newUnits);
    const again = readServiceResults(answer, reader);
    expect(again.newUnits).toEqual([]);
    expect(again.drafts).toEqual(drafts);
  });
});

describe("an answer's state", () => {
  const national = recorded("national.year-2026.20260917.json", "2026", null);
  test.each([
    ["fetched on the last day of its period", "2026-12-31T23:59:00+07:00", true],
    ["fetched in the first minute after, by Hà Nội's clock", "2026-12-31T17:01:00Z", false],
    ["fetched after its period", "2027-01-02T04:00:00+07:00", false],
    ["of unknown moment", null, true],
  ])("%s", (_, fetchedAt, provisional) => {
    const { drafts } = readServiceResults({ ...national, fetchedAt, scope: null }, reader);
    expect(drafts[0]?.document.provisional).toBe(provisional);
  });

  it("is dated by Hà Nội's clock, to the second", () => {
    const fetchedAt = "2026-09-16T20:00:05Z";
    const { drafts } = readServiceResults({ ...national, fetchedAt, scope: null }, reader);
    expect(drafts[0]?.document.date).toBe("2026-09-17");
    expect(drafts[0]?.observations[0]?.asOf).toBe("2026-09-17T03:00:05+07:00");
  });
});

describe("an answer of another shape", () => {
  test.each([
    ["a refusal", { code: "UNAUTHORIZED" }],
    ["no list", { code: "OK", data: { overview: {}, radar: [] } }],
    [
      "a score in words",
      {
        code: "OK",
        data: { evaluation: [{ departmentName: "x", departmentCode: "H20", totalScore: "68" }] },
      },
    ],
  ])("is not read: %s", (_, answer) => {
    const given = {
      json: JSON.stringify(answer),
      scope: null,
      fetchedAt: null,
      period: recorded("H21.year-2026.json", "2026", null).period,
    };
    expect(() => readServiceResults(given, reader)).toThrow(expect.objectContaining({ name: "ZodError" }));
  });

  it("has a total that is not there left out, never taken for zero", () => {
    const answer = recorded("national.year-2026.20260917.json", "2026", null);
    const json = answer.json.replace('"totalScore": 68.32', '"totalScore": null');
    const { drafts } = readServiceResults({ ...answer, json, scope: null }, reader);
    const dongThap = units.byPortalCode("H20")?.id;
    const held = drafts[0]?.observations
      .filter(({ unit }) => unit === dongThap)
      .map(({ indicator }) => indicator);
    expect(held).toEqual(GROUPS);
  });

  it("has scores under codes that no indicator bears left out", () => {
    const answer = recorded("national.year-2026.20260917.json", "2026", null);
    const json = answer.json.replaceAll('"CLGQ"', '"SOMETHING_NEW"');
    const { drafts } = readServiceResults({ ...answer, json, scope: null }, reader);
    expect(new Set(drafts[0]?.observations.map(({ indicator }) => indicator))).toEqual(
      new Set(["TOTAL", "CKMB", "TDGQ", "TTTT", "MDHL", "MDSH", "online-services"]),
    );
  });
});
