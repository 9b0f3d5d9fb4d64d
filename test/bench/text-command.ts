import { atLeast, atMost, type BenchLine, compared, median, p99 } from "./bench-line.ts";
import { type Contender, startContender } from "./contender.ts";
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
    ours: await start(startArguments()),
    echo: await start(ECHO),
    eager: await start(ECHO, { EAGER: "yes" }),
  };
  const names = Object.keys(contenders) as (keyof typeof contenders)[];
  const rates = { ours: [] as number[], echo: [] as number[], eager: [] as number[] };
  try {
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const name of names) {
        const request = { kind: "burst", text: COMMAND, times: BURST, chats: CHATS } as const;
        const {
          ms: [ms = Number.NaN],
        } = await contenders[name].ask(request);
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
    const bot = await start(startArguments());
    try {
      await bot.ask({
        kind: "beside-pictures",
        text: COMMAND,
        pictures: ["/xephang Tiên Lữ", "/xephang sở Gia Lai"],
      });
      await bot.ask({ kind: "one-by-one", text: COMMAND, times: SINGLES });
      alone.push(p99((await bot.ask({ kind: "one-by-one", text: COMMAND, times: SINGLES })).ms));
      beside.push(p99((await bot.ask({ kind: "beside-pictures", text: COMMAND, pictures: PICTURES })).ms));
    } finally {
      await bot.stop();
    }
  }
  const measured = { ours: median(beside), peer: median(alone), unit: "ms" };
  return atMost(1.5, { name: "text p99 while 20 charts draw / alone", ...measured });
}

const start = (
  program: readonly string[],
  settings?: NodeJS.ProcessEnv,
): Promise<Contender<LoadRequest, { readonly ms: readonly number[] }>> =>
  startContender(program, { telegram: "test/bench/telegram-load.ts", settings });
