import type { BackupBook, BackupState } from "#services/backups/backup-book.ts";
import type { Channel } from "#services/channel.ts";
import type { Chats } from "#services/chats/chats.ts";
import type { Allowance, Allowances } from "#services/delivery/allowances.ts";
import type { DeliveryState } from "#services/delivery/delivery.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";

/** Deliveries in each state; a state that is left out has none. */
export type DeliveryCounts = Readonly<Partial<Record<DeliveryState, number>>>;

/** How the bot is doing at this moment. */
export interface StatusReport {
  readonly version: string;
  readonly startedAt: Date;
  readonly channels: readonly { readonly name: string; readonly up: boolean }[];
  /** Of channels whose platform sets a limit. */
  readonly allowances: readonly Allowance[];
  /** How long the store took to answer, in ms. */
  readonly storeMs: number;
  readonly sheets: number;
  /** The sheet confirmed last. */
  readonly newest: SheetHead | null;
  readonly deliveries: DeliveryCounts;
  readonly chats: { readonly active: number; readonly gone: number };
  readonly memoryMb: number;
  readonly backup: BackupState;
}

export interface StatusOptions {
  readonly version: string;
  readonly store: Store;
  readonly sheets: Sheets;
  readonly chats: Chats;
  readonly channels: () => readonly Channel[];
  readonly allowances: Pick<Allowances, "all">;
  readonly ledger: {
    counts(): Promise<readonly { readonly state: DeliveryState; readonly count: number }[]>;
  };
  readonly backups: Pick<BackupBook, "state">;
  readonly clock: () => Date;
}

export type Status = () => Promise<StatusReport>;

export function createStatus(options: StatusOptions): Status {
  const { version, store, sheets, chats, channels, allowances, ledger, backups, clock } = options;
  const startedAt = clock();

  return async () => {
    const heads = await sheets.heads();
    const records = [...(await chats.all()).values()].filter(({ group }) => group === null);
    const active = records.filter(({ state }) => state === "active").length;
    return {
      version,
      startedAt,
      channels: channels().map((channel) => ({ name: channel.name, up: channel.isUp?.() ?? true })),
      allowances: await allowances.all(),
      storeMs: await timeOf(store),
      sheets: heads.length,
      newest: [...heads].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0] ?? null,
      deliveries: byState(await ledger.counts()),
      chats: { active, gone: records.length - active },
      memoryMb: Math.round(process.memoryUsage.rss() / 1024 ** 2),
      backup: await backups.state(),
    };
  };
}

function byState(
  counts: readonly { readonly state: DeliveryState; readonly count: number }[],
): DeliveryCounts {
  const sums: Partial<Record<DeliveryState, number>> = {};
  for (const { state, count } of counts) sums[state] = (sums[state] ?? 0) + count;
  return sums;
}

async function timeOf(store: Store): Promise<number> {
  const from = performance.now();
  await store.get("status");
  return Math.round(performance.now() - from);
}
