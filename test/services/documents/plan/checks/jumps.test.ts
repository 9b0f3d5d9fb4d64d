import { describe, expect, it } from "vitest";
import { jumps } from "#services/documents/plan/checks/jumps.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { makeChecked, stored } from "#test/services/documents/plan/checks/make-checked.ts";
import { makeObservation } from "#test/services/sheets/make.ts";

const MONTHS = ["2024-08", "2024-07", "2024-06", "2024-05", "2024-04"];

/** Sheets of one unit's figure, the latest first. */
function historyOf(values: readonly number[], indicator = "TOTAL"): readonly Sheet[] {
  return values.map((value, i) => stored([makeObservation("Lệ Xá", value, { indicator })], MONTHS[i]));
}

function warned(value: number, history: readonly Sheet[], indicator = "TOTAL") {
  const previous = history[0] ?? null;
  return jumps(makeChecked([makeObservation("Lệ Xá", value, { indicator })], { previous, history }));
}

describe("a jump", () => {
  it("is more than six times what the unit usually changes by, and says what that is", () => {
    const history = historyOf([85, 84, 86, 85]);
    expect(warned(91, history)).toEqual([]);
    expect(warned(91.1, history)).toEqual([
      {
        code: "jump",
        facts: {
          unit: "Lệ Xá",
          indicator: "TOTAL",
          before: 85,
          after: 91.1,
          period: "2024-09",
          earlier: "2024-08",
          usual: 1,
        },
      },
    ]);
    expect(warned(78.9, history)).toHaveLength(1);
  });

  it("is none for a unit that usually moves as far", () => {
    expect(warned(40, historyOf([85, 60, 88, 55]))).toEqual([]);
  });

  it("of a figure that never moves is more than a little", () => {
    const history = historyOf([100, 100, 100, 100]);
    expect(warned(97, history)).toEqual([]);
    expect(warned(96.9, history)).toHaveLength(1);
    const counts = historyOf([0, 0, 0, 0], "overdue-dossiers");
    expect(warned(12, counts, "overdue-dossiers")).toEqual([]);
    expect(warned(13, counts, "overdue-dossiers")).toHaveLength(1);
  });

  it("without a habit is a quarter of the maximum, or five times as many dossiers", () => {
    expect(warned(60, historyOf([85]))).toEqual([]);
    expect(warned(59.9, historyOf([85, 84, 83]))).toMatchObject([{ facts: { before: 85, after: 59.9 } }]);
    expect(warned(49, historyOf([0], "overdue-dossiers"), "overdue-dossiers")).toEqual([]);
    expect(warned(60, historyOf([10], "overdue-dossiers"), "overdue-dossiers")).toHaveLength(1);
  });

  it("needs a figure of the month before", () => {
    expect(jumps(makeChecked([makeObservation("Lệ Xá", 5)]))).toEqual([]);
    const [, ...older] = historyOf([85, 84, 86, 85, 84]);
    const checked = makeChecked([makeObservation("Lệ Xá", 5)], { previous: stored([]), history: older });
    expect(jumps(checked)).toEqual([]);
  });
});
