import { describe, expect, it } from "vitest";
import { checkDraft } from "#services/documents/plan/checks.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { makeDocument, makeObservation } from "#test/services/sheets/make.ts";

const indicators = createIndicators();

function stored(observations: readonly Observation[], period = "2024-08"): Sheet {
  const rest = {
    version: 1,
    createdAt: "2024-09-05T08:00:00Z",
    documents: [],
    checkCode: "AAAA",
    sample: false,
    by: [],
    restores: null,
  };
  return { scope: "od332", period: toPeriod(period), observations, ...rest };
}

function warnings(observations: readonly Observation[], previous: Sheet) {
  const draft = {
    scope: "od332",
    period: toPeriod("2024-09"),
    observations,
    document: makeDocument("paper"),
    complete: false,
  };
  const found = checkDraft(draft, { indicators, units: { get: () => undefined }, previous, next: null });
  return found.filter(({ code }) => code === "change-differs");
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
