import { setTimeout as pause } from "node:timers/promises";
import { createLedger } from "#services/delivery/ledger.ts";
import { toPeriod } from "#services/periods/period.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import type { FakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";

/** Texts and pictures, long lists and mistakes. */
const COMMANDS = [
  "/trogiup",
  "/xephang thang 8",
  "/xephang Tiên Lữ",
  "/xephang sở Gia Lai",
  "/xa Cương Chính",
  "/xa Thủ Sỹ",
  "/xa Nhật Tân",
  "/tonghop",
  "/nguon",
  "/xa khongcoxanay",
  "xin chào",
  ...[1, 2, 3, 4, 5].flatMap((page) => [
    `/xephang Gia Lai 2026 trang ${page}`,
    `/xephang Phú Thọ 8/2026 trang ${page}`,
    `/xephang Phú Thọ 8/2026 hồ sơ tiếp nhận trang ${page}`,
  ]),
] as const;

const PEOPLE = 50;
const GROUPS = 100;
const ASK_EVERY_MS = 250;
const BROADCAST_EVERY_MS = 15_000;
/** File ids do not last for ever: pictures are drawn and uploaded again. */
const DRAW_AGAIN_EVERY_MS = 20_000;
const ANSWERED_WITHIN_MS = 10_000;

export interface LoadOptions {
  readonly fake: FakeTelegram;
  /** The bot's, opened beside it. */
  readonly store: Store;
}

/** People who ask, one after another, and broadcasts that go out meanwhile. */
export function createLoad({ fake, store }: LoadOptions) {
  const people = Array.from({ length: PEOPLE }, () => fake.privateChat(fake.person("Trần Thị Bình")));
  const groups = Array.from({ length: GROUPS }, () => fake.group());
  const ledger = createLedger({ store });
  const stopping = new AbortController();
  const figures = { answers: 0, pictures: 0, silences: 0, broadcasts: 0 };
  const running: Promise<void>[] = [];

  async function ask(nth: number): Promise<void> {
    const chat = people[nth % PEOPLE];
    if (!chat) return;
    const before = fake.sent(chat).length;
    fake.say(chat, COMMANDS[nth % COMMANDS.length] ?? "");
    const isAnswered = await fake
      .until(() => fake.sent(chat).length > before, ANSWERED_WITHIN_MS)
      .catch(() => false);
    if (isAnswered) figures.answers++;
    else figures.silences++;
    if (fake.sent(chat).at(-1)?.photo) figures.pictures++;
    fake.state(chat).messages = [];
  }

  async function broadcast(nth: number): Promise<void> {
    const recipe = { kind: "results", scope: "od332", period: toPeriod("2024-08"), version: 1 } as const;
    const list = groups.map(({ id }) => ({
      ...{ cause: `soak/${nth}-${Date.now()}`, chat: `telegram:${id}` as const, recipe },
      ...({ locale: "vi", guarantee: "at-most-once" } as const),
    }));
    await commitUntilFree(store, async () => {
      const { owed, ...commit } = await ledger.owe(list);
      return { commit, outcome: owed };
    });
    figures.broadcasts++;
  }

  async function forgetFileIds(): Promise<void> {
    const entries = await store.list(keysUnder("memory/telegram/file:"));
    await store.commit({ deletes: entries.map(({ key }) => key) });
  }

  async function again(everyMs: number, work: (nth: number) => Promise<void>): Promise<void> {
    for (let nth = 0; !stopping.signal.aborted; nth++) {
      await work(nth);
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    figures: () => ({ ...figures }),

    start(): void {
      running.push(again(ASK_EVERY_MS, ask));
      running.push(again(BROADCAST_EVERY_MS, broadcast));
      running.push(again(DRAW_AGAIN_EVERY_MS, forgetFileIds));
    },

    /** What the fake need not keep. */
    forget(): void {
      (fake.calls as unknown[]).length = 0;
      for (const chat of groups) fake.state(chat).messages = [];
    },

    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

export type Load = ReturnType<typeof createLoad>;
