import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { isProvisional, periodBreak, unitsBreak } from "#services/sheets/comparable.ts";
import { AUGUST, makeDocument, makeObservation } from "#test/services/sheets/make.ts";

describe("two periods", () => {
  test.each([
    ["2024-07", "2024-08", null],
    ["2024", "2024", null],
    ["2025-05", "2025-06", null],
    ["2025-07", "2025-08", null],
    ["2026-01", "2026-02", null],
    ["2025-06", "2025-07", "merger"],
    ["2025-Q2", "2025-Q3", "merger"],
    ["2025-H1", "2025-H2", "merger"],
    ["2024", "2025", "merger"],
    ["2024", "2026", "merger"],
    ["2025-12", "2026-01", "new-basis"],
    ["2025-Q4", "2026-Q1", "new-basis"],
    ["2025-H2", "2026-H1", "new-basis"],
    ["2025-W52", "2026-W02", "new-basis"],
    ["2024-08", "2024-Q3", "no-earlier"],
    ["2023", "2024-01..2024-10", "no-earlier"],
  ])("%s and %s: %s", (earlier, later, reason) => {
    expect(periodBreak(toPeriod(earlier), toPeriod(later))).toBe(reason);
  });
});

describe("two lists of units", () => {
  it("can be compared while they share four fifths of the longer one", () => {
    const ten = Array.from({ length: 10 }, (_, i) => `u${i}`);
    expect(unitsBreak(ten, ten)).toBeNull();
    expect(unitsBreak(ten, ten.slice(2))).toBeNull();
    expect(unitsBreak(ten.slice(2), ten)).toBeNull();
    expect(unitsBreak(ten, ten.slice(3))).toBe("different-units");
    expect(unitsBreak(ten, [...ten.slice(3), "x", "y", "z"])).toBe("different-units");
    expect(unitsBreak(["135 communes"], ["34 provinces"])).toBe("different-units");
  });

  it("are judged the same from either side", () => {
    const units = fc.uniqueArray(fc.constantFrom(..."abcdefghij"));
    fc.assert(
      fc.property(units, units, (here, there) => {
        expect(unitsBreak(here, there)).toBe(unitsBreak(there, here));
      }),
    );
  });
});

describe("a sheet", () => {
  const final = makeDocument("final");
  const draft = makeDocument("draft", { provisional: true });
  const sheetOf = (...sources: readonly string[]) => ({
    scope: "od332",
    period: AUGUST,
    version: 1,
    createdAt: "2024-09-05T00:00:00Z",
    observations: sources.map((source, i) => makeObservation(`u${i}`, 1, { source })),
    documents: [final, draft],
    checkCode: "7KQ2",
    sample: false,
    by: [],
    restores: null,
  });

  it("is provisional as long as any of its figures comes from a provisional document", () => {
    expect(isProvisional(sheetOf("final", "draft"))).toBe(true);
    expect(isProvisional(sheetOf("final", "final"))).toBe(false);
  });
});
