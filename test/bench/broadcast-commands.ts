import { fork } from "node:child_process";
import type { Recipe } from "#services/delivery/delivery.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import { toPeriod } from "#services/periods/period.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { atMost, type BenchLine, median } from "./bench-line.ts";
import { ALLOWED, ALLOWED_CHATS, ended, openPlace, owe, startTelegram, TSX } from "./broadcast-parts.ts";

const COMMAND = "/trogiup";
const ASKED = 100;
const ASK_EVERY_MS = 200;
const RESULTS: Recipe = { kind: "results", scope: "od332", period: toPeriod("2024-08"), version: 1 };

/** The whole bot: its answer to a text alone, and while it sends 1,500 charts at the allowed rate. */
export async function benchBroadcastCommands(): Promise<readonly BenchLine[]> {
  const place = await openPlace();
  await putSample(place.store);
  const telegram = await startTelegram();
  const bot = fork("bot/main.ts", {
    ...TSX,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      PATH: process.env.PATH,
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
      ...{ TELEGRAM_RATE: String(ALLOWED), STORE_URL: place.url, PORT: "0", LOG_LEVEL: "silent" },
    },
  });
  try {
    const ask = { kind: "ask", text: COMMAND, times: ASKED, everyMs: ASK_EVERY_MS } as const;
    await telegram.ask(ask);
    const idle = await telegram.ask(ask);
    await owe(place.store, await telegram.ask({ kind: "open", chats: ALLOWED_CHATS }), RESULTS);
    await telegram.ask({ kind: "watch", messages: ALLOWED });
    const busy = await telegram.ask(ask);
    if ((await createLedger(place).pending()).count === 0) throw new Error("the broadcast was over too soon");
    const measured = { ours: median(busy), peer: median(idle), unit: "ms" };
    return [atMost(1.5, { name: "a command's answer during a broadcast / alone, median", ...measured })];
  } finally {
    await ended(bot, "SIGTERM");
    await telegram.close();
    await place.close();
  }
}
