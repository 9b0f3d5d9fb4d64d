/** A holder's word that it lives: written anew, under another version, again and again. */
export interface Heartbeat {
  readonly id: string;
  readonly version: number;
}

/**
 * Tells holders that live from those that are gone by whether their heartbeat moves, never by the moment written in
 * it: clocks of machines differ, and any clock can be set back.
 */
export function createHeartbeatWatch(leaseMs: number) {
  const seen = new Map<string, { readonly version: number; readonly since: number }>();

  return {
    /** Whether a heartbeat has not moved for a lease, as far as was watched; `now` in ms, of any clock. */
    isSilent({ id, version }: Heartbeat, now: number): boolean {
      const known = seen.get(id);
      const isMoved = known?.version !== version || known.since > now;
      if (isMoved) seen.set(id, { version, since: now });
      return !isMoved && now - known.since > leaseMs;
    },

    forget(id: string): void {
      seen.delete(id);
    },
  };
}
