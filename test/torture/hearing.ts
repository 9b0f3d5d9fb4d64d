import { setTimeout as pause } from "node:timers/promises";
import { vi } from "#locales/vi.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { wordsOf } from "#test/bot/program/telegram-bot.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import type { FakeMessage } from "#test/support/fake-telegram/world.ts";
import { freePort } from "#test/support/free-port.ts";
import { type Env, type Program, startProgram } from "#test/support/program.ts";
import { createRandom, type Random } from "#test/support/random.ts";
import { startReverseProxy } from "#test/support/reverse-proxy.ts";
import { openPlace } from "#test/torture/place.ts";

export interface HearingOptions {
  readonly seed: number;
  /** One process on a SQLite file, or two on Redis where updates are posted. */
  readonly store: "sqlite" | "redis";
  readonly mode: "polling" | "webhook";
  readonly kills: number;
  /** Questions asked before each kill. */
  readonly burst?: number;
  /** After that long what is not answered counts as lost. */
  readonly patienceMs?: number;
}

export interface HearingReport {
  readonly seed: number;
  readonly questions: number;
  readonly answered: number;
  /** Not answered, but told so: it was being answered when its process was killed. */
  readonly told: number;
  readonly lost: readonly string[];
  readonly answeredTwice: readonly string[];
  /** Keys of the journal that are left when all is done. */
  readonly left: number;
}

/** What is asked: some only read, some change what is kept, some take a picture. */
const QUESTIONS = [
  "/trogiup",
  "/diaban",
  "/dangkycuatoi",
  "/dangky Cương Chính",
  "/xa Cương Chính",
  "/tonghop",
];
const CHATS = 12;
/** From a question asked until the kill: before it is fetched, while it is answered, after. */
const LATEST_KILL_MS = 120;

/** Real bots are asked and killed at it, again and again; then what people got is compared with what they asked. */
export async function tortureHearing(options: HearingOptions): Promise<HearingReport> {
  const { seed, kills, burst = 10, patienceMs = 60_000 } = options;
  const random = createRandom(seed);
  const place = await openPlace(options.store);
  const fake = await startFakeTelegram();
  const store = await openStore(place.url);
  await putSample(store);
  const crew = await startBots(fake, place.url, options);
  const chats = Array.from({ length: CHATS }, (_, i) => fake.privateChat(fake.person(`An ${i}`)));
  const asked: FakeMessage[] = [];
  try {
    for (let kill = 0; kill < kills; kill++) {
      for (let i = 0; i < burst; i++) asked.push(fake.say(random.pick(chats), random.pick(QUESTIONS)));
      await pause(random.between(0, LATEST_KILL_MS));
      await crew.killOne(random);
    }
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline && asked.some((one) => repliesTo(fake, one).length === 0)) await pause(50);
    await crew.stop();
    const left = await store.list(keysUnder("journal/pages/"));
    return { seed, ...verdictOf(fake, asked), left: left.length };
  } finally {
    await crew.stop();
    await store.close();
    await fake.close();
    await place.close();
  }
}

function verdictOf(fake: FakeTelegram, asked: readonly FakeMessage[]) {
  const outcomes = asked.map((question) => {
    const replies = repliesTo(fake, question).map(wordsOf);
    const answers = replies.filter((words) => !isApology(words));
    return { about: `${question.chat.id}: ${wordsOf(question)}`, replies, answers };
  });
  return {
    questions: asked.length,
    answered: outcomes.filter(({ answers }) => answers.length > 0).length,
    told: outcomes.filter(({ replies, answers }) => replies.length > 0 && answers.length === 0).length,
    lost: outcomes.filter(({ replies }) => replies.length === 0).map(({ about }) => about),
    answeredTwice: outcomes.filter(({ answers }) => answers.length > 1).map(({ about }) => about),
  };
}

function repliesTo(fake: FakeTelegram, { chat, message_id: id }: FakeMessage): readonly FakeMessage[] {
  return fake.sent(chat).filter(({ reply_to_message: to }) => to?.message_id === id);
}

/** With what a word about a restart begins. */
const APOLOGY = commonStart(vi.chat.missed.answer(""), vi.chat.missed.act(""));

const isApology = (words: string): boolean => words.startsWith(APOLOGY);

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}

interface Crew {
  killOne(random: Random): Promise<void>;
  stop(): Promise<void>;
}

async function startBots(fake: FakeTelegram, storeUrl: string, options: HearingOptions): Promise<Crew> {
  const { store, mode } = options;
  const isPosted = mode === "webhook";
  const ports = await Promise.all(Array.from({ length: store === "redis" && isPosted ? 2 : 1 }, freePort));
  const proxy = isPosted ? await startReverseProxy(ports) : null;
  const env: Env = {
    STORE_URL: storeUrl,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    HOME_SCOPE: "huyện Tiên Lữ",
    LOG_LEVEL: "warn",
    ...(proxy && {
      TELEGRAM_MODE: "webhook",
      PUBLIC_BASE_URL: proxy.url,
      WEBHOOK_SECRET: "torture-webhook-secret-0123456789",
    }),
  };
  const start = (port: number): Promise<Program> => startProgram({ ...env, PORT: String(port) });
  const bots = await Promise.all(ports.map(async (port) => ({ port, program: await start(port) })));
  let isOver = false;

  return {
    async killOne(random) {
      const bot = random.pick(bots);
      await bot.program.kill();
      bot.program = await start(bot.port);
    },

    async stop() {
      if (isOver) return;
      isOver = true;
      await Promise.all(bots.map(({ program }) => program.stop()));
      await proxy?.close();
    },
  };
}
