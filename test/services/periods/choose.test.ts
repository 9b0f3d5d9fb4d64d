import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { choosePeriod, latestPeriod, nearestPeriods } from "#services/periods/choose.ts";
import { comparePeriods, toPeriod } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { anyPeriod } from "#test/services/periods/arbitraries.ts";

const TODAY = "2026-11-20";
const having = (...periods: readonly string[]) =>
  periods.map((period) => ({ period: toPeriod(period), asOf: null }));
const exactly = (period: string): PeriodWish => ({ kind: "exact", period: toPeriod(period) });

describe("the period to answer with", () => {
  const data = having(
    "2023-08",
    "2024-07",
    "2024-08",
    "2024-Q3",
    "2024-01..2024-10",
    "2025-W47",
    "2022",
    "2026",
  );
  test.each<[string, PeriodWish, string | null]>([
    ["a month with data", exactly("2024-07"), "2024-07"],
    ["a bare month: the most recent", { kind: "month", month: 8 }, "2024-08"],
    ["a bare month with none", { kind: "month", month: 3 }, null],
    ["a bare month that only cumulative figures end with", { kind: "month", month: 10 }, "2024-01..2024-10"],
    ["a month that only cumulative figures end with", exactly("2024-10"), "2024-01..2024-10"],
    ["a month inside cumulative figures", exactly("2024-09"), null],
    ["a year with its own figures", exactly("2026"), "2026"],
    ["a year that only has figures to date", exactly("2024"), "2024-01..2024-10"],
    ["a year that only has months", exactly("2023"), null],
    ["a bare quarter", { kind: "quarter", quarter: 3 }, "2024-Q3"],
    ["a month at the end of a quarter", exactly("2024-09"), null],
    ["a bare week", { kind: "week", week: 47 }, "2025-W47"],
    ["a week that no year of the data has", { kind: "week", week: 53 }, null],
    ["the latest year", { kind: "latest", of: "year" }, "2026"],
    ["the latest of any kind", { kind: "latest", of: null }, "2026"],
    ["what cannot be", { kind: "impossible" }, null],
  ])("for %s", (_, wish, chosen) => {
    expect(choosePeriod(wish, data, TODAY)).toBe(chosen);
  });

  it("for a year to date is the one that reaches farthest", () => {
    expect(choosePeriod(exactly("2024"), having("2024-Q1", "2024-01..2024-10", "2024-H1"), TODAY)).toBe(
      "2024-01..2024-10",
    );
  });

  it("for a half year or its last month may be what began with the year", () => {
    expect(choosePeriod(exactly("2024-06"), having("2024-H1"), TODAY)).toBe("2024-H1");
    expect(choosePeriod(exactly("2024-Q2"), having("2024-H1"), TODAY)).toBe("2024-H1");
    expect(choosePeriod(exactly("2024-H2"), having("2024"), TODAY)).toBe("2024");
  });

  it("for a bare month is never one that has not begun", () => {
    expect(choosePeriod({ kind: "month", month: 12 }, having("2025-12", "2026-12"), TODAY)).toBe("2025-12");
  });

  it("prefers an older month of its own to newer cumulative figures", () => {
    expect(choosePeriod({ kind: "month", month: 10 }, having("2023-10", "2024-01..2024-10"), TODAY)).toBe(
      "2023-10",
    );
  });

  it("is always one that has data", () => {
    const wishes = fc.oneof(
      anyPeriod.map((period): PeriodWish => ({ kind: "exact", period })),
      fc.integer({ min: 1, max: 12 }).map((month): PeriodWish => ({ kind: "month", month })),
      fc.integer({ min: 1, max: 53 }).map((week): PeriodWish => ({ kind: "week", week })),
    );
    fc.assert(
      fc.property(wishes, fc.array(anyPeriod), (wish, periods) => {
        const chosen = choosePeriod(
          wish,
          periods.map((period) => ({ period, asOf: null })),
          TODAY,
        );
        if (chosen) expect(periods).toContain(chosen);
        if (wish.kind === "exact" && periods.includes(wish.period)) expect(chosen).toBe(wish.period);
      }),
    );
  });
});

describe("the latest period", () => {
  it("is the one extracted last", () => {
    expect(
      latestPeriod([
        { period: toPeriod("2024-08"), asOf: "2024-09-05T09:00:00+07:00" },
        { period: toPeriod("2024"), asOf: "2024-09-04T12:00:00+07:00" },
      ]),
    ).toBe("2024-08");
  });

  it("counts by its end where no extraction is stated", () => {
    expect(
      latestPeriod([
        { period: toPeriod("2024-07"), asOf: "2024-08-14T12:00:00+07:00" },
        { period: toPeriod("2024-08"), asOf: null },
      ]),
    ).toBe("2024-08");
  });

  it("is the shorter of two that end together, and the later of two extracted together", () => {
    expect(latestPeriod(having("2024-08", "2024-Q3", "2024-09", "2024-07"))).toBe("2024-09");
    const asOf = "2024-10-01T00:00:00+07:00";
    expect(
      latestPeriod([
        { period: toPeriod("2024-09"), asOf },
        { period: toPeriod("2024-08"), asOf },
      ]),
    ).toBe("2024-09");
  });

  it("is none without data, and else does not depend on the order", () => {
    expect(latestPeriod([])).toBeNull();
    fc.assert(
      fc.property(fc.array(anyPeriod, { minLength: 1 }), (periods) => {
        expect(latestPeriod(having(...periods))).toBe([...periods].sort(comparePeriods).at(-1));
      }),
    );
  });
});

describe("periods to offer instead", () => {
  it("are of the kind asked first, nearest first", () => {
    const data = having("2024-08", "2024-05", "2023-01", "2024-Q2", "2024");
    expect(nearestPeriods(exactly("2024-06"), data, 3)).toEqual(["2024-05", "2024-08", "2023-01"]);
    expect(nearestPeriods(exactly("2024-Q3"), data, 2)).toEqual(["2024-Q2", "2024-08"]);
  });

  it("are the newest of the kind where no year was named", () => {
    expect(nearestPeriods({ kind: "month", month: 3 }, having("2024-07", "2024", "2024-08"), 2)).toEqual([
      "2024-08",
      "2024-07",
    ]);
    expect(nearestPeriods({ kind: "month", month: 3 }, [], 2)).toEqual([]);
  });
});
