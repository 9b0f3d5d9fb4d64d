import { LRUCache } from "lru-cache";
import type { Announce } from "#services/broadcasts/announce.ts";
import type { Allowance, Allowances } from "#services/delivery/allowances.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { Muted } from "#services/delivery/sending.ts";
import { channelOf } from "#services/ids.ts";
import { momentAt } from "#services/periods/calendar.ts";

export interface QuotaGuardOptions {
  readonly allowances: Allowances;
  readonly ledger: Pick<Ledger, "ofCause">;
  readonly announce: Announce;
  readonly timeZone: string;
  readonly clock: () => Date;
}

/** Operators are told when so many per cent of a month's messages are used. */
const WARNED_AT = [80, 95, 100];
/** What is held is looked at again so often: the limit may have been raised. */
const HELD_MS = 3600_000;
/** What may go goes whole: answers in between, or rows not yet recorded, do not hold its rest. */
const BEGUN_MS = 3600_000;

export type QuotaGuard = ReturnType<typeof createQuotaGuard>;

/** Uses a platform's monthly allowance with care: broadcasts that would exceed it wait, answers go on. */
export function createQuotaGuard({ allowances, ledger, announce, timeZone, clock }: QuotaGuardOptions) {
  const begun = new LRUCache<string, true>({ max: 1000, ttl: BEGUN_MS });
  const warned = new Set<string>();

  /** Messages that a broadcast still owes on a channel: one a chat. */
  async function neededBy(cause: string, channel: string): Promise<number> {
    const rows = await ledger.ofCause(cause);
    return rows.filter(
      ({ chat, state }) => channelOf(chat) === channel && (state === "due" || state === "sending"),
    ).length;
  }

  async function hold({ cause }: Delivery, needed: number, allowance: Allowance): Promise<Muted> {
    const { channel, left, renewedOn } = allowance;
    const facts = { broadcast: cause, channel, needed, left, renewedOn };
    await announce({ notice: "held", facts }, `${cause}/${channel}/${renewedOn}`);
    const renewal = momentAt(renewedOn, "00:00", timeZone).getTime();
    return { reason: "quota", until: Math.min(renewal, clock().getTime() + HELD_MS) };
  }

  return {
    /** Whether a delivery of a broadcast waits for the next month; null = it goes. */
    async mute(delivery: Delivery): Promise<Muted | null> {
      const channel = channelOf(delivery.chat);
      const key = `${channel} ${delivery.cause}`;
      if (delivery.guarantee !== "at-most-once" || begun.has(key)) return null;
      const allowance = await allowances.of(channel);
      if (!allowance) return null;
      const needed = await neededBy(delivery.cause, channel);
      if (needed > allowance.left) return hold(delivery, needed, allowance);
      begun.set(key, true);
      return null;
    },

    /** Warns operators of what is nearly used up: the highest mark that is passed, once a month. */
    async look(): Promise<void> {
      for (const { channel, used, perMonth, renewedOn } of await allowances.all()) {
        const percent = WARNED_AT.findLast((mark) => used * 100 >= perMonth * mark);
        const about = `${channel}/${renewedOn}/${percent}`;
        if (percent === undefined || warned.has(about)) continue;
        await announce(
          { notice: "allowance", facts: { channel, percent, used, perMonth, renewedOn } },
          about,
        );
        warned.add(about);
      }
    },
  };
}
