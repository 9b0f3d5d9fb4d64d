/** One measured line: ours beside a peer measured in the same run, or beside a limit. */
export interface BenchLine {
  readonly name: string;
  readonly ours: number;
  /** The peer's figure, or the limit. */
  readonly peer: number;
  readonly unit: string;
  /** ours / peer */
  readonly ratio: number;
  /** In words, with its source's bound: "≤ 0.9×". */
  readonly aim: string;
  readonly met: boolean;
}

/** A bench measures and answers its lines; it cleans up after itself. */
export type Bench = () => Promise<readonly BenchLine[]>;

export interface Measured {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly unit: string;
}

/** A line whose ratio is to stay at or under a bound: times against a peer's. */
export function atMost(bound: number, measured: Measured): BenchLine {
  const ratio = measured.ours / measured.peer;
  return { ...measured, ratio, aim: `≤ ${bound}×`, met: ratio <= bound };
}

/** A line whose ratio is to reach a bound: throughput against a peer's. */
export function atLeast(bound: number, measured: Measured): BenchLine {
  const ratio = measured.ours / measured.peer;
  return { ...measured, ratio, aim: `≥ ${bound}×`, met: ratio >= bound };
}

/** A line without an aim: what others do, to set ours against. */
export function compared(measured: Measured): BenchLine {
  return { ...measured, ratio: measured.ours / measured.peer, aim: "(compared)", met: true };
}

/** A line that is to stay at or under a limit given in its own unit. */
export function within(limit: number, measured: Omit<Measured, "peer">): BenchLine {
  const { ours, unit } = measured;
  return {
    ...measured,
    peer: limit,
    ratio: limit === 0 ? ours : ours / limit,
    aim: `≤ ${limit} ${unit}`,
    met: ours <= limit,
  };
}

/** The middle of several measurements; of an even number, the lower middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** What 99 of 100 measurements stay at or under. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
