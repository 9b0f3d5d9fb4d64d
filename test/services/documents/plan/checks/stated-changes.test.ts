import { describe, expect, it } from "vitest";
import { checkDraft } from "#services/documents/plan/checks/check-draft.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { makeChecked, stored } from "#test/services/documents/plan/checks/make-checked.ts";
import { makeObservation } from "#test/services/sheets/make.ts";

function warnings(observations: readonly Observation[], previous: Sheet) {
  return checkDraft(makeChecked(observations, { previous })).filter(({ code }) => code === "change-differs");
}

describe("a published change that the stored figures contradict", () => {
  it("is warned of by the unit's name, with both", () => {
    const letter = [makeObservation("Cương Chính", 80.18, { change: -3.2 })];
    expect(warnings(letter, stored([makeObservation("Cương Chính", 83.28)]))).toEqual([
      {
        code: "change-differs",
        facts: {
          unit: "Cương Chính",
          indicator: "TOTAL",
          published: -3.2,
          reckoned: -3.1,
          earlier: "2024-08",
        },
      },
    ]);
  });

  it("is none where they differ by rounding alone, or nothing final is stored", () => {
    const letter = [makeObservation("a", 79.03, { change: 0.04 }), makeObservation("b", 70, { change: 5 })];
    expect(warnings(letter, stored([makeObservation("a", 79)]))).toEqual([]);
    const open = makeObservation("a", 70, { asOf: "2024-08-20T08:00:00+07:00" });
    expect(warnings(letter, stored([open]))).toEqual([]);
  });

  it("is looked for in every indicator", () => {
    const letter = [makeObservation("a", 82, { indicator: "on-time-rate", change: 4 })];
    const earlier = [makeObservation("a", 90, { indicator: "on-time-rate" })];
    expect(warnings(letter, stored(earlier)).map(({ facts }) => [facts.published, facts.reckoned])).toEqual([
      [4, -8],
    ]);
  });
});
