import type { PlacedLimit } from "#commands/slots/limits.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Limit } from "#services/results/limits.ts";

/** Indicators named in a text, where the words begin. */
interface Named {
  readonly start: number;
  readonly indicators: readonly Indicator[];
}

/**
 * "đúng hạn dưới 95%, tổng điểm dưới 85": each limit is set on the indicator it stands behind; where the first stands
 * before all of them, on the one behind it. Where one would have none, all are set on all.
 */
export function limitsBeside(limits: readonly PlacedLimit[], named: readonly Named[]): readonly Limit[] {
  const whole = limits.map(({ limit }) => limit);
  const [first] = named;
  if (!first || named.length < 2) return whole;
  const areBefore = limits.some(({ start }) => start < first.start);
  const besideOf = ({ start }: PlacedLimit): Named | undefined =>
    areBefore ? named.find((one) => one.start > start) : named.findLast((one) => one.start < start);
  const beside = limits.map(besideOf);
  if (named.some((one) => !beside.includes(one)) || beside.includes(undefined)) return whole;
  return whole.map((limit, i) => ({ ...limit, on: beside[i]?.indicators.map(({ id }) => id) ?? [] }));
}
