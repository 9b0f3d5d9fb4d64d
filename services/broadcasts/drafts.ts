import { supersede } from "#services/broadcasts/approvals.ts";
import {
  type Broadcast,
  type BroadcastRecipe,
  broadcastId,
  type Trigger,
  wentOut,
} from "#services/broadcasts/broadcast.ts";
import type { Pieces, StoredBroadcasts } from "#services/broadcasts/stored-broadcasts.ts";
import { corrects } from "#services/broadcasts/what-changed.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import type { Item } from "#services/store/collection.ts";
import { joined } from "#services/store/joined.ts";

export interface DraftsOptions {
  readonly stored: StoredBroadcasts;
  readonly sheets: Pick<Sheets, "version">;
  readonly clock: () => Date;
}

/** A broadcast to be written, and all else the commit needs; null = this version has nothing to tell. */
export interface Drafted {
  readonly broadcast: Broadcast;
  readonly isNew: boolean;
  readonly pieces: Required<Pieces>;
}

export type Drafts = ReturnType<typeof createDrafts>;

/** Turns a version of a sheet into a broadcast: its results, or a correction where an older version went out. */
export function createDrafts({ stored, sheets, clock }: DraftsOptions) {
  async function recipeOf(head: SheetHead, earlier: readonly Broadcast[]): Promise<BroadcastRecipe | null> {
    const { scope, period, version } = head;
    const from = earlier.filter(wentOut).at(-1)?.recipe.version;
    if (from === undefined)
      return head.units.length === 0 ? null : { kind: "results", scope, period, version };
    if (from >= version) return null;
    const [before, after] = await Promise.all([
      sheets.version(scope, period, from),
      sheets.version(scope, period, version),
    ]);
    if (!before || !after || !corrects(before, after)) return null;
    return { kind: "correction", scope, period, from, version };
  }

  return {
    /**
     * The broadcast of a version and what writing it takes: approved at once when `approvedBy` is given. Drafts of
     * older versions end. One that is there already is left as it is, but for a draft that is now approved.
     */
    async of(head: SheetHead, trigger: Trigger, approvedBy: string | null): Promise<Drafted | null> {
      const at = clock().toISOString();
      const about = await stored.about(head.scope, head.period);
      const held = about.find(({ value }) => isOfVersion(value, head.version));
      if (held) return approvedBy === null ? existing(held) : approved(held, approvedBy, at);
      const recipe = await recipeOf(
        head,
        about.map(({ value }) => value),
      );
      if (!recipe) return null;
      const broadcast: Broadcast = {
        id: broadcastId(recipe),
        code: head.checkCode,
        recipe,
        state: approvedBy === null ? "draft" : "approved",
        approvals: approvedBy === null ? [] : [{ by: approvedBy, at }],
        trigger,
        cancelledBy: null,
        createdAt: at,
        updatedAt: at,
      };
      const pieces = [stored.write(broadcast, null), ended(about, head, at)];
      return { broadcast, isNew: true, pieces: joined(pieces) };
    },

    /** What ends the drafts of versions before this one, which itself may have nothing to tell. */
    async ending(head: SheetHead): Promise<Required<Pieces>> {
      return ended(await stored.about(head.scope, head.period), head, clock().toISOString());
    },
  };

  function ended(about: readonly Item<Broadcast>[], { version }: SheetHead, at: string): Required<Pieces> {
    const outdated = about.filter(({ value }) => value.state === "draft" && value.recipe.version < version);
    return joined(outdated.map((item) => stored.write(supersede(item.value, at), item)));
  }

  function existing({ value }: Item<Broadcast>): Drafted {
    return { broadcast: value, isNew: false, pieces: joined([]) };
  }

  function approved(item: Item<Broadcast>, by: string, at: string): Drafted {
    if (item.value.state !== "draft") return existing(item);
    const approvals = [...item.value.approvals, { by, at }];
    const broadcast: Broadcast = { ...item.value, state: "approved", approvals, updatedAt: at };
    return { broadcast, isNew: false, pieces: stored.write(broadcast, item) };
  }
}

const isOfVersion = ({ recipe }: Broadcast, version: number): boolean => recipe.version === version;
