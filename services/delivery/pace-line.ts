/** At most `count` messages in any `perMs`. */
export interface Limit {
  readonly count: number;
  readonly perMs: number;
}

/** The latest messages of a chat or channel, and until when its platform wants none; ms since 1970. */
export interface PaceLine {
  /** Ascending. */
  readonly moments: readonly number[];
  readonly heldUntil: number;
  /** When it was told to hold; a line kept by an earlier version does not say. */
  readonly heldSince?: number | undefined;
}

export const FRESH_LINE: PaceLine = { moments: [], heldUntil: 0 };

/** When the next message may go, ms since 1970; it may be past. */
export function freeAt({ moments, heldUntil }: PaceLine, limits: readonly Limit[], now: number): number {
  let free = heldUntil;
  for (const { count, perMs } of limits) {
    const first = moments.at(-count);
    // One further ahead than processes' clocks differ was written before a clock was set back.
    if (first !== undefined && first - now <= perMs) free = Math.max(free, first + perMs);
  }
  return free;
}

/** The line as it can be: told to hold in what is the future now, it holds from now on, for as long as was asked. */
export function plausible(line: PaceLine, now: number): PaceLine {
  const { heldUntil, heldSince = heldUntil - LONGEST_HOLD_MS } = line;
  return now < heldSince ? { ...line, heldUntil: now + heldUntil - heldSince, heldSince: now } : line;
}

/** Of a hold of which only the end was kept. */
const LONGEST_HOLD_MS = 3600_000;

/** The line after one more message; what no limit asks for any more is forgotten. */
export function noted(line: PaceLine, moment: number, limits: readonly Limit[]): PaceLine {
  const kept = SPARE * Math.max(0, ...limits.map(({ count }) => count));
  const past = line.moments.map((earlier) => Math.min(earlier, moment));
  return { ...line, moments: kept === 0 ? [] : [...past, moment].slice(-kept) };
}

/** The line without its last message, which did not go after all. */
export function unnoted(line: PaceLine): PaceLine {
  return { ...line, moments: line.moments.slice(0, -1) };
}

export function heldOff(line: PaceLine, until: number, now: number): PaceLine {
  return until > line.heldUntil ? { ...line, heldUntil: until, heldSince: now } : line;
}

/** More are kept than a limit counts, for those that are taken back. */
const SPARE = 2;

/** What a message may take longer than the one before it to arrive, lest the platform count one too many. */
const JITTER_MS = 30;

/** So many messages a second, not all at its start; null = no limit. */
export function limitsOf(rate: number | null): readonly Limit[] {
  if (rate === null || !Number.isFinite(rate)) return [];
  const count = Math.max(1, Math.floor(rate));
  return [
    { count, perMs: (count / rate) * 1_000 + JITTER_MS },
    { count: 1, perMs: 500 / rate },
  ];
}
