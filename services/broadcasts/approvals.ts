import { type Broadcast, NEWER_VERSION } from "#services/broadcasts/broadcast.ts";
import type { StoredBroadcasts } from "#services/broadcasts/stored-broadcasts.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Item } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Store } from "#services/store/store.ts";

/** What became of a person's approval. */
export type Approving =
  | { readonly outcome: "approved"; readonly broadcast: Broadcast }
  /** Another person's is needed too. */
  | { readonly outcome: "one-more"; readonly broadcast: Broadcast }
  /** This person has approved before; it takes two. */
  | { readonly outcome: "same-person"; readonly broadcast: Broadcast }
  /** Approved or ended already. */
  | { readonly outcome: "settled"; readonly broadcast: Broadcast }
  /** The figures have a newer version. */
  | { readonly outcome: "outdated"; readonly broadcast: Broadcast };

export interface ApprovalsOptions {
  readonly store: Store;
  readonly stored: StoredBroadcasts;
  readonly sheets: Pick<Sheets, "current">;
  readonly approvers: 1 | 2;
  readonly clock: () => Date;
}

/** Approving and calling off, each in one commit. Null = there is no such broadcast. */
export function createApprovals({ store, stored, sheets, approvers, clock }: ApprovalsOptions) {
  const now = (): string => clock().toISOString();

  /** Writes what `change` makes of a broadcast; what it leaves as it is is not written. */
  async function change(
    id: string,
    make: (broadcast: Broadcast) => Promise<Broadcast>,
  ): Promise<{ readonly before: Broadcast; readonly after: Broadcast } | null> {
    const { outcome } = await commitUntilFree(store, async () => {
      const seen: Item<Broadcast> | null = await stored.get(id);
      if (!seen) return { commit: {}, outcome: null };
      const after = await make(seen.value);
      const commit = after === seen.value ? {} : stored.write({ ...after, updatedAt: now() }, seen);
      return { commit, outcome: { before: seen.value, after } };
    });
    return outcome;
  }

  async function isOutdated({ recipe }: Broadcast): Promise<boolean> {
    const current = await sheets.current(recipe.scope, recipe.period);
    return current?.version !== recipe.version;
  }

  return {
    async approve(id: string, by: string): Promise<Approving | null> {
      const seen = await stored.get(id);
      if (!seen) return null;
      if (seen.value.state === "draft" && (await isOutdated(seen.value))) {
        return { outcome: "outdated", broadcast: seen.value };
      }
      const changed = await change(id, async (broadcast) => {
        if (broadcast.state !== "draft" || broadcast.approvals.some((one) => one.by === by)) return broadcast;
        const approvals = [...broadcast.approvals, { by, at: now() }];
        return { ...broadcast, approvals, state: approvals.length >= approvers ? "approved" : "draft" };
      });
      if (!changed) return null;
      const { before, after } = changed;
      if (before.state !== "draft") return { outcome: "settled", broadcast: after };
      if (before === after) return { outcome: "same-person", broadcast: after };
      return { outcome: after.state === "approved" ? "approved" : "one-more", broadcast: after };
    },

    /** Calls off a draft, or what is not out yet; answers the broadcast as it was. */
    async cancel(id: string, by: string): Promise<Broadcast | null> {
      const changed = await change(id, async (broadcast) =>
        broadcast.state === "done" || broadcast.state === "cancelled"
          ? broadcast
          : { ...broadcast, state: "cancelled", cancelledBy: by },
      );
      return changed?.before ?? null;
    },
  };
}

/** A draft whose figures have a newer version. */
export function supersede(broadcast: Broadcast, at: string): Broadcast {
  return { ...broadcast, state: "cancelled", cancelledBy: NEWER_VERSION, updatedAt: at };
}
