import * as z from "zod";
import type { Channel } from "#services/channel.ts";
import type { ChannelName } from "#services/ids.ts";
import { isoDate, localDate } from "#services/periods/calendar.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** What a platform lets out this month, and what of it is used. */
export interface Allowance {
  readonly channel: string;
  readonly perMonth: number;
  /** Messages that went out, or may have. */
  readonly used: number;
  readonly left: number;
  /** ISO date from which a new month is counted. */
  readonly renewedOn: string;
}

export interface AllowancesOptions {
  readonly store: Store;
  readonly channels: () => readonly Pick<Channel, "name" | "monthlyAllowance">[];
  readonly timeZone: string;
  readonly clock: () => Date;
}

export type Allowances = ReturnType<typeof createAllowances>;

const Count = z.object({ used: z.number() });

/** Messages sent by channel and calendar month, counted for all processes of a store. */
export function createAllowances({ store, channels, timeZone, clock }: AllowancesOptions) {
  const counts = createCollection({ store, prefix: "allowances", version: 1, schema: Count });
  const today = (): string => localDate(clock(), timeZone);
  const idOf = (channel: ChannelName): string => `${channel}/${today().slice(0, "2026-11".length)}`;

  async function of(channel: ChannelName): Promise<Allowance | null> {
    const perMonth = channels().find(({ name }) => name === channel)?.monthlyAllowance;
    if (perMonth === undefined) return null;
    const used = (await counts.get(idOf(channel)))?.value.used ?? 0;
    return { channel, perMonth, used, left: Math.max(0, perMonth - used), renewedOn: nextMonth(today()) };
  }

  return {
    /** Null = its platform sets no limit. */
    of,

    async all(): Promise<readonly Allowance[]> {
      const found = await Promise.all(channels().map(({ name }) => of(name)));
      return found.filter((allowance) => allowance !== null);
    },

    /** One more message went out, or may have. */
    async spend(channel: ChannelName): Promise<void> {
      await counts.update(idOf(channel), (known) => ({ used: (known?.used ?? 0) + 1 }));
    },
  };
}

function nextMonth(today: string): string {
  const [year = 0, month = 0] = today.split("-").map(Number);
  return isoDate(year, month + 1, 1);
}
