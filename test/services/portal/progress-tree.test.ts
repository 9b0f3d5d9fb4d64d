import { describe, expect, it } from "vitest";
import { readProgressTree } from "#services/portal/read-answer.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import { province, rawRows, reader, recorded, units } from "#test/services/portal/recorded.ts";

interface RawRow {
  readonly departmentCode: string;
  readonly level: string;
  readonly totalReceived: number;
  readonly totalOnTime: number;
  readonly totalOverdue: number;
  readonly avgProcessingDays: number;
  readonly ratio: number;
  readonly score: number;
}

const phuTho = province("H44");
const FETCHED = "2026-09-27T01:14:41+07:00";
const answer = {
  ...recorded("H44.dvc-progress-tree.month-2026-08.json", "2026-08", FETCHED),
  scope: phuTho,
};
const { drafts, newUnits } = readProgressTree(answer, reader);
const [list, own] = drafts;
const rows = rawRows<RawRow>(answer.json, "children");
const added = new Map(newUnits.map((unit) => [unit.id, unit]));
const unitOf = (id: string) => units.get(id) ?? added.get(id);

const byUnit = new Map<string, Record<string, number | null>>();
for (const { unit, indicator, value } of list?.observations ?? []) {
  const code = unitOf(unit)?.codes.portal ?? unit;
  byUnit.set(code, { ...byUnit.get(code), [indicator]: value });
}

describe("Phú Thọ's dossiers of August 2026", () => {
  it("are of 163 units: 148 communes that the shipped lists know, and 15 departments", () => {
    expect(list).toMatchObject({ scope: phuTho.id, period: "2026-08", complete: false });
    expect(byUnit.size).toBe(163);
    expect(newUnits).toHaveLength(15);
    expect(newUnits.every(({ kind }) => kind === "department")).toBe(true);
    const communes = units.children(phuTho.id).filter((u) => u.kind === "commune" && u.validTo === null);
    expect(communes).toHaveLength(148);
    for (const { codes } of communes) expect([...byUnit.keys()]).toContain(codes.portal);
  });

  it("give each unit received, on time and not yet on time, exactly", () => {
    for (const row of rows) {
      expect(byUnit.get(row.departmentCode)).toEqual({
        TDGQ: row.score,
        "on-time-rate": row.ratio,
        "dossiers-received": row.totalReceived,
        "dossiers-on-time": row.totalOnTime,
        "not-on-time-at-extraction": row.totalOverdue,
        "average-processing-days": row.avgProcessingDays,
      });
    }
    expect(byUnit.get("H44.100")).toMatchObject({
      "dossiers-received": 2971,
      "dossiers-on-time": 2348,
      "not-on-time-at-extraction": 623,
    });
  });

  it("never call what is not on time yet overdue", () => {
    const named = new Set(drafts.flatMap((draft) => draft.observations.map(({ indicator }) => indicator)));
    expect(
      [...named].filter((indicator) => indicator.includes("overdue") || indicator.includes("late")),
    ).toEqual([]);
    for (const row of rows) expect(row.totalOverdue).toBe(row.totalReceived - row.totalOnTime);
  });

  it("keep the zeros of an office that received nothing, so that it can be told idle", () => {
    expect(byUnit.get("H44.01")).toMatchObject({ "dossiers-received": 0, TDGQ: 0 });
  });

  it("give the province 184.513 received and 144.625 on time, over the country's sheet", () => {
    expect(own).toMatchObject({ scope: COUNTRY_ID, period: "2026-08", complete: false });
    expect(own?.observations.every(({ unit }) => unit === phuTho.id)).toBe(true);
    expect(Object.fromEntries(own?.observations.map((o) => [o.indicator, o.value]) ?? [])).toEqual({
      TDGQ: 15.68,
      "on-time-rate": 78.38,
      "dossiers-received": 184_513,
      "dossiers-on-time": 144_625,
      "dossiers-completed": 147_765,
      "average-processing-days": 7.05,
    });
    const received = rows.reduce((sum, { totalReceived }) => sum + totalReceived, 0);
    const onTime = rows.reduce((sum, { totalOnTime }) => sum + totalOnTime, 0);
    expect([received, onTime]).toEqual([184_513, 144_625]);
  });

  it("are final: fetched after the month had ended", () => {
    expect(list?.document.provisional).toBe(false);
    expect(list?.observations.every(({ asOf, change }) => asOf === FETCHED && change === null)).toBe(true);
  });

  it("are provisional when fetched within the month", () => {
    const early = readProgressTree({ ...answer, fetchedAt: "2026-08-31T23:00:00+07:00" }, reader);
    expect(early.drafts.every(({ document }) => document.provisional)).toBe(true);
  });
});
