import type { RankChart } from "#services/reply/chart.ts";

/** Ticks that would divide the axis: its bounds are whole steps. */
const STEPS = 6;
/** Values written beside an axis, at most one more. */
const TICKS = 4;
/** What a quotient of whole steps may be off by. */
const DUST = 1e-9;
/** Room kept free at both ends, as a share of the span. */
const HEADROOM = 0.06;
/** Differences smaller than this are not blown up to the width of the picture. */
const LEAST_SPAN = 2;

/**
 * Round bounds with a little air around all values. Never below zero when no value is, never above 100 when no value is
 * (points and rates end there). No values: 0 to 100.
 */
export function honestAxis(values: readonly number[]): RankChart["axis"] {
  if (values.length === 0) return { min: 0, max: 100 };
  const least = Math.min(...values);
  const most = Math.max(...values);
  const span = Math.max(most - least, Math.abs(most) * 0.02, LEAST_SPAN);
  const middle = (least + most) / 2;
  const reach = span * (0.5 + HEADROOM);
  const step = niceStep(span / STEPS);

  const min = roundTo(step, Math.floor((middle - reach) / step));
  const max = roundTo(step, Math.ceil((middle + reach) / step));
  return { min: least >= 0 ? Math.max(0, min) : min, max: most <= 100 ? Math.min(100, max) : max };
}

/** Round values within an axis to write beside it: about four, its bounds where they are round. */
export function ticksOf({ min, max }: RankChart["axis"]): readonly number[] {
  const step = niceStep((max - min) / TICKS);
  const first = Math.ceil(min / step - DUST);
  const last = Math.floor(max / step + DUST);
  return Array.from({ length: last - first + 1 }, (_, i) => roundTo(step, first + i));
}

/** The smallest of 1, 2, 5 × 10ⁿ that is not less. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((nice) => nice * power >= least * 0.999) ?? 10;
  return factor * power;
}

/** Without the binary dust of 3 × 0.1. */
const roundTo = (step: number, times: number): number => Number((step * times).toPrecision(12));
