import type { Ledger } from "#services/delivery/ledger.ts";
import type { Worklist } from "#services/delivery/worklist.ts";
import type { ChatId } from "#services/ids.ts";

/** Rows of what is owed that are read at once. */
const PAGE = 500;

export interface SeekerOptions {
  readonly share: ReturnType<Ledger["join"]>;
  readonly worklist: Worklist;
  /** How many rows the worklist should hold. */
  readonly enough: number;
  readonly isSending: (chat: ChatId) => boolean;
  /** The channel can be written to now. */
  readonly isOpen: (chat: ChatId) => boolean;
}

export interface Sought {
  /** False when looking again may bring more, without anything having changed. */
  readonly isAll: boolean;
  /** When the first of those that wait is due, ms since 1970; null = none waits. */
  readonly wakeAt: number | null;
  /** Rows whose sender is gone, decided over. */
  readonly takenOver: number;
}

/** Looks for work, each time on from where it stopped, so that no chat waits for others' long lists. */
export function createSeeker({ share, worklist, enough, isSending, isOpen }: SeekerOptions) {
  let cursor = "";

  /** Reads on until there is enough, or all was seen. */
  async function readOn(isFree: (chat: ChatId) => boolean): Promise<Omit<Sought, "takenOver">> {
    let waits = Number.POSITIVE_INFINITY;
    let hasMore = false;
    for (let endsLeft = cursor === "" ? 1 : 2; endsLeft > 0; endsLeft -= cursor === "" ? 1 : 0) {
      const page = await share.page(cursor, PAGE, isFree);
      for (const row of page.ready) worklist.add(row);
      waits = Math.min(waits, page.wakeAt ?? waits);
      hasMore ||= page.hasMore;
      cursor = page.next;
      if (worklist.size() >= enough) return { isAll: false, wakeAt: momentOrNull(waits) };
    }
    return { isAll: !hasMore, wakeAt: momentOrNull(waits) };
  }

  return async (): Promise<Sought> => {
    const { takenOver, busy } = await share.inspect(isSending);
    const isTaken = (chat: ChatId) => busy.has(chat) || isSending(chat) || worklist.has(chat);
    return { ...(await readOn((chat) => isOpen(chat) && !isTaken(chat))), takenOver };
  };
}

function momentOrNull(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}
