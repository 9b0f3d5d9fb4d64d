import type { Notices } from "#services/broadcasts/notices.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { Notice } from "#services/delivery/notice.ts";
import type { ChatId } from "#services/ids.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Store } from "#services/store/store.ts";

export interface AnnounceOptions {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "owe">;
  readonly notices: Notices;
  /** Rings for the deliveries just written. */
  readonly ring: () => Promise<void>;
}

/** Owes the operators a notice that belongs to no other commit; one about the same thing is told once. */
export type Announce = (notice: Notice, about: string, except?: readonly ChatId[]) => Promise<void>;

export function createAnnounce({ store, ledger, notices, ring }: AnnounceOptions): Announce {
  return async (notice, about, except) => {
    const { outcome } = await commitUntilFree(store, async () => {
      const { checks, puts, owed } = await ledger.owe(await notices(notice, about, except));
      return { commit: { checks, puts }, outcome: owed };
    });
    if (outcome > 0) await ring();
  };
}
