import { createSeen } from "#services/chats/seen.ts";
import { type Begun, type Heard, type Left, type StoredHeard, toStored } from "#services/journal/heard.ts";
import { createJournalKeys, type Progress } from "#services/journal/journal-keys.ts";
import { createJournalWriter } from "#services/journal/journal-writer.ts";
import type { Item } from "#services/store/collection.ts";
import type { Holders } from "#services/store/holders.ts";
import type { Store } from "#services/store/store.ts";

export interface JournalOptions {
  readonly store: Store;
  readonly channel: string;
  readonly holders: Pick<Holders, "id" | "gone" | "bury">;
  /**
   * batch: one process asks its platform, which may tell the last batch once more. any: several processes may be told
   * the same, again and again for an hour.
   */
  readonly repeats: "batch" | "any";
  readonly clock?: () => Date;
}

/**
 * What a channel has heard and not answered yet, kept so that it outlives the process: noted before the platform is
 * told that it came, marked before anything is done that must not be done twice, taken away when done. Everything
 * rejects with StoreUnavailable.
 */
export interface Journal {
  /** Notes what is new; answers those that nobody has noted before. */
  note(heard: readonly Heard[]): Promise<readonly Heard[]>;
  /** To be awaited before it is answered or carried out. False = another process does so: leave it. */
  begin(id: string, what: Begun): Promise<boolean>;
  done(id: string): void;
  /** Takes over what processes that are gone left behind; each is left to one process alone. */
  takeOver(): Promise<readonly Left[]>;
}

/** Keeps nothing: what a process had heard is lost with it. */
export function forgetfulJournal(): Journal {
  return {
    note: async (heard) => heard,
    begin: async () => true,
    done: () => undefined,
    takeOver: async () => [],
  };
}

export function createJournal(options: JournalOptions): Journal {
  const { store, channel, holders, repeats, clock = () => new Date() } = options;
  const keys = createJournalKeys(store);
  const seen = createSeen({ store, channel, clock });
  const writer = createJournalWriter({ store, keys, channel, holder: holders.id });
  let lastBatch: Promise<ReadonlySet<string>> | null = null;

  async function noteBatch(heard: readonly Heard[]): Promise<readonly Heard[]> {
    lastBatch ??= keys.last.get(channel).then((item) => new Set(item?.value ?? []));
    const known = await lastBatch;
    const news = heard.filter(({ id }) => !known.has(id));
    const last = keys.last.put(
      channel,
      heard.map(({ id }) => id),
    );
    if (news.length > 0) await writer.note(news.map(toStored), { puts: [last] });
    return news;
  }

  async function noteEach(heard: readonly Heard[]): Promise<readonly Heard[]> {
    await seen.sweep();
    const noted = await Promise.all(
      heard.map(async (one) => ((await writer.note([toStored(one)], seen.first(one.id))) ? [one] : [])),
    );
    return noted.flat();
  }

  async function takeFrom(gone: string): Promise<readonly Left[]> {
    const [progress, pages] = await Promise.all([
      keys.progress.list({ under: `${gone}/${channel}` }),
      keys.pages.list({ under: `${gone}/${channel}/` }),
    ]);
    const left = leftIn(pages, progress);
    const deletes = [
      ...pages.map(({ id }) => keys.pages.key(id)),
      ...progress.map(({ id }) => keys.progress.key(id)),
    ];
    if (deletes.length === 0) return [];
    const checks = [
      ...pages.map((page) => keys.pages.check(page.id, page)),
      ...progress.map((item) => keys.progress.check(item.id, item)),
    ];
    return (await writer.adopt(left, { checks, deletes })) ? left : [];
  }

  return {
    note: repeats === "batch" ? noteBatch : noteEach,
    begin: writer.begin,
    done: writer.done,

    async takeOver() {
      const taken: Left[] = [];
      for (const gone of await holders.gone()) {
        taken.push(...(await takeFrom(gone)));
        await holders.bury(gone);
      }
      return taken;
    },
  };
}

/** What is not done of somebody's pages. */
function leftIn(
  pages: readonly Item<readonly StoredHeard[]>[],
  progress: readonly Item<Progress>[],
): readonly Left[] {
  const done = new Set(progress.flatMap(({ value }) => value.done));
  const begun = new Map(progress.flatMap(({ value }) => value.begun));
  return pages
    .flatMap(({ value }) => value)
    .filter(({ id }) => !done.has(id))
    .map((heard) => ({ heard, begun: begun.get(heard.id) ?? null }));
}
