import { describe, expect, it } from "vitest";
import { readGiven } from "#bot/read-given.ts";
import type { Given } from "#services/documents/given.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createUnits } from "#services/units/create-units.ts";
import { facts, read, TODAY } from "#test/services/documents/reading.ts";

const units = createUnits();
const said = (options: Readonly<Record<string, string>>) => readGiven(options, units, TODAY);
const reading = (text: string, given: Given | null) => read(text, "bai-bao.txt", given ?? {});

const UNDATED = "Theo Bộ chỉ số phục vụ người dân và doanh nghiệp, tỉnh Quảng Trị đạt 77,65/100 điểm.";
const UNPLACED = "Kết quả Bộ chỉ số 766 tháng 8/2024: tổng điểm đạt 77,65/100 điểm.";

describe("what a person says of a paper", () => {
  it("fills the period that the paper leaves open, and is told", async () => {
    expect(facts(await reading(UNDATED, {}))).toEqual([]);
    const filled = await reading(UNDATED, said({ period: "11/2025" }));
    expect(facts(filled)).toEqual(["cả nước | 2025-11 | – | tỉnh Quảng Trị | TOTAL | 77.65 | – | – | –"]);
    expect(filled.warnings).toContainEqual({ code: "given-period", facts: { period: "2025-11" } });
  });

  it("gives the year to a month that is named without one", async () => {
    const reported = await reading(`Tháng 10, ${UNDATED}`, said({ period: "2025-11" }));
    expect(facts(reported)).toEqual(["cả nước | 2025-10 | – | tỉnh Quảng Trị | TOTAL | 77.65 | – | – | –"]);
    expect(reported.warnings.map(({ code }) => code)).not.toContain("given-period");
  });

  it("fills the scope, and is told", async () => {
    expect(facts(await reading(UNPLACED, {}))).toEqual([]);
    const filled = await reading(UNPLACED, said({ scope: "tỉnh Quảng Trị" }));
    expect(facts(filled)).toEqual(["cả nước | 2024-08 | – | tỉnh Quảng Trị | TOTAL | 77.65 | – | – | –"]);
    expect(filled.warnings).toContainEqual({ code: "given-scope", facts: { scope: "tỉnh Quảng Trị" } });
  });

  it("changes nothing that the paper says itself", async () => {
    const paper = UNPLACED.replace("tổng", "tỉnh Quảng Trị tổng");
    expect(await reading(paper, said({ period: "11/2025", scope: "tỉnh Lâm Đồng" }))).toEqual(
      await reading(paper, {}),
    );
  });

  it.each([
    ["2025-11", "2025-11"],
    ["11/2025", "2025-11"],
    ["tháng 11/2025", "2025-11"],
    ["quý 3/2025", "2025-Q3"],
    ["năm 2025", "2025"],
  ])("--period %s", (typed, period) => {
    expect(said({ period: typed })).toEqual({ period: toPeriod(period), scope: undefined });
  });

  it.each([{ period: "hôm nào" }, { period: "13/2025" }, { scope: "tỉnh Không Có" }])(
    "%o means nothing",
    (options) => {
      expect(said(options)).toBeNull();
    },
  );
});
