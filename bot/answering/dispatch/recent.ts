import type { Inbound } from "#services/inbound.ts";
import { createLru } from "#services/lru.ts";
import { previousPeriod } from "#services/periods/period.ts";
import type { Action, Reply, Subject } from "#services/reply/reply.ts";
import { foldWords } from "#services/text/fold.ts";

/** What somebody was answered last in a chat. */
export interface Remembered {
  readonly about: Subject | undefined;
  readonly pages: Reply["pages"];
  readonly actions: readonly Action[];
  /** It is about the period before the one spoken of till then. */
  readonly wasStep: boolean;
}

/** So long a question may lean on the one before. */
const LASTS_MS = 10 * 60_000;
/** People remembered at once. */
const MOST = 5_000;

interface Entry {
  readonly heard: string;
  readonly at: number;
  readonly before: Remembered | null;
  readonly now: Remembered;
}

export type Recent = ReturnType<typeof createRecent>;

/**
 * The last answers, one a person and chat, in this process's memory alone: what is forgotten is asked back. A message
 * heard twice finds what it found the first time.
 */
export function createRecent({ clock }: { readonly clock: () => Date }) {
  const entries = createLru<string, Entry>(MOST);
  const keyOf = ({ chat, sender }: Inbound): string => `${chat}\n${sender.id}`;
  const fresh = (inbound: Inbound): Entry | undefined => {
    const entry = entries.get(keyOf(inbound));
    return entry && clock().getTime() - entry.at < LASTS_MS ? entry : undefined;
  };
  const find = (inbound: Inbound): Remembered | null => {
    const entry = fresh(inbound);
    if (!entry) return null;
    return entry.heard === inbound.id ? entry.before : entry.now;
  };

  return {
    find,
    /**
     * What was refused leaves what an answer was about as it stood, but for another matter; its ways on are the ones to
     * choose from now.
     */
    note(inbound: Inbound, { refused, ...reply }: Reply): void {
      const before = find(inbound);
      const actions = reply.actions.flat();
      const isSame = before?.about !== undefined && isSameMatter(before.about, reply.about);
      const about = refused !== undefined && isSame ? undefined : reply.about;
      const isAnswer = about !== undefined;
      if (!isAnswer && actions.length === 0) return;
      const now = {
        about: about ?? before?.about,
        pages: isAnswer || reply.pages ? reply.pages : before?.pages,
        actions,
        wasStep: about && before?.about ? isStep(before.about, about) : (before?.wasStep ?? false),
      };
      entries.set(keyOf(inbound), { heard: inbound.id, at: clock().getTime(), before, now });
    },
  };
}

const isSameMatter = (before: Subject, now: Subject | undefined): boolean =>
  before.command === now?.command && before.units.join() === now.units.join();

function isStep(before: Subject, now: Subject): boolean {
  const earlier = before.period && previousPeriod(before.period);
  return earlier !== null && earlier === now.period && before.units.join() === now.units.join();
}

/** The command of a button by the words on it, as "Trang 2/4 ›" is for "trang 2/4"; null = there is no such button. */
export function pressedByWords(text: string, last: Remembered | null): string | null {
  const words = plain(text);
  const found = words === "" ? undefined : last?.actions.find(({ label }) => plain(label) === words);
  return found?.command ?? null;
}

const plain = (label: string): string => foldWords(label.replace(/[‹›.?!]/gu, " "));
