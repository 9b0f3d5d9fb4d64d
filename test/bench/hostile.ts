import { refusals } from "#locales/vi/refusals.ts";
import { openStore } from "#services/store/open-store.ts";
import { HOSTILE_FILES, type HostileFile } from "#test/support/hostile-files.ts";
import { atMost, type BenchLine, p99, within } from "./bench-line.ts";
import { type Contender, startContender } from "./contender.ts";
import type { HostileAnswer, HostileRequest } from "./hostile-telegram.ts";
import { mostResidentKb } from "./resident-memory.ts";
import { startArguments } from "./start-command.ts";

const COMMAND = "/trogiup";
const WARM_UP = 1_500;
/** Said alone after each file, so that both meet the same machine. */
const SINGLES = 40;
/** A thread that reads pasted text takes half of it. */
const MOST_MB = 512;

/** Written where operators are told something that no file is the cause of. */
const OF_NOTICES = /^(?:chats|deliveries)\//u;

type Bot = Contender<HostileRequest, HostileAnswer>;

/**
 * Sends every hostile file to the whole bot, twice: each has to be refused in its own words, with nothing stored, while
 * questions are answered as ever and the bot's own process does not grow.
 */
export async function benchHostile(): Promise<readonly BenchLine[]> {
  const settings = { OPERATORS: "telegram:1000" };
  const bot: Bot = await startContender(startArguments(), {
    telegram: "test/bench/hostile-telegram.ts",
    settings,
  });
  try {
    await bot.ask({ kind: "alone", text: COMMAND, times: WARM_UP });
    const stored = await keysIn(bot);
    const rounds = [await round(bot), await round(bot)];
    const more = (await keysIn(bot)).filter((key) => !stored.includes(key) && !OF_NOTICES.test(key));
    const faults = [...new Set(rounds.flatMap((one) => one.faults))];
    for (const fault of [...more, ...faults]) console.error(`hostile: ${fault}`);
    return [
      within(0, { name: "hostile files not refused in their own words", ours: faults.length, unit: "files" }),
      within(0, { name: "what hostile files left in the store", ours: more.length, unit: "keys" }),
      atMost(1.5, {
        name: "text p99 while hostile files are read / alone",
        ours: p99(rounds.flatMap(({ beside }) => beside)),
        peer: p99(rounds.flatMap(({ alone }) => alone)),
        unit: "ms",
      }),
      within(MOST_MB, {
        name: "most resident memory of the main process meanwhile",
        ours: (await mostResidentKb(bot.pid)) / 1024,
        unit: "MB",
      }),
    ];
  } finally {
    await bot.stop();
  }
}

interface Round {
  /** What each text took, ms. */
  readonly beside: readonly number[];
  readonly alone: readonly number[];
  readonly faults: readonly string[];
}

async function round(bot: Bot): Promise<Round> {
  const beside: number[] = [];
  const alone: number[] = [];
  const faults: string[] = [];
  for (const file of HOSTILE_FILES) {
    const answer = await bot.ask({ kind: "beside", text: COMMAND, file: file.name });
    beside.push(...answer.ms);
    alone.push(...(await bot.ask({ kind: "alone", text: COMMAND, times: SINGLES })).ms);
    if (!isOwnRefusal(file, answer.said)) faults.push(`${file.name}: ${answer.said}`);
  }
  return { beside, alone, faults };
}

/** The bot's limits, and what the files above them say of themselves. */
const FACTS = { rows: 20_000, columns: 100, pages: 3_000, most: 50, page: 1, megapixels: 40 };

const isOwnRefusal = ({ codes }: HostileFile, said: string): boolean =>
  codes.some((reason) => said === refusals["document-refused"]({ isFile: true, reason, facts: FACTS }));

/** All that is stored. */
async function keysIn({ storeUrl }: Bot): Promise<readonly string[]> {
  const store = await openStore(storeUrl);
  try {
    return (await store.list({ from: "", to: "\u{10FFFF}" })).map(({ key }) => key);
  } finally {
    await store.close();
  }
}
