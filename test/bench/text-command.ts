import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import { atLeast, atMost, type BenchLine, compared, median } from "./bench-line.ts";
import { startArguments } from "./start-command.ts";
import type { LoadRequest } from "./telegram-load.ts";

const ROUNDS = 9;
/** Bursts until the compiler has settled. */
const WARM_UP = 12;
const BURST = 1000;
const CHATS = 50;
const COMMAND = "/trogiup";
const ECHO = ["--import", "tsx", "test/bench/echo-bot.ts"];
const SINGLES = 400;
const PICTURE_ROUNDS = 3;
/** Twenty pictures of 25 rows, none drawn before. */
const PICTURES = [
  ...[1, 2, 3, 4, 5].map((page) => `/xephang Gia Lai 2026 trang ${page}`),
  ...[1, 2, 3, 4, 5].map((page) => `/xephang Gia Lai 2/2026 trang ${page}`),
  ...[1, 2, 3, 4, 5].map((page) => `/xephang Phú Thọ 8/2026 trang ${page}`),
  ...[1, 2, 3, 4, 5].map((page) => `/xephang Phú Thọ 8/2026 hồ sơ tiếp nhận trang ${page}`),
];

/** Messages a second through the whole bot against bare echo bots, and a text's wait while pictures are drawn. */
export async function benchTextCommand(): Promise<readonly BenchLine[]> {
  return [...(await throughput()), await patience()];
}

async function throughput(): Promise<readonly BenchLine[]> {
  const contenders = {
    ours: await startContender(startArguments()),
    echo: await startContender(ECHO),
    eager: await startContender(ECHO, { EAGER: "yes" }),
  };
  const names = Object.keys(contenders) as (keyof typeof contenders)[];
  const rates = { ours: [] as number[], echo: [] as number[], eager: [] as number[] };
  try {
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const name of names) {
        const request = { kind: "burst", text: COMMAND, times: BURST, chats: CHATS } as const;
        const [ms = Number.NaN] = await contenders[name].ask(request);
        if (round >= WARM_UP) rates[name].push((BURST * 1000) / ms);
      }
    }
  } finally {
    for (const name of names) await contenders[name].stop();
  }
  const ours = median(rates.ours);
  const against = (name: string, peer: readonly number[]) => ({
    name,
    ours,
    peer: median(peer),
    unit: "messages/s",
  });
  return [
    atLeast(0.6, against("text command, whole bot / bare grammY echo", rates.echo)),
    compared(against("the same / an echo that awaits no reply", rates.eager)),
  ];
}

async function patience(): Promise<BenchLine> {
  const alone: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < PICTURE_ROUNDS; round++) {
    const bot = await startContender(startArguments());
    try {
      await bot.ask({
        kind: "beside-pictures",
        text: COMMAND,
        pictures: ["/xephang Tiên Lữ", "/xephang sở Gia Lai"],
      });
      await bot.ask({ kind: "one-by-one", text: COMMAND, times: SINGLES });
      alone.push(p99(await bot.ask({ kind: "one-by-one", text: COMMAND, times: SINGLES })));
      beside.push(p99(await bot.ask({ kind: "beside-pictures", text: COMMAND, pictures: PICTURES })));
    } finally {
      await bot.stop();
    }
  }
  const measured = { ours: median(beside), peer: median(alone), unit: "ms" };
  return atMost(1.5, { name: "text p99 while 20 charts draw / alone", ...measured });
}

interface Contender {
  ask(request: LoadRequest): Promise<readonly number[]>;
  stop(): Promise<void>;
}

/** A bot in a process of its own, on a fake Telegram in another, with the sample's results in its store. */
async function startContender(
  program: readonly string[],
  settings: NodeJS.ProcessEnv = {},
): Promise<Contender> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  const url = `file:${join(folder, "bench.db")}`;
  const store = await openStore(url);
  await putSample(store);
  await store.close();

  const telegram = fork("test/bench/telegram-load.ts", { execArgv: ["--import", "tsx"] });
  const [{ apiRoot, token }] = (await once(telegram, "message")) as [{ apiRoot: string; token: string }];
  const env = {
    PATH: process.env.PATH,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    STORE_URL: url,
    PORT: "0",
    LOG_LEVEL: "silent",
    ...settings,
  };
  const bot = spawn(process.execPath, program, {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    ask: (request) => ask(telegram, request),
    async stop() {
      const gone = once(bot, "exit");
      bot.kill("SIGTERM");
      await gone;
      telegram.disconnect();
      await once(telegram, "exit");
      await rm(folder, { recursive: true });
    },
  };
}

async function ask(telegram: ChildProcess, request: LoadRequest): Promise<readonly number[]> {
  telegram.send(request);
  const [answer] = (await once(telegram, "message")) as [{ ms?: readonly number[]; error?: string }];
  if (!answer.ms) throw new Error(answer.error);
  return answer.ms;
}

function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
