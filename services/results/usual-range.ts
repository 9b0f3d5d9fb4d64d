/** What a process does by itself: beyond these limits something has changed. */
export interface UsualRange {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  /** How many values it rests on. */
  readonly of: number;
}

/** Limits from fewer values say little. */
const FEWEST = 8;

/** 3 standard deviations in terms of the mean moving range: 3 / d2, with d2 = 1.128 for two values. */
const WIDTH = 2.66;

/**
 * Natural process limits of an individuals chart (Wheeler, Understanding Variation, 1993): mean ± 2.66 × the mean
 * difference between values that follow each other. Values in their own unit of measure, oldest first; null = too few.
 */
export function usualRange(values: readonly number[]): UsualRange | null {
  if (values.length < FEWEST) return null;
  const mean = average(values);
  const moves = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const reach = WIDTH * average(moves);
  return { low: mean - reach, mean, high: mean + reach, of: values.length };
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
