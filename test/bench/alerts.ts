import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "#services/store/open-store.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { clock, PROVINCES, putCountry } from "#test/bench/alerts-country.ts";
import { atMost, type BenchLine, median, within } from "#test/bench/bench-line.ts";
import { startFlags } from "#test/bench/start-command.ts";
import { openAlertDesk } from "#test/support/alert-desk.ts";

const RUNS = 5;
/** Half the rows take half the time, but for the machine's weather. */
const LINEAR = 2.4;

/** The country's communes held against 20 rules for 20,000 subscriptions: evaluated, and everything owed. */
export async function benchAlerts(): Promise<BenchLine[]> {
  const [whole, half, raw]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < RUNS; run++) {
    const all = await inFolder((folder) => measure(folder, PROVINCES));
    whole.push(all.ours);
    raw.push(all.raw);
    half.push((await inFolder((folder) => measure(folder, PROVINCES / 2))).ours);
  }
  return [
    atMost(5, {
      name: "3,321 units × 20 rules × 20,000 subscriptions evaluated and owed / raw puts of the rows",
      ours: median(whole),
      peer: median(raw),
      unit: "ms",
    }),
    atMost(LINEAR, {
      name: "the same / half the provinces and subscriptions",
      ours: median(whole),
      peer: median(half),
      unit: "ms",
    }),
    within(300, { name: "most resident memory while doing so", ours: await inFolder(mostMb), unit: "MB" }),
  ];
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

async function measure(
  folder: string,
  provinces: number,
): Promise<{ readonly ours: number; readonly raw: number }> {
  const store = await openStore(`file:${join(folder, "ours.db")}`);
  const other = await openStore(`file:${join(folder, "raw.db")}`);
  try {
    await putCountry(store, provinces);
    const { recording, commits } = record(store);
    const desk = openAlertDesk({ store: recording, clock });
    const ours = await timed(() => desk.look());
    const raw = await timed(async () => {
      for (const { puts = [] } of commits) await other.commit({ puts });
    });
    return { ours, raw };
  } finally {
    await store.close();
    await other.close();
  }
}

function record(store: Store) {
  const commits: Commit[] = [];
  const recording: Store = {
    ...store,
    commit: (commit) => {
      commits.push(commit);
      return store.commit(commit);
    },
  };
  return { recording, commits };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Of a process that does nothing else. */
async function mostMb(folder: string): Promise<number> {
  const url = `file:${join(folder, "store.db")}`;
  const store = await openStore(url);
  await putCountry(store, PROVINCES);
  await store.close();
  const child = fork("test/bench/alerts-memory.ts", [url], {
    execArgv: [...startFlags(), "--import", "tsx"],
  });
  const [mb] = (await once(child, "message")) as [number];
  return mb;
}
