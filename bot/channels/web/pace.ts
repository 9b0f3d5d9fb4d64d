export interface PaceOptions {
  /** Messages that may come at once. */
  readonly burst: number;
  /** Messages a second in the long run. */
  readonly perSecond: number;
  /** Ms since any fixed moment. */
  readonly now: () => number;
}

export type Pace = ReturnType<typeof createPace>;

/** A bucket that fills at `perSecond` up to `burst`. */
export function createPace({ burst, perSecond, now }: PaceOptions) {
  let level = burst;
  let last = now();

  /** Takes one, or says in how many ms there will be one. */
  function take(): number {
    const time = now();
    level = Math.min(burst, level + ((time - last) / 1000) * perSecond);
    last = time;
    if (level < 1) return Math.ceil(((1 - level) / perSecond) * 1000);
    level -= 1;
    return 0;
  }

  return { take };
}
