import { describe, expect, it } from "vitest";
import { whatChanged } from "#services/broadcasts/what-changed.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { AUGUST, makeObservation } from "#test/services/sheets/make.ts";

function sheet(...observations: readonly Observation[]): Sheet {
  const rest = {
    version: 1,
    createdAt: "2024-09-05T08:00:00Z",
    documents: [],
    checkCode: "AAAA",
    sample: false,
  };
  return { scope: "od332", period: AUGUST, observations, ...rest };
}

const told = (before: Sheet, after: Sheet): readonly string[] =>
  whatChanged(before, after).map((one) => {
    const value = (o: Observation | null): string => (o ? `${o.value}` : "-");
    return `${one.unit} ${one.indicator} ${value(one.before)}→${value(one.after)}`;
  });

describe("what a newer version changed", () => {
  const published = sheet(makeObservation("a", 80), makeObservation("b", 70, { rank: 2, of: 3 }));

  it("is other values, other published ranks, and figures that are gone", () => {
    const restated = sheet(makeObservation("a", 81), makeObservation("b", 70, { rank: 1, of: 3 }));
    expect(told(published, restated)).toEqual(["a TOTAL 80→81", "b TOTAL 70→70"]);
    expect(told(published, sheet(makeObservation("a", 80)))).toEqual(["b TOTAL 70→-"]);
  });

  it("is a unit added to a list that was out, but no whole new indicator", () => {
    const added = sheet(...published.observations, makeObservation("c", 60));
    expect(told(published, added)).toEqual(["c TOTAL -→60"]);
    const wider = sheet(...published.observations, makeObservation("a", 9, { indicator: "progress" }));
    expect(told(published, wider)).toEqual([]);
  });

  it("is not another moment, source, or published change", () => {
    const same = sheet(
      makeObservation("a", 80, { asOf: "2024-09-04T00:00:00+07:00", source: "other", change: 1 }),
      makeObservation("b", 70, { rank: 2, of: 3 }),
    );
    expect(told(published, same)).toEqual([]);
  });
});
