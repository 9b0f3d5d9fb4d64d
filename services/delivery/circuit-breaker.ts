import type { Backoff } from "#services/delivery/settle.ts";
import type { ChannelName } from "#services/ids.ts";

/** One fault may be the message's or the chat's; so many in a row are the channel's. */
const TOLERATED = 3;

export interface CircuitBreakerOptions extends Pick<Backoff, "firstMs" | "mostMs"> {
  readonly clock: () => Date;
}

/**
 * A circuit breaker for each channel: those that do not answer are left alone for a while, longer each time,
 * and then tried with one message. An outage must not spend every row's patience, nor make a whole broadcast's outcome unknown.
 */
export function createCircuitBreakers({ firstMs, mostMs, clock }: CircuitBreakerOptions) {
  const faults = new Map<ChannelName, { readonly inARow: number; readonly until: number }>();
  const now = () => clock().getTime();

  /** For how long the channel is still left alone, in ms: never longer than it would at most, whatever becomes of the clock. */
  function openFor(channel: ChannelName): number {
    return Math.min(mostMs, Math.max(0, (faults.get(channel)?.until ?? 0) - now()));
  }

  return {
    succeeded(channel: ChannelName): void {
      faults.delete(channel);
    },

    failed(channel: ChannelName): void {
      const { inARow = 0 } = faults.get(channel) ?? {};
      if (openFor(channel) > 0) return;
      const over = inARow + 1 - TOLERATED;
      const pauseMs = over < 0 ? 0 : Math.min(firstMs * 2 ** over, mostMs);
      faults.set(channel, { inARow: inARow + 1, until: now() + pauseMs });
    },

    openFor,

    /** How many messages may be under way on the channel. */
    allowed(channel: ChannelName, most: number): number {
      const { inARow = 0 } = faults.get(channel) ?? {};
      if (openFor(channel) > 0) return 0;
      return inARow >= TOLERATED ? 1 : most;
    },
  };
}

export type CircuitBreakers = ReturnType<typeof createCircuitBreakers>;
