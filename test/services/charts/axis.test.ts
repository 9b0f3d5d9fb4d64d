import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { honestAxis } from "#services/charts/axis.ts";

describe("the axis of a ranking", () => {
  it("has round bounds around all values", () => {
    expect(honestAxis([80.22, 89.63, 88.03])).toEqual({ min: 78, max: 92 });
    expect(honestAxis([3, 17, 255])).toEqual({ min: 0, max: 300 });
  });

  it("ends at 100 for points and rates, and never begins below zero", () => {
    expect(honestAxis([99.6, 100])).toEqual({ min: 98.5, max: 100 });
    expect(honestAxis([0, 0]).min).toBe(0);
  });

  it("does not blow up a small difference", () => {
    const { min, max } = honestAxis([56.11, 56.2]);
    expect(max - min).toBeGreaterThanOrEqual(2);
  });

  it("is the whole scale when there is nothing to show", () => {
    expect(honestAxis([])).toEqual({ min: 0, max: 100 });
  });

  it("holds every value, whatever the values", () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.integer({ min: 0, max: 500_000 }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const { min, max } = honestAxis(values);
        expect(min).toBeLessThan(max);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
      }),
    );
  });
});
