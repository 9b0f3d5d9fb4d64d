import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { OaRefusal, TokensLost } from "#bot/channels/zalo-oa/faults.ts";
import type { Renew } from "#bot/channels/zalo-oa/renew.ts";
import type { Logger } from "#services/logger.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

export interface TokensOptions {
  readonly store: Store;
  /** As a person pasted them; used until they are renewed for the first time. */
  readonly pasted: { readonly access: string; readonly refresh: string };
  readonly renew: Renew;
  readonly logger: Logger;
  /** Told of every token before anybody uses it, so that none is ever shown. */
  readonly onSecrets?: (tokens: readonly string[]) => void;
  /** Ms since 1970. */
  readonly now?: () => number;
}

export type Tokens = ReturnType<typeof createTokens>;

const Pair = z.object({ access: z.string(), refresh: z.string() });
const Kept = Pair.extend({
  /** Ms since 1970. */
  expiresAt: z.number(),
  renewedAt: z.number(),
  /** Which pasted pair it comes from: another one that is pasted takes its place. */
  origin: z.string(),
  /** Until then one process is renewing it, ms since 1970; 0 = none. */
  claimedUntil: z.number(),
  /** Zalo took neither token any more. */
  isLost: z.boolean(),
  previous: Pair.nullable(),
});
type Kept = z.output<typeof Kept>;

const ID = "tokens";
const HOUR_MS = 3_600_000;
/** A pasted access token may have been made up to a day ago: renewed soon, before it can be too late. */
const PASTED_LIFE_MS = HOUR_MS;
/** Of the 25 hours an access token lives, the last ones are kept for trouble. */
const EARLY_MS = 5 * HOUR_MS;
/** Longer than a call to Zalo takes. */
const CLAIM_MS = 60_000;
const LOOK_MS = 50;

/**
 * The two tokens of an Official Account, shared by all processes. A refresh token can be used once: one process claims
 * it, and the new pair is stored in one commit before anybody uses it, the one before it beside it.
 */
export function createTokens(options: TokensOptions) {
  const { store, pasted, renew, logger, onSecrets = () => {}, now = Date.now } = options;
  const kept = createCollection({ store, prefix: "secrets/zalo-oa", version: 1, schema: Kept });
  const origin = createHash("sha256").update(pasted.refresh).digest("hex").slice(0, 16);
  let renewing: Promise<string> | null = null;

  async function read(): Promise<Item<Kept>> {
    const seen = await kept.get(ID);
    if (seen) onSecrets(tokensIn(seen.value));
    if (seen?.value.origin === origin) return seen;
    const times = { expiresAt: now() + PASTED_LIFE_MS + EARLY_MS, renewedAt: now() };
    const first = { ...pasted, ...times, origin, claimedUntil: 0, isLost: false, previous: null };
    const puts = [kept.put(ID, first)];
    await store.commit({ checks: [kept.check(ID, seen)], puts });
    return read();
  }

  async function renewed(refused: string): Promise<string> {
    for (;;) {
      const seen = await read();
      if (seen.value.access !== refused) return seen.value.access;
      if (seen.value.isLost) throw new TokensLost("Zalo takes neither token any more");
      if (seen.value.claimedUntil > now()) await pause(LOOK_MS);
      else if (await claim(seen)) return exchange(seen.value);
    }
  }

  /** False = another process was first. */
  async function claim(seen: Item<Kept>): Promise<boolean> {
    const puts = [kept.put(ID, { ...seen.value, claimedUntil: now() + CLAIM_MS })];
    return (await store.commit({ checks: [kept.check(ID, seen)], puts })).committed;
  }

  async function exchange({ access, refresh }: Kept): Promise<string> {
    const become = (changes: Partial<Kept>) =>
      kept.update(ID, (value) => ({ ...(value as Kept), claimedUntil: 0, ...changes }));
    try {
      const fresh = await renew(refresh);
      onSecrets([fresh.access_token, fresh.refresh_token]);
      await become({
        access: fresh.access_token,
        refresh: fresh.refresh_token,
        expiresAt: now() + fresh.expires_in * 1000,
        renewedAt: now(),
        previous: { access, refresh },
      });
      logger.info({}, "The tokens of the Zalo Official Account are renewed");
      return fresh.access_token;
    } catch (error) {
      const isLost = error instanceof OaRefusal;
      await become({ isLost });
      if (isLost) throw new TokensLost("Zalo renews the tokens no more", { cause: error });
      throw error;
    }
  }

  /** One exchange at a time in this process, whoever asks. */
  function renewOnce(refused: string): Promise<string> {
    renewing ??= renewed(refused).finally(() => {
      renewing = null;
    });
    return renewing;
  }

  return {
    /** The access token to call with, renewed in time. Rejects with TokensLost, OaSilence, StoreUnavailable. */
    async current(): Promise<string> {
      const { access, expiresAt } = (await read()).value;
      if (expiresAt - EARLY_MS > now()) return access;
      try {
        return await renewOnce(access);
      } catch (error) {
        // What lasts some hours more is good for this call.
        if (expiresAt > now() && !(error instanceof TokensLost)) return access;
        throw error;
      }
    },

    /** Another one than the one that Zalo refused. Rejects as `current` does. */
    instead: (refused: string): Promise<string> => renewOnce(refused),

    /** When they were renewed last, ms since 1970. */
    renewedAt: async (): Promise<number> => (await read()).value.renewedAt,
  };
}

/** The pair in use, and the one before it. */
function tokensIn({ access, refresh, previous }: Kept): readonly string[] {
  return [access, refresh, ...(previous ? [previous.access, previous.refresh] : [])];
}
