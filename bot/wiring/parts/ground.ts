import type { PortalConfig } from "#bot/config/config.ts";
import type { BackupPlan } from "#services/backups/backup-plan.ts";
import type { Channel } from "#services/channel.ts";
import type { Charts } from "#services/charts/charts.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { Reading, ReadingOptions } from "#services/documents/create-reading.ts";
import type { ChatId } from "#services/ids.ts";
import { type Metrics, unmeasured } from "#services/metrics.ts";
import type { Originals } from "#services/originals/originals.ts";
import type { PortalOptions } from "#services/portal/portal.ts";
import type { PortalFetch } from "#services/portal/portal-client.ts";
import type { SetupState } from "#services/setup-state.ts";
import type { StoredValueInvalid } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

export interface ServicesOptions {
  /** Opened and closed by the caller. */
  readonly store: Store;
  /** Where results are kept, when a sample is laid over them in `store`; by default the same. */
  readonly real?: Store;
  /** Those that listen now. */
  readonly channels: () => readonly Channel[];
  readonly locale: Locale;
  readonly timeZone: string;
  /** Sender ids, which are the operators' own chats too. */
  readonly operators: readonly ChatId[];
  readonly access: "open" | "approved";
  /** How many persons must approve a broadcast, or confirm what is taken in. */
  readonly approvers?: 1 | 2;
  /** Told when something is owed; whoever sends also looks by himself. */
  readonly ring?: () => Promise<void>;
  /** Told of stored values that cannot be read and without which the bot can go on. */
  readonly onInvalid: (error: StoredValueInvalid) => void;
  readonly clock?: () => Date;
  /** Reads what is sent; several bots of one process may share one. */
  readonly reading?: Reading;
  /** Looks at files before they are read. */
  readonly scan?: ReadingOptions["scan"];
  /** Keeps papers as they were sent; by default none are. */
  readonly originals?: Originals | undefined;
  readonly charts?: Charts;
  readonly metrics?: Metrics;
  /** A unit's readable name or id; null = the scope with the longest list. */
  readonly homeScope: string | null;
  /** How the national portal is asked; by default it is not. */
  readonly portal?: PortalConfig;
  /** Calls the portal, through the configured proxies. */
  readonly portalFetch?: PortalFetch;
  /** How backups are made by themselves; by default none are. */
  readonly backup?: BackupPlan | null | undefined;
  /** How far the bot is set up; by default nobody knows. */
  readonly setup?: (() => SetupState) | undefined;
  /** Of a process that ends. */
  readonly pause?: PortalOptions["pause"];
}

/** What all parts stand on: the options, with what was left out settled. */
export type Ground = ReturnType<typeof groundOf>;

export function groundOf(options: ServicesOptions) {
  return {
    ...options,
    real: options.real ?? options.store,
    approvers: options.approvers ?? 1,
    ring: options.ring ?? (async () => {}),
    clock: options.clock ?? (() => new Date()),
    metrics: options.metrics ?? unmeasured,
  };
}
