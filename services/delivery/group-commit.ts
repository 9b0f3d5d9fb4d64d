import { setImmediate } from "node:timers/promises";
import type { Tally, TallyChange } from "#services/delivery/tally.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** A commit that also moves the tally. */
export interface Change extends Commit {
  readonly tally?: readonly TallyChange[];
}

export interface GroupCommit {
  /**
   * Commits together with what others ask for in the same moment. Answers the new version, null when something that
   * was checked has moved. `build` is called right before the commit. Rejects with StoreUnavailable.
   */
  commit(build: () => Change): Promise<number | null>;
}

export interface GroupCommitOptions {
  readonly store: Store;
  readonly tally: Tally;
}

/** A disk is waited for once a group, not once a row. */
export function createGroupCommit({ store, tally }: GroupCommitOptions): GroupCommit {
  const waiting: Job[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await setImmediate();
      const group = takeGroup(waiting);
      await commitGroup(group).catch((error: unknown) => {
        for (const job of group) job.reject(error);
      });
    }
    isRunning = false;
  }

  async function commitGroup(group: readonly Ready[]): Promise<void> {
    let left = group;
    while (left.length > 0) {
      const counted = await tally.move(left.flatMap(({ change }) => change.tally ?? []));
      const result = await store.commit(joined([...left.map(({ change }) => change), counted]));
      if (result.committed) {
        for (const job of left) job.resolve(result.version);
        return;
      }
      const lost = left.filter(({ change }) => change.checks?.some(({ key }) => key === result.conflict));
      for (const job of lost) job.resolve(null);
      left = left.filter((job) => !lost.includes(job));
    }
  }

  return {
    commit(build) {
      return new Promise((resolve, reject) => {
        waiting.push({ build, resolve, reject });
        if (isRunning) return;
        isRunning = true;
        void run();
      });
    },
  };
}

interface Job {
  build(): Change;
  resolve(version: number | null): void;
  reject(error: unknown): void;
}

interface Ready extends Job {
  readonly change: Change;
}

/** A larger commit would hold up whoever else uses the store. */
const MOST = 500;

/** Takes the first jobs off; one that checks what an earlier one writes waits for the next group, to see it there. */
function takeGroup(waiting: Job[]): readonly Ready[] {
  const group: Ready[] = [];
  const later: Job[] = [];
  const written = new Set<string>();
  for (const job of waiting.splice(0, MOST)) {
    const ready = builtJob(job);
    if (!ready) continue;
    const { checks = [], puts = [], deletes = [] } = ready.change;
    if (checks.some(({ key }) => written.has(key))) {
      later.push(job);
      continue;
    }
    for (const { key } of puts) written.add(key);
    for (const key of deletes) written.add(key);
    group.push(ready);
  }
  waiting.unshift(...later);
  return group;
}

function builtJob(job: Job): Ready | null {
  try {
    return { ...job, change: job.build() };
  } catch (error) {
    job.reject(error);
    return null;
  }
}

/** The last value put under a key holds, as it would one commit after another. */
function joined(changes: readonly Change[]): Commit {
  const puts = changes.flatMap(({ puts = [] }) => puts);
  return {
    checks: changes.flatMap(({ checks = [] }) => checks),
    puts: [...new Map(puts.map((put) => [put.key, put])).values()],
    deletes: changes.flatMap(({ deletes = [] }) => deletes),
  };
}
