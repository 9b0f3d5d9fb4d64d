import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { groupBy } from "#services/group-by.ts";
import { type Period, toPeriod } from "#services/periods/period.ts";
import { facts, read } from "#test/services/documents/reading.ts";

const FOLDER = new URL("../../fixtures/documents/press/", import.meta.url);

interface Expected {
  /** Where it was published. */
  readonly source: string;
  /** The period a person says, where the paper names none. */
  readonly given?: Period;
  readonly facts: readonly string[];
  readonly unread: readonly string[];
}

const ARTICLES: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL("expected.json", FOLDER), "utf8"),
);

describe("what newspapers and portals wrote", () => {
  it.each(Object.entries(ARTICLES))("%s", async (name, expected) => {
    const text = readFileSync(new URL(`${name}.txt`, FOLDER), "utf8");
    const extraction = await read(text, `${name}.txt`, { period: expected.given });
    expect(facts(extraction)).toEqual(expected.facts);
    expect(extraction.unread).toEqual(expected.unread);
  });

  it("a portal's workbook is read by the portal's codes, its ids left alone, with the period a person says", async () => {
    const name = "34-provinces-without-period.xlsx";
    const given = { period: toPeriod("2025-10") };
    const { sheets, unread } = await read(readFileSync(new URL(name, FOLDER)), name, given);
    const found = groupBy(
      sheets.flatMap(({ rows }) => rows),
      ({ unit }) => unit,
    );
    const values = [...found].map(([unit, rows]) => [
      unit.replace(/^(?:tỉnh|thành phố) /u, ""),
      Object.fromEntries(rows.map(({ indicator, value }) => [indicator, value])),
    ]);
    const printed = JSON.parse(readFileSync(new URL("34-provinces.json", FOLDER), "utf8"));
    expect(sheets).toMatchObject([{ scope: "cả nước", period: "2025-10" }]);
    expect(Object.fromEntries(values)).toEqual(printed);
    expect(unread).toEqual([]);
  });

  it("a portal's workbook that names no period gives nothing, and says that the period is what lacks", async () => {
    const name = "34-provinces-without-period.xlsx";
    const { sheets, warnings, unread } = await read(readFileSync(new URL(name, FOLDER)), name);
    expect(sheets).toEqual([]);
    expect(warnings).toContainEqual({
      code: "tables-without-period",
      facts: expect.objectContaining({ tables: 1, count: 34 }),
    });
    expect(unread).toHaveLength(34);
  });
});
