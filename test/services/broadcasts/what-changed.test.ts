import { describe, expect, it } from "vitest";
import { corrects, whatChanged } from "#services/broadcasts/what-changed.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { AUGUST, makeObservation } from "#test/services/sheets/make.ts";

function sheet(...observations: readonly Observation[]): Sheet {
  const rest = {
    version: 1,
    createdAt: "2024-09-05T08:00:00Z",
    documents: [],
    checkCode: "AAAA",
    sample: false,
    by: [],
    restores: null,
  };
  return { scope: "od332", period: AUGUST, observations, ...rest };
}

const told = (before: Sheet, after: Sheet): readonly string[] =>
  whatChanged(before, after).map((one) => {
    const value = (o: Observation | null): string =>
      o ? `${o.value}${o.change === null ? "" : ` (${o.change})`}` : "-";
    return `${one.unit} ${one.indicator} ${value(one.before)}→${value(one.after)}`;
  });

describe("what a newer version changed", () => {
  const published = sheet(
    makeObservation("a", 80, { change: 3 }),
    makeObservation("b", 70, { rank: 2, of: 3 }),
  );

  it("is other values, other published ranks and changes, and figures that are gone", () => {
    const restated = sheet(
      makeObservation("a", 80, { change: 2 }),
      makeObservation("b", 71, { rank: 1, of: 3 }),
    );
    expect(told(published, restated)).toEqual(["a TOTAL 80 (3)→80 (2)", "b TOTAL 70→71"]);
    expect(corrects(published, restated)).toBe(true);
    const shorter = sheet(makeObservation("a", 80, { change: 3 }));
    expect(told(published, shorter)).toEqual(["b TOTAL 70→-"]);
    expect(corrects(published, shorter)).toBe(true);
  });

  it("is a unit added to a list, and a whole new indicator, which alone corrects nothing", () => {
    const added = sheet(...published.observations, makeObservation("c", 60));
    expect(told(published, added)).toEqual(["c TOTAL -→60"]);
    expect(corrects(published, added)).toBe(true);
    const wider = sheet(...published.observations, makeObservation("a", 9, { indicator: "progress" }));
    expect(told(published, wider)).toEqual(["a progress -→9"]);
    expect(corrects(published, wider)).toBe(false);
  });

  it("is not another moment or source; a published change given or left out alone corrects nothing", () => {
    const same = sheet(
      makeObservation("a", 80, { asOf: "2024-09-04T00:00:00+07:00", source: "other", change: 3 }),
      makeObservation("b", 70, { rank: 2, of: 3 }),
    );
    expect(told(published, same)).toEqual([]);
    const without = sheet(makeObservation("a", 80), makeObservation("b", 70, { rank: 2, of: 3 }));
    expect(told(published, without)).toEqual(["a TOTAL 80 (3)→80"]);
    expect(corrects(published, without)).toBe(false);
    expect(corrects(without, published)).toBe(false);
    const other = sheet(
      makeObservation("a", 80, { change: 2 }),
      makeObservation("b", 70, { rank: 2, of: 3 }),
    );
    expect(corrects(published, other)).toBe(true);
  });
});
