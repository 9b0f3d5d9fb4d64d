import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { createLedger } from "#services/delivery/ledger.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import { askForBackups, type BackupsReport } from "#test/soak/backups.ts";
import { createLoad, type Load } from "#test/soak/load.ts";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { openPlace } from "#test/torture/place.ts";

export interface SoakReport {
  readonly minutes: number;
  readonly answers: number;
  readonly pictures: number;
  readonly deliveries: Readonly<Record<string, number>>;
  /** Medians of the first and the last quarter after warm-up, MB. */
  readonly warmMb: number;
  readonly lastMb: number;
  readonly mostMb: number;
  /** last / warm − 1 */
  readonly growth: number;
  /** Growth within a tenth. */
  readonly isFlat: boolean;
  /** Made each minute while the bot worked, and restored. */
  readonly backups: BackupsReport;
  /** All samples, MB. */
  readonly samplesMb: readonly number[];
}

const SAMPLE_EVERY_MS = 5_000;
const TOLERATED = 0.1;
/** Shares of the time until caches are full and the compiler has settled. */
const WARM_UP = 0.25;

/** Lets people ask and broadcasts go out, and watches the bot's memory. `tell` hears a line a sample. */
export async function soak(ms: number, tell: (line: string) => void): Promise<SoakReport> {
  const place = await openPlace("sqlite");
  const store = await openStore(place.url);
  await putSample(store);
  const fake = await startFakeTelegram();
  const backups = await askForBackups(store);
  const bot = fork("bot/main.ts", {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...{ TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.apiRoot, TELEGRAM_RATE: "30" },
      ...{ STORE_URL: place.url, PORT: "0", LOG_LEVEL: "error" },
      ...backups.env,
    },
  });
  const load = createLoad({ fake, store });
  try {
    const samples = await watch(bot.pid ?? 0, ms, load, tell);
    await load.stop();
    const gone = once(bot, "exit");
    bot.kill("SIGTERM");
    await gone;
    const counts = await createLedger({ store }).counts();
    const deliveries = counts.map(({ state, reason, count }) => [
      reason ? `${state}/${reason}` : state,
      count,
    ]);
    return {
      minutes: ms / 60_000,
      ...load.figures(),
      deliveries: Object.fromEntries(deliveries),
      ...judge(samples),
      backups: await backups.report(),
    };
  } finally {
    if (bot.exitCode === null && bot.signalCode === null) bot.kill("SIGKILL");
    await fake.close();
    await store.close();
    await place.close();
  }
}

async function watch(
  pid: number,
  ms: number,
  load: Load,
  tell: (line: string) => void,
): Promise<readonly number[]> {
  const samples: number[] = [];
  load.start();
  for (const end = Date.now() + ms; Date.now() < end; ) {
    await pause(SAMPLE_EVERY_MS);
    load.forget();
    samples.push(await residentMb(pid));
    tell(`${samples.at(-1)} MB, ${JSON.stringify(load.figures())}`);
  }
  return samples;
}

/** Of a process and its threads. */
async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const kb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  return Math.round(kb / 102.4) / 10;
}

function judge(samplesMb: readonly number[]) {
  const warm = samplesMb.slice(Math.floor(samplesMb.length * WARM_UP));
  const quarter = Math.max(1, Math.floor(warm.length / 4));
  const warmMb = median(warm.slice(0, quarter));
  const lastMb = median(warm.slice(-quarter));
  const growth = lastMb / warmMb - 1;
  return { samplesMb, warmMb, lastMb, mostMb: Math.max(...warm), growth, isFlat: growth <= TOLERATED };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
