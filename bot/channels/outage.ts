import type { Logger } from "#services/logger.ts";

export interface Backoff {
  readonly firstMs: number;
  readonly mostMs: number;
}

export interface OutageOptions<Kind extends string> {
  readonly logger: Logger;
  readonly backoff: Backoff;
  /** What is said when this kind of trouble begins. */
  readonly sentences: Readonly<Record<Kind, string>>;
  readonly back: string;
  kindOf(error: unknown): Kind;
  /** How long the platform itself asks to wait, in ms; null = it does not say. */
  retryAfterMs?(error: unknown): number | null;
}

export type Outage = ReturnType<typeof createOutage>;

/** One sentence when a platform goes, one when it is back, and longer and longer waits in between. */
export function createOutage<Kind extends string>(options: OutageOptions<Kind>) {
  const { logger, sentences, back, kindOf, retryAfterMs = () => null } = options;
  const { firstMs, mostMs } = options.backoff;
  let said: Kind | null = null;
  let waitMs = firstMs;
  return {
    /** How long to wait before the next try, in ms. */
    failed(error: unknown): number {
      const kind = kindOf(error);
      if (kind !== said) logger.warn({ err: error }, sentences[kind]);
      said = kind;
      const wait = retryAfterMs(error) ?? waitMs;
      waitMs = Math.min(waitMs * 2, mostMs);
      return wait;
    },

    isOn: () => said !== null,

    ended(): void {
      if (said) logger.info({}, back);
      said = null;
      waitMs = firstMs;
    },
  };
}
