import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute } from "#services/analysis/attribution.ts";
import {
  type DossierRule,
  dossierRule,
  dossiersFor,
  dossiersForRate,
  gainOf,
} from "#services/analysis/dossiers.ts";
import { splitRankChange } from "#services/analysis/rank-split.ts";
import { allFormulas, formulaOf, pointsOf } from "#services/indicators/formulas.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import { rankUnits } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";

const counts = fc
  .record({
    denominator: fc.integer({ min: 1, max: 50_000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ denominator, part }) => ({ denominator, numerator: Math.floor(denominator * part) }));

const sure = allFormulas().filter((formula) => formula.sureUpTo === 100 && pointsOf(formula, 50) !== null);

describe("dossiers", () => {
  it("stated for some points earn them under the formula of the catalogue, and one fewer does not", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sure),
        counts,
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (formula, held, wanted) => {
          const points = pointsOf(formula, rateOf(held)) ?? 0;
          const rule: DossierRule = { formula, counts: held, points, checked: false };
          const earned = (more: number): number =>
            (pointsOf(formula, rateOf({ ...held, numerator: held.numerator + more })) ?? 0) - points;
          const missing = held.denominator - held.numerator;
          const fewest = dossiersFor(rule, wanted);
          if (fewest === null) {
            expect(earned(missing)).toBeLessThan(wanted + 1e-6);
            return;
          }
          expect(earned(fewest)).toBeGreaterThan(wanted - 1e-6);
          expect(gainOf(rule, fewest)).toBeCloseTo(earned(fewest), 9);
          if (fewest > 1) expect(earned(fewest - 1)).toBeLessThan(wanted + 1e-6);
        },
      ),
    );
  });

  it("reach a rate, and one fewer does not", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 10_000 }), (held, hundredths) => {
        const rate = hundredths / 100;
        const fewest = dossiersForRate(held, rate);
        const reached = (more: number): number => rateOf({ ...held, numerator: held.numerator + more });
        expect(fewest).not.toBeNull();
        if (fewest === null) return;
        expect(reached(fewest)).toBeGreaterThan(rate - 1e-6);
        if (fewest > 0) expect(reached(fewest - 1)).toBeLessThan(rate + 1e-6);
      }),
    );
  });

  it("are told by a formula only where it gives the points that were published", () => {
    const formula = formulaOf("on-time-rate");
    if (!formula) throw new TypeError("no formula 2.1");
    const period = toPeriod("2024-09");
    fc.assert(
      fc.property(
        counts,
        fc.double({ min: 0, max: 20, noNaN: true }),
        ({ numerator, denominator }, points) => {
          const held = [
            ["dossiers-on-time", numerator],
            ["dossiers-received", denominator],
          ] as const;
          const found = dossierRule(formula, new Map([...held, ["TDGQ", points]]), period);
          const says = (20 * numerator) / denominator;
          expect(typeof found === "string").toBe(Math.abs(says - points) > 0.0051);
          expect(dossierRule(formula, new Map(held), period)).toBe("older-period");
          expect(dossierRule(formula, new Map([["TDGQ", points]]), period)).toBe("no-counts");
        },
      ),
    );
  });

  it("are told by no formula that is unknown or in doubt", () => {
    const figures = new Map([["dossiers-received", 100]]);
    for (const id of ["online-dossier-rate", "personal-store-rate", "online-services-used-rate"]) {
      const formula = formulaOf(id);
      expect(formula && dossierRule(formula, figures, toPeriod("2026-08"))).toBe("no-formula");
    }
  });
});

describe("a change of the total", () => {
  const points = createIndicators()
    .all()
    .filter(({ measure }) => measure === "points");
  const hundredths = fc.option(fc.integer({ min: 0, max: 1200 }).map((value) => value / 100));

  it("is what its groups and the rest add up to, whichever are held, and no point counts twice", () => {
    const figures = fc.tuple(...points.map(() => fc.record({ now: hundredths, before: hundredths })));
    fc.assert(
      fc.property(figures, (held) => {
        const values = points.map((indicator, i) => ({
          indicator,
          ...(held[i] ?? { now: null, before: null }),
        }));
        const found = attribute(viewOf(values));
        const total = values.find(({ indicator }) => indicator.id === "TOTAL");
        if (typeof total?.now !== "number" || typeof total.before !== "number") {
          expect(found).toBeNull();
          return;
        }
        const parts = found?.parts.reduce((sum, part) => sum + part.change, 0) ?? 0;
        expect(parts + (found?.rest ?? 0)).toBeCloseTo(total.now - total.before, 6);
        const named = new Set(found?.parts.map(({ indicator }) => indicator.id));
        expect(named.has("online-services") && (named.has("CLGQ") || named.has("TTTT"))).toBe(false);
        for (const { before, now, change } of found?.parts ?? []) expect(before + change).toBeCloseTo(now, 6);
      }),
    );
  });
});

describe("a move in a ranking", () => {
  it("is its own part and the others' part, whatever the lists", () => {
    const score = fc.integer({ min: 0, max: 6 });
    const lists = fc.array(fc.record({ before: score, now: score }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(lists, fc.constantFrom("up" as const, "down" as const), (units, direction) => {
        const ranking = rankUnits({
          indicator: { id: "TOTAL", direction, measure: "points" },
          observations: units.map(({ now }, i) => observation(i, now)),
          expected: [],
          earlier: units.map(({ before }, i) => observation(i, before)),
        });
        for (const { unit, moved } of ranking.rows) {
          const split = splitRankChange(ranking, unit, direction);
          expect(split && split.byOwn + split.byOthers).toBe(moved);
          expect(split && split.before - split.now).toBe(moved);
        }
      }),
    );
  });

  it("is all its own where the others stand still, and all the others' where it does", () => {
    const ranking = rankUnits({
      indicator: { id: "TOTAL", direction: "up", measure: "points" },
      observations: [5, 8, 7].map((value, i) => observation(i, value)),
      expected: [],
      earlier: [9, 8, 4].map((value, i) => observation(i, value)),
    });
    expect(splitRankChange(ranking, "u0", "up")).toMatchObject({
      byOwn: -1,
      byOthers: -1,
      alone: 2,
      overtakers: ["u1", "u2"],
      overtaken: [],
    });
    expect(splitRankChange(ranking, "u1", "up")).toMatchObject({ byOwn: 0, byOthers: 1, overtaken: ["u0"] });
  });
});

interface Value {
  readonly indicator: Indicator;
  readonly now: number | null;
  readonly before: number | null;
}

/** A unit alone in its list. */
function viewOf(values: readonly Value[]) {
  const now = values.filter((one) => one.now !== null);
  const figures = now.map(({ indicator, now: value }) => ({
    indicator,
    observation: observation(0, value ?? 0, indicator.id),
    target: null,
    meetsTarget: null,
  }));
  const rankings = new Map(
    now.map(({ indicator, now: value, before }) => [
      indicator.id,
      rankUnits({
        indicator,
        observations: [observation(0, value ?? 0, indicator.id)],
        expected: [],
        earlier: before === null ? "no-earlier" : [observation(0, before, indicator.id)],
      }),
    ]),
  );
  return { unit: { id: "u0" }, figures, rankings };
}

const rateOf = ({ numerator, denominator }: { numerator: number; denominator: number }): number =>
  (100 * numerator) / denominator;

const observation = (i: number, value: number, indicator = "TOTAL"): Observation => ({
  unit: `u${i}`,
  indicator,
  value,
  change: null,
  rank: null,
  of: null,
  source: "paper",
  asOf: null,
});
