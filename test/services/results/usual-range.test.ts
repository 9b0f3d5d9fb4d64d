import { expect, it } from "vitest";
import { usualRange } from "#services/results/usual-range.ts";

/** Limits of an individuals chart worked out by hand: mean 10.6, mean moving range 13/9. */
const BY_HAND = [10, 12, 11, 8, 10, 11, 12, 10, 11, 11];

it("is the mean ± 2.66 mean moving ranges", () => {
  const moves = BY_HAND.slice(1).map((value, i) => Math.abs(value - (BY_HAND[i] ?? 0)));
  expect(moves).toEqual([2, 1, 3, 2, 1, 1, 2, 1, 0]);
  const range = usualRange(BY_HAND);
  expect(range?.mean).toBeCloseTo(10.6, 10);
  expect(range?.low).toBeCloseTo(10.6 - 2.66 * (13 / 9), 10);
  expect(range?.high).toBeCloseTo(10.6 + 2.66 * (13 / 9), 10);
  expect(range?.of).toBe(10);
});

it("is not told from fewer than eight values", () => {
  expect(usualRange(BY_HAND.slice(0, 7))).toBeNull();
  expect(usualRange(BY_HAND.slice(0, 8))).not.toBeNull();
});
