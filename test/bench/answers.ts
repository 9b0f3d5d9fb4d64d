import { setTimeout as sleep } from "node:timers/promises";
import { createCharts } from "#services/charts/charts.ts";
import { type BenchLine, median, within } from "#test/bench/bench-line.ts";
import { type Contender, startContender } from "#test/bench/contender.ts";
import { processorMs } from "#test/bench/processor-time.ts";
import { startArguments } from "#test/bench/start-command.ts";
import type { LoadRequest } from "#test/bench/telegram-load.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

/** A leader who asks is answered within a second, the picture with it. */
const ANSWER_MS = 1_000;
/** What the first map after a start may take more: the drawing thread begins, fonts and boundaries are read. */
const FIRST_MORE_MS = 1_000;
/** Nothing drawn is kept, so that each picture is drawn anew. */
const NO_CACHE = 1;
const STARTS = 5;
/** A bot that takes no more than this of so long a time has nothing to do. */
const QUIET_MS = 20;
const LOOK_MS = 500;
const MOST_LOOKS = 40;
const RUNS = 9;
const WARM_UP = 2;

/** Each command as it is typed, over the sample. */
const COMMANDS = [
  "/xuhuong Thủ Sỹ",
  "/sosanh Thủ Sỹ, Lệ Xá 8/2024",
  "/chitieu 8/2024 Tiên Lữ",
  "/quahan 2026 Gia Lai",
  "/visao Thủ Sỹ 8/2024",
  "/gialap Thủ Sỹ tiến độ 19",
  "/congthuc tiến độ",
  "/bando 2026 Gia Lai",
  "/dienbien Gia Lai",
] as const;

/** Time from what is typed to the answer and its picture's bytes, and what the first map after a start adds. */
export async function benchAnswers(): Promise<readonly BenchLine[]> {
  return [...(await eachCommand()), ...(await firstMap())];
}

async function eachCommand(): Promise<readonly BenchLine[]> {
  const charts = createCharts({ cacheBytes: NO_CACHE });
  const bot = await startBot({ charts });
  try {
    const lines: BenchLine[] = [];
    for (const command of COMMANDS) {
      const times: number[] = [];
      for (let run = 0; run < WARM_UP + RUNS; run++) {
        const took = await answered(bot, command);
        if (run >= WARM_UP) times.push(took);
      }
      lines.push(
        within(ANSWER_MS, { name: `${command}, picture drawn anew`, ours: median(times), unit: "ms" }),
      );
    }
    return lines;
  } finally {
    await bot.stop();
    await charts.close();
  }
}

/**
 * On Telegram, of the program of `npm start` just started: its drawing thread has drawn nothing yet. Time as the asker
 * waits, and processor time of all its threads, which other work of the machine does not lengthen.
 */
async function firstMap(): Promise<readonly BenchLine[]> {
  const [waited, worked]: [number[], number[]] = [[], []];
  for (let run = 0; run < STARTS; run++) {
    const bot: Contender<LoadRequest, { readonly ms: readonly number[] }> = await startContender(
      startArguments(),
      { telegram: "test/bench/telegram-load.ts" },
    );
    const timesOf = async (text: string) => {
      const before = await processorMs(bot.pid);
      const { ms } = await bot.ask({ kind: "one-by-one", text, times: 1 });
      return { waited: median(ms), worked: (await processorMs(bot.pid)) - before };
    };
    try {
      await timesOf("/trogiup");
      await untilQuiet(bot.pid);
      const first = await timesOf("/bando 2026 Gia Lai");
      const second = await timesOf("/bando 2/2026 Gia Lai");
      waited.push(first.waited - second.waited);
      worked.push(first.worked - second.worked);
    } finally {
      await bot.stop();
    }
  }
  const name = "first /bando after a start, more than the second";
  return [
    within(FIRST_MORE_MS, { name, ours: median(waited), unit: "ms" }),
    within(FIRST_MORE_MS, { name: `${name} (CPU)`, ours: median(worked), unit: "ms" }),
  ];
}

/** What a start leaves to be done is done: drafts, alerts, deliveries of what the store holds. */
async function untilQuiet(pid: number): Promise<void> {
  for (let looked = 0; looked < MOST_LOOKS; looked++) {
    const before = await processorMs(pid);
    await sleep(LOOK_MS);
    if ((await processorMs(pid)) - before <= QUIET_MS) return;
  }
}

async function answered(bot: TestBot, command: string): Promise<number> {
  const start = performance.now();
  const reply = await bot.say(command);
  await reply?.picture?.bytes("jpeg");
  if (!reply) throw new Error(`${command} was not answered`);
  return performance.now() - start;
}
