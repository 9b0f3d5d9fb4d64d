import { fork } from "node:child_process";
import type { Recipe } from "#services/delivery/delivery.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import type { SenderSettings } from "#test/torture/sender.ts";
import { atLeast, type BenchLine, median, within } from "./bench-line.ts";
import {
  ALLOWED,
  ALLOWED_CHATS,
  CAUSE,
  ended,
  openPlace,
  owe,
  startTelegram,
  TSX,
} from "./broadcast-parts.ts";

const ROUNDS = 3;
const MANY = 10_000;
const AT_ONCE = 30;

/** How fast a broadcast goes out: as fast as can be, and as fast as is allowed. */
export async function benchBroadcast(): Promise<readonly BenchLine[]> {
  return [await unlimited(), ...(await allowed())];
}

async function unlimited(): Promise<BenchLine> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(rateOf(await broadcast(MANY, null)));
    bare.push(rateOf(await bareBroadcast(MANY)));
  }
  const measured = { ours: median(ours), peer: median(bare), unit: "messages/s" };
  return atLeast(0.7, { name: "10,000 deliveries, ledger and all / bare fetch loop", ...measured });
}

async function allowed(): Promise<readonly BenchLine[]> {
  const moments = await broadcast(ALLOWED_CHATS, ALLOWED);
  const rate = { ours: rateOf(moments), peer: ALLOWED, unit: "messages/s" };
  return [
    atLeast(0.95, { name: "1,500 deliveries / the 30 a second allowed", ...rate }),
    within(ALLOWED, {
      name: "the most that came within one second",
      ours: fullestSecond(moments),
      unit: "messages",
    }),
  ];
}

const NOTICE: Recipe = { kind: "notice", notice: "draft", facts: { broadcast: "b" } };
/** Owes so many deliveries and lets a sender loose on them; the moments they came at, in ms. */
async function broadcast(chats: number, rate: number | null): Promise<readonly number[]> {
  const place = await openPlace();
  const telegram = await startTelegram();
  await owe(place.store, await telegram.ask({ kind: "open", chats }), NOTICE);
  const watched = telegram.ask({ kind: "watch", messages: chats });
  const { token, apiRoot } = telegram;
  const told: SenderSettings = {
    ...{ name: "bench", storeUrl: place.url, token, apiRoot, rate },
    ...{ leaseMs: 60_000, concurrency: AT_ONCE },
  };
  const sender = fork("test/torture/sender.ts", [JSON.stringify(told)], TSX);
  try {
    const moments = await watched;
    await ended(sender, null);
    const sent = (await createLedger(place).counts()).find(({ state }) => state === "sent");
    if (sent?.count !== chats) throw new Error(`${sent?.count} of ${chats} were sent`);
    return moments;
  } finally {
    await ended(sender, "SIGKILL");
    await telegram.close();
    await place.close();
  }
}

async function bareBroadcast(count: number): Promise<readonly number[]> {
  const telegram = await startTelegram();
  const chats = await telegram.ask({ kind: "open", chats: count });
  const watched = telegram.ask({ kind: "watch", messages: count });
  const loop = fork("test/bench/bare-broadcast.ts", TSX);
  try {
    const { token, apiRoot } = telegram;
    loop.send({ token, apiRoot, chats, concurrency: AT_ONCE, text: CAUSE });
    return await watched;
  } finally {
    await ended(loop, "SIGKILL");
    await telegram.close();
  }
}

/** Messages a second from the first to the last. */
function rateOf(moments: readonly number[]): number {
  const ms = (moments.at(-1) ?? Number.NaN) - (moments[0] ?? Number.NaN);
  return ((moments.length - 1) * 1_000) / ms;
}

/** Most messages that came within one second. */
function fullestSecond(moments: readonly number[]): number {
  const within = moments.map((from, i) => moments.slice(i).findIndex((at) => at - from >= 1_000));
  return Math.max(...within.map((count, i) => (count < 0 ? moments.length - i : count)));
}
