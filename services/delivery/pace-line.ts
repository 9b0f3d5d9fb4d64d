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
}

export const FRESH_LINE: PaceLine = { moments: [], heldUntil: 0 };

/** When the next message may go, ms since 1970; it may be past. */
export function freeAt({ moments, heldUntil }: PaceLine, limits: readonly Limit[]): number {
  let free = heldUntil;
  for (const { count, perMs } of limits) {
    const first = moments.at(-count);
    if (first !== undefined) free = Math.max(free, first + perMs);
  }
  return free;
}

/** The line after one more message; what no limit asks for any more is forgotten. */
export function noted(line: PaceLine, moment: number, limits: readonly Limit[]): PaceLine {
  const kept = SPARE * Math.max(0, ...limits.map(({ count }) => count));
  const last = Math.max(line.moments.at(-1) ?? 0, moment);
  return { ...line, moments: kept === 0 ? [] : [...line.moments, last].slice(-kept) };
}

/** The line without its last message, which did not go after all. */
export function unnoted(line: PaceLine): PaceLine {
  return { ...line, moments: line.moments.slice(0, -1) };
}

export function heldOff(line: PaceLine, until: number): PaceLine {
  return { ...line, heldUntil: Math.max(line.heldUntil, until) };
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
