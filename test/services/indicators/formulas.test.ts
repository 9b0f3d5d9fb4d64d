import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { allFormulas, formulaOf, formulasIn, pointsOf } from "#services/indicators/formulas.ts";
import { createIndicators } from "#services/indicators/indicators.ts";

const indicators = createIndicators();

describe("the formulas", () => {
  it("are of indicators of the catalogue, each of its own group", () => {
    for (const formula of allFormulas()) {
      expect(indicators.get(formula.indicator)?.group).toBe(formula.group);
      for (const count of Object.values(formula.counts ?? {}))
        expect(indicators.get(count)?.measure).toBe("count");
    }
  });

  it("make up their group's maximum, wherever what each is worth is known", () => {
    const groups = indicators.all().filter(({ id, group }) => id === group);
    const sums = groups.map(({ id, max }) => {
      const parts = formulasIn(id).map((formula) => formula.max);
      return [
        id,
        parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
        max,
      ];
    });
    expect(sums).toEqual([
      ["CKMB", 18, 18],
      ["TDGQ", 20, 20],
      ["CLGQ", null, 12],
      ["TTTT", 10, 10],
      ["MDHL", 18, 18],
      ["MDSH", 22, 22],
    ]);
  });

  // As answers of the portal give them, August and September 2026.
  test.each([
    ["on-time-rate", 96.5, 19.3],
    ["reuse-rate", 1.71, 0.04],
    ["satisfaction-rate", 90, 6],
    ["satisfaction-rate", 97, 6],
    ["satisfaction-rate", 45, 3],
  ])("%s of %d%% earns %d", (id, rate, points) => {
    const formula = formulaOf(id);
    expect(formula && pointsOf(formula, rate)).toBeCloseTo(points, 2);
  });

  it("say nothing where they are not known, or in doubt", () => {
    const earned = (id: string, rate: number) => {
      const formula = formulaOf(id);
      return formula ? pointsOf(formula, rate) : undefined;
    };
    expect(earned("online-dossier-rate", 50)).toBeNull();
    expect(earned("digitisation-rate", 53.06)).toBeNull();
    expect(earned("personal-store-rate", 10)).toBeNull();
    expect(earned("average-processing-days", 3)).toBeNull();
    expect(earned("payment-used-rate", 80)).toBe(2);
    expect(earned("payment-used-rate", 80.1)).toBeNull();
  });

  it("never earn less for a higher rate, nor more than the maximum", () => {
    const rate = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...allFormulas()), rate, rate, (formula, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          pointsOf(formula, each),
        );
        if (typeof low === "number" && typeof high === "number") expect(low).toBeLessThanOrEqual(high);
        expect(high ?? 0).toBeLessThanOrEqual(formula.max ?? 0);
      }),
    );
  });
});
