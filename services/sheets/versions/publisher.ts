import type { Sheet } from "#services/sheets/sheet.ts";
import type { PublishOptions } from "#services/sheets/sheets.ts";
import { SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";
import type { Publication, Stamp } from "#services/sheets/versions/new-version.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";

export interface PublisherOptions {
  readonly store: Store;
  readonly clock: () => Date;
  readonly sample: boolean;
}

/**
 * Stores what is planned, planning anew for as long as others publish in between; answers the sheets made, or null as
 * soon as there is nothing to be planned any more.
 */
export function createPublisher({ store, clock, sample }: PublisherOptions) {
  return async (
    { by = [], extra = {} }: PublishOptions,
    planned: (stamp: Stamp) => Promise<Publication | null>,
  ): Promise<readonly Sheet[] | null> => {
    const { outcome } = await commitUntilFree(store, async () => {
      const stamp = { sample, createdAt: clock().toISOString(), by };
      const plan = await planned(stamp);
      if (!plan) return { commit: {}, outcome: null };
      const commit = joined([written(plan, stamp), typeof extra === "function" ? await extra() : extra]);
      const isIdle = commit.puts.length + commit.deletes.length === 0;
      return { commit: isIdle ? {} : commit, outcome: plan.sheets };
    });
    return outcome;
  };
}

/** What stores the sheets, and moves the revision where there are any. */
function written({ sheets, checks, puts }: Publication, { createdAt }: Stamp): Commit {
  const moved = sheets.length > 0 ? [{ key: SHEETS_REVISION, value: { v: 1, at: createdAt } }] : [];
  return { checks, puts: [...puts, ...moved] };
}
