import { SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";
import type { Commit, Entry, KeyRange, Store } from "#services/store/store.ts";
import { TASKS_COUNTER } from "#services/tasks/stored-task.ts";

/** Keys of what documents say; all else (chats, rights, deliveries) is always the real store's. */
const RESULTS = ["sheets/", "units/", "targets/", "tasks/"];

/** One of these is there as soon as a real document was taken in. */
const TAKEN_IN = [SHEETS_REVISION, TASKS_COUNTER];

/** What pictures are drawn from: of sample results it is as passing as they are. */
const MEDIA = "media/";

const isMedium = (key: string): boolean => key.startsWith(MEDIA);
const isResult = (key: string): boolean => RESULTS.some((prefix) => key.startsWith(prefix));

/**
 * The real store, which shows sample results for as long as it has none of its own. Everything written goes to the
 * real store, but for what pictures are drawn from; sample results are only ever read. Their entries bear version 0,
 * as keys the real store does not have: what is written in their place meets no conflict.
 */
export function overlaySample({ real, sample }: { readonly real: Store; readonly sample: Store }): Store {
  const hasResults = async (): Promise<boolean> =>
    (await real.getMany(TAKEN_IN)).some((entry) => entry !== null);
  const showsSample = async (key: string): Promise<boolean> => isResult(key) && !(await hasResults());

  return {
    async get(key) {
      if (isMedium(key)) return sample.get(key);
      if (!(await showsSample(key))) return real.get(key);
      const entry = await sample.get(key);
      return entry && unwritten(entry);
    },

    async getMany(keys) {
      if (keys.some(isMedium)) return sample.getMany(keys);
      if (!keys.some(isResult) || (await hasResults())) return real.getMany(keys);
      const [ours, samples] = await Promise.all([real.getMany(keys), sample.getMany(keys)]);
      return keys.map((key, i): Entry | null => {
        if (!isResult(key)) return ours[i] ?? null;
        const shown = samples[i];
        return shown ? unwritten(shown) : null;
      });
    },

    async list(range: KeyRange) {
      if (isMedium(range.from)) return sample.list(range);
      if (!(await showsSample(range.from))) return real.list(range);
      return (await sample.list(range)).map(unwritten);
    },

    commit: (commit, options) => (keysOf(commit).some(isMedium) ? sample : real).commit(commit, options),

    warnings: async () => (await real.warnings?.()) ?? [],

    async close() {
      await sample.close();
      await real.close();
    },
  };
}

/** Whether the results that a store shows are the sample's, laid over it. */
export async function showsSample({ store }: { readonly store: Pick<Store, "get"> }): Promise<boolean> {
  return (await store.get(SHEETS_REVISION))?.version === UNWRITTEN;
}

/** Of an entry that the real store does not have. */
const UNWRITTEN = 0;

function keysOf({ checks = [], puts = [], deletes = [] }: Commit): readonly string[] {
  return [...[...checks, ...puts].map(({ key }) => key), ...deletes];
}

const unwritten = (entry: Entry): Entry => ({ ...entry, version: UNWRITTEN });
