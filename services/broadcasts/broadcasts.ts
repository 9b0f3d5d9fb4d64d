import { createAnnounce } from "#services/broadcasts/announce.ts";
import { type Approving, createApprovals } from "#services/broadcasts/approvals.ts";
import { type Broadcast, isOpen, type Trigger } from "#services/broadcasts/broadcast.ts";
import { createDrafts, type Drafted } from "#services/broadcasts/drafts.ts";
import { createFanOut } from "#services/broadcasts/fan-out.ts";
import { createNotices, type NoticesOptions } from "#services/broadcasts/notices.ts";
import { createProgress, type TellProgress } from "#services/broadcasts/progress.ts";
import { createPublications, type Standing } from "#services/broadcasts/publications.ts";
import { createRecipients } from "#services/broadcasts/recipients.ts";
import { createStoredBroadcasts, type Pieces } from "#services/broadcasts/stored-broadcasts.ts";
import { trialOf } from "#services/broadcasts/trial.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { ChatId } from "#services/ids.ts";
import type { Receipt } from "#services/receipt.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";
import type { Listeners } from "#services/subscriptions/listeners.ts";

export interface BroadcastsOptions extends NoticesOptions {
  readonly store: Store;
  readonly sheets: Sheets;
  readonly ledger: Ledger;
  readonly listeners: Listeners;
  /** How many different persons must approve. */
  readonly approvers: 1 | 2;
  readonly timeZone: string;
  /** Rings for the deliveries just written. */
  readonly ring: () => Promise<void>;
  readonly standing: (scope: string) => Promise<Standing | null>;
  readonly clock?: () => Date;
}

export type Broadcasts = ReturnType<typeof createBroadcasts>;

/** Results and corrections on their way from a published version to the chats that want them. */
export function createBroadcasts(given: BroadcastsOptions) {
  const options = { ...given, clock: given.clock ?? (() => new Date()) };
  const { store, ledger, ring, clock } = options;
  const stored = createStoredBroadcasts(store);
  const notices = createNotices(options);
  const announce = createAnnounce({ ...options, notices });
  const drafts = createDrafts({ ...options, stored });
  const recipients = createRecipients({ ...options, stored });
  const approvals = createApprovals({ ...options, stored });
  const fanOut = createFanOut({ ...options, stored, recipients });
  const progress = createProgress({ store, stored, ledger, clock });
  const publications = createPublications({ ...options, stored, drafts, notices });

  const commit = async (...pieces: readonly Pieces[]): Promise<boolean> =>
    (await store.commit(joined(pieces))).committed;

  return {
    notices,
    announce,
    of: drafts.of,
    follow: (id: string, message: Receipt) => progress.follow(id, message),
    tally: progress.of,

    async get(id: string): Promise<Broadcast | null> {
      return (await stored.get(id))?.value ?? null;
    },

    /** By id, or by the check code under its picture. */
    async find(named: string): Promise<Broadcast | null> {
      const byId = await stored.get(named);
      if (byId) return byId.value;
      const code = named.toUpperCase();
      return (await stored.list()).find((broadcast) => broadcast.code === code) ?? null;
    },

    /** Newest first. */
    async list(): Promise<readonly Broadcast[]> {
      return [...(await stored.list())].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    },

    /** How many chats a broadcast goes to, as things stand. */
    reach: recipients.count,

    /** A person's draft of the current version; one that was called off before anything went out is a draft again. */
    async prepare(head: SheetHead, by: string): Promise<Broadcast | null> {
      const trigger: Trigger = { kind: "person", by };
      const drafted = await drafts.of(head, trigger, null);
      if (!drafted) return null;
      const again = await revived(drafted);
      if (!(await commit(again.pieces))) return (await stored.get(drafted.broadcast.id))?.value ?? null;
      return again.broadcast;
    },

    /** With the last approval needed its deliveries are in the ledger. Null = no such broadcast. */
    async approve(id: string, by: ChatId): Promise<Approving | null> {
      const approving = await approvals.approve(id, by);
      if (approving?.outcome === "approved") await fanOut(id);
      if (approving?.outcome === "one-more") {
        await announce({ notice: "one-more", facts: { broadcast: id } }, id, [by]);
      }
      return approving;
    },

    /** Calls off what is not out yet; answers the broadcast as it was before. */
    async cancel(id: string, by: string): Promise<Broadcast | null> {
      const before = await approvals.cancel(id, by);
      if (before && isOpen(before)) await ledger.cancel(id);
      return before;
    },

    /** Owes one chat the message of a broadcast, whatever its state: a test. */
    async tryOut(broadcast: Broadcast, chat: ChatId, locale: Locale): Promise<void> {
      const cause = trialOf(broadcast.id, clock());
      const row = { cause, chat, locale, recipe: broadcast.recipe, guarantee: "at-most-once" as const };
      await commit(await ledger.owe([row]));
      await ring();
    },

    /** Writes the ledger rows of what is approved. */
    send: fanOut,

    /** One look at everything that goes on by itself. */
    async tick(tell: TellProgress): Promise<void> {
      if ((await publications()).length > 0) await ring();
      for (const { id, state } of await stored.open()) if (state === "approved") await fanOut(id);
      await progress.look(tell);
    },
  };

  async function revived(drafted: Drafted): Promise<Drafted> {
    const { broadcast } = drafted;
    if (broadcast.state !== "cancelled" || (await ledger.ofCause(broadcast.id)).length > 0) return drafted;
    const seen = await stored.get(broadcast.id);
    const again: Broadcast = {
      ...broadcast,
      state: "draft",
      approvals: [],
      cancelledBy: null,
      updatedAt: clock().toISOString(),
    };
    return { ...drafted, broadcast: again, pieces: stored.write(again, seen) };
  }
}
