import type { Broadcast } from "#services/broadcasts/broadcast.ts";
import type { Drafted, Drafts } from "#services/broadcasts/drafts.ts";
import type { Notices } from "#services/broadcasts/notices.ts";
import type { Pieces, StoredBroadcasts } from "#services/broadcasts/stored-broadcasts.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import { isOpenAt } from "#services/periods/period.ts";
import {
  createPublicationCursor,
  isNewest,
  publicationRevision,
  publicationsSince,
} from "#services/sheets/publications-since.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";
import type { Listeners } from "#services/subscriptions/listeners.ts";

/** A schedule that sends results as soon as they are there. */
export interface Standing {
  readonly id: string;
}

export interface PublicationsOptions {
  readonly store: Store;
  readonly stored: StoredBroadcasts;
  readonly drafts: Drafts;
  readonly notices: Notices;
  readonly ledger: Pick<Ledger, "owe">;
  readonly listeners: Listeners;
  /** The standing approval that covers a scope's publications; null = a person is to approve. */
  readonly standing: (scope: string) => Promise<Standing | null>;
  readonly timeZone: string;
  readonly clock: () => Date;
}

interface Found {
  readonly drafted: readonly Drafted[];
  /** What ends drafts that a version with nothing to tell has overtaken. */
  readonly ended: readonly Pieces[];
}

const NOTHING: Found = { drafted: [], ended: [] };

/**
 * Makes broadcasts of what was published since the last look, whichever process published it; answers those made, which
 * are approved already where a schedule says so. Several processes may look at once: each publication is taken up by one of them.
 */
export function createPublications(options: PublicationsOptions) {
  const { store, stored, drafts, notices, ledger, listeners, standing, timeZone, clock } = options;
  const cursor = createPublicationCursor({ store, prefix: "broadcasts-seen" });

  return async (): Promise<readonly Broadcast[]> => {
    const revision = await publicationRevision(store);
    if (((await cursor.get())?.value.revision ?? -1) >= revision) return [];
    const { outcome } = await commitUntilFree(store, async () => {
      const seen = await cursor.get();
      if (seen && seen.value.revision >= revision) return { commit: {}, outcome: [] };
      const { drafted, ended } = seen ? await draftsSince(seen.value.revision) : NOTHING;
      const advance: Pieces = {
        checks: [cursor.check(seen)],
        puts: [cursor.put(revision)],
      };
      return {
        commit: joined([advance, ...ended, ...drafted.map(({ pieces }) => pieces), await told(drafted)]),
        outcome: drafted.map(({ broadcast }) => broadcast),
      };
    });
    return outcome;
  };

  async function draftsSince(revision: number): Promise<Found> {
    const { heads, fresh } = await publicationsSince(store, revision);
    const drafted: Drafted[] = [];
    const ended: Pieces[] = [];
    for (const head of fresh) {
      const made = (await isTold(head, heads)) ? await draftOf(head) : null;
      if (made?.isNew) drafted.push(made);
      if (!made) ended.push(await drafts.ending(head));
    }
    return { drafted, ended };
  }

  /** Corrections of what went out always; results once their period is over, the newest of its kind, if somebody listens. */
  async function isTold(head: SheetHead, heads: readonly SheetHead[]): Promise<boolean> {
    const earlier = await stored.about(head.scope, head.period);
    if (earlier.length > 0) return true;
    if (isOpenAt(head.period, clock().toISOString(), timeZone) || !isNewest(head, heads)) return false;
    return (await listeners(head.scope, head.period, 1)).length > 0;
  }

  async function draftOf(head: SheetHead): Promise<Drafted | null> {
    const schedule = await standing(head.scope);
    if (!schedule) return drafts.of(head, { kind: "publication" }, null);
    return drafts.of(head, { kind: "schedule", schedule: schedule.id }, `schedule:${schedule.id}`);
  }

  /** Drafts wait for a person: operators are told. */
  async function told(drafted: readonly Drafted[]): Promise<Pieces> {
    const waiting = drafted.filter(({ broadcast }) => broadcast.state === "draft");
    const rows = await Promise.all(
      waiting.map(({ broadcast }) =>
        notices({ notice: "draft", facts: { broadcast: broadcast.id } }, broadcast.id),
      ),
    );
    return ledger.owe(rows.flat());
  }
}
