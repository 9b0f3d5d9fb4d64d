import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedSteps, type Shading, targetSteps, valueSteps } from "#services/charts/map-steps.ts";
import { better } from "#services/sheets/places.ts";

const figure = fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10);
const figures = fc.array(figure, { maxLength: 170 });
const move = fc.integer({ min: -167, max: 167 });
const direction = fc.constantFrom("up" as const, "down" as const, "neutral" as const);

/** Every figure is counted once, in the step whose ends hold it; no step is empty or lies in another. */
function expectWhole({ steps, stepOf }: Shading, all: readonly number[]): void {
  expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  for (const value of all) {
    const { from = Number.NaN, to = Number.NaN } = steps[stepOf(value)] ?? {};
    expect(from <= value && value <= to).toBe(true);
  }
  const colors = steps.map(({ color }) => color);
  expect(colors).toEqual([...new Set(colors)].sort((a, b) => a - b));
  for (const { count } of steps) expect(count).toBeGreaterThan(0);
}

describe("the steps of a map", () => {
  it("count every figure once, from the worst to the best, at most five", () => {
    fc.assert(
      fc.property(figures, direction, (all, way) => {
        const shading = valueSteps(all, way);
        expectWhole(shading, all);
        expect(shading.steps.length).toBeLessThanOrEqual(5);
        for (const [i, { to, from }] of shading.steps.entries()) {
          const next = shading.steps[i + 1];
          if (!next) continue;
          expect(
            better(way === "down" ? next.to : next.from, way === "down" ? from : to, way),
          ).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("hold about as many units each where no figures are alike", () => {
    const all = Array.from({ length: 135 }, (_, i) => i);
    expect(valueSteps(all, "up").steps.map(({ count }) => count)).toEqual([27, 27, 27, 27, 27]);
  });

  it("never part equal figures", () => {
    expect(valueSteps([1, 1, 1, 1, 1, 1, 1, 2], "up").steps.map(({ count }) => count)).toEqual([7, 1]);
    expect(valueSteps([3, 3, 3], "up").steps).toEqual([{ from: 3, to: 3, count: 3, color: 2 }]);
    expect(valueSteps([], "up").steps).toEqual([]);
  });

  it("keep gains, losses and no move apart", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 170 }), (all) => {
        const shading = movedSteps(all);
        expectWhole(shading, all);
        for (const { from, to } of shading.steps) expect(Math.sign(from)).toBe(Math.sign(to));
      }),
    );
  });

  it("part those that meet a target from those that miss it", () => {
    fc.assert(
      fc.property(figures, figure, (all, value) => {
        const target = {
          scope: "p52",
          indicator: "on-time-rate",
          comparison: ">=" as const,
          value,
          period: null,
          kinds: null,
          source: "letter",
        };
        const shading = targetSteps(all, target);
        expectWhole(shading, all);
        for (const { from, to, color } of shading.steps)
          expect(color === 1 ? from >= value : to < value).toBe(true);
      }),
    );
  });
});
