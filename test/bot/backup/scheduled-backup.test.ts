import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { restore } from "#bot/backup/restore.ts";
import { createScheduledBackup } from "#bot/backup/scheduled-backup.ts";
import { startDeliveries } from "#bot/delivering/start-deliveries.ts";
import { createBackupBook } from "#services/backups/backup-book.ts";
import { createProcessQueue } from "#services/delivery/queue.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { chatId } from "#test/support/chat-id.ts";
import { disagreements } from "#test/support/ledger-agreement.ts";
import { createLog } from "#test/support/log.ts";
import { createRecordingChannel } from "#test/support/recording-channel.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";
import { startBot } from "#test/support/start-bot.ts";

const TIME_ZONE = "Asia/Ho_Chi_Minh";

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
  return () => redis.stop();
});

let folder: string;
const open: Store[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-scheduled-"));
  return async () => {
    for (const store of open.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  };
});

async function opened(url = "file::memory:"): Promise<Store> {
  const store = await openStore(url);
  open.push(store);
  return store;
}

/** A bot's schedule over a store, with a clock that the test sets; `look` as the heartbeat does. */
function scheduleOver(store: Store, { into = folder, keep = 3 } = {}) {
  const told: { readonly why: unknown; readonly about: string }[] = [];
  const time = { now: "2026-11-21T08:00:00+07:00" };
  const clock = () => new Date(time.now);
  const plan = { folder: into, at: "02:00", keep };
  const book = createBackupBook({ store, plan, timeZone: TIME_ZONE, clock });
  const announce = async ({ facts }: { readonly facts: object }, about: string) => {
    told.push({ why: "why" in facts ? facts.why : null, about });
  };
  const run = createScheduledBackup({ store, book, plan, announce, clock });
  const look = (now: string) => {
    time.now = now;
    return run();
  };
  return { look, book, told, files: async () => (await readdir(into)).sort() };
}

describe("a schedule of backups", () => {
  it("makes one at once, then one each day at its time, and after a pause as soon as the bot runs", async () => {
    const { look, files, book } = scheduleOver(await opened());
    await look("2026-11-21T08:00:00+07:00");
    expect(await files()).toEqual(["bot766-daily-20261121T010000Z.jsonl.gz"]);
    await look("2026-11-22T01:59:00+07:00");
    expect(await files()).toHaveLength(1);
    await look("2026-11-22T02:00:00+07:00");
    await look("2026-11-22T02:01:00+07:00");
    expect(await files()).toHaveLength(2);
    await look("2026-11-25T07:30:00+07:00");
    expect((await files()).at(-1)).toBe("bot766-daily-20261125T003000Z.jsonl.gz");
    const { last, fault } = await book.state();
    expect(last).toMatchObject({ at: "2026-11-25T00:30:00.000Z", entries: 1 });
    expect(fault).toBeNull();
  });

  it("makes one when a person asks, and the next at its time as ever", async () => {
    const { look, files, book } = scheduleOver(await opened());
    await look("2026-11-21T08:00:00+07:00");
    await look("2026-11-21T09:00:00+07:00");
    expect(await files()).toHaveLength(1);
    expect(await book.ask()).toBe(true);
    await look("2026-11-21T09:00:10+07:00");
    await look("2026-11-21T09:00:20+07:00");
    expect(await files()).toHaveLength(2);
    await look("2026-11-22T02:00:00+07:00");
    expect(await files()).toHaveLength(3);
  });

  it("keeps the newest, and whatever else lies there", async () => {
    const others = ["bot766-20261101T010000Z.jsonl.gz", "của tôi.txt"];
    for (const name of others) await writeFile(join(folder, name), "");
    await writeFile(join(folder, "bot766-daily-20261119T190000Z.jsonl.gz.part"), "");
    const { look, files } = scheduleOver(await opened(), { keep: 2 });
    for (const day of [21, 22, 23, 24]) await look(`2026-11-${day}T02:00:00+07:00`);
    expect(await files()).toEqual([
      others[0],
      "bot766-daily-20261122T190000Z.jsonl.gz",
      "bot766-daily-20261123T190000Z.jsonl.gz",
      others[1],
    ]);
  });

  it("is kept by one of several processes", async () => {
    const store = await opened(`${redis.url}/0?deployment=several`);
    const [one, other] = [scheduleOver(store), scheduleOver(store)];
    const now = "2026-11-21T08:00:00+07:00";
    await Promise.all([one.look(now), other.look(now), one.look(now)]);
    expect(await one.files()).toHaveLength(1);
    expect([await one.book.claim(), await other.book.claim()]).toEqual([false, false]);
  });

  it("tells of a failure once, tries each hour, and tells anew of the next one", async () => {
    const into = join(folder, "đĩa");
    await writeFile(into, "a file, where the folder should be");
    const { look, told, book, files } = scheduleOver(await opened(), { into });
    for (const minute of ["00", "30", "59"]) await look(`2026-11-21T08:${minute}:00+07:00`);
    await look("2026-11-21T09:00:00+07:00");
    const since = "2026-11-21T01:00:00.000Z";
    expect(told).toEqual([
      { why: "cannot-write", about: since },
      { why: "cannot-write", about: since },
    ]);
    expect(await book.state()).toMatchObject({ last: null, fault: { since, why: "cannot-write" } });

    await rm(into);
    await look("2026-11-21T10:00:00+07:00");
    expect(await files()).toHaveLength(1);
    expect(await book.state()).toMatchObject({ fault: null });
    await rm(into, { recursive: true });
    await writeFile(into, "");
    await look("2026-11-22T02:00:00+07:00");
    expect(told.at(-1)?.about).toBe("2026-11-21T19:00:00.000Z");
  });
});

it("operators hear of a failed backup in a sentence, once, and see it in /trangthai", async () => {
  const clock = () => new Date("2026-11-21T08:00:00+07:00");
  const log = createLog();
  const queue = createProcessQueue({ log, everyMs: 20 });
  const bot = await startBot({ operators: ["test:an"], clock, ring: queue.ring });
  const channel = createRecordingChannel();
  await bot.app.listen(channel);
  const running = await startDeliveries({ app: bot.app, queue, log, locale: "vi" });
  const { announce } = bot.app.services.broadcasts;
  for (const _ of [1, 2]) {
    await announce({ notice: "backup-failed", facts: { why: "cannot-write" } }, "2026-11-21T01:00:00.000Z");
  }
  await expect.poll(() => channel.sent.length, { timeout: 300_000 }).toBe(1);
  expect(channel.sent[0]?.reply.text.text).toBe(
    "Sao lưu tự động không thành công: không ghi được vào thư mục BACKUP_DIR. Kiểm tra quyền ghi và dung lượng còn trống của đĩa. Bot thử lại mỗi giờ và không nhắc thêm; xem /trangthai.",
  );
  await running.stop();
  await queue.stop();
  await bot.stop();
});

describe.each([
  ["a SQLite file", () => `file:${join(folder, "kho.db")}`],
  ["Redis", () => `${redis.url}/0?deployment=under-load`],
])("backups of a bot that sends and answers over %s", (_driver, place) => {
  it("restore to stores whose ledgers agree, and in which the bot goes on", async () => {
    const store = await opened(place());
    await mkdir(join(folder, "bản"));
    const { look, files } = scheduleOver(store, { into: join(folder, "bản"), keep: 9 });
    const load = await startLoad(store);
    for (const day of [21, 22]) {
      await load.goesOn();
      await look(`2026-11-${day}T02:00:00+07:00`);
    }
    await load.stop();

    const taken: number[] = [];
    for (const name of await files()) {
      const restored = await opened();
      await restore({ store: restored, file: join(folder, "bản", name) });
      expect(await disagreements(restored)).toEqual([]);
      taken.push((await restored.list({ from: "deliveries/rows/", to: "deliveries/rows0" })).length);
      const bot = await startBot({ store: restored, homeScope: "huyện Tiên Lữ" });
      expect(await bot.answer("/xephang tháng 8/2024")).toContain("Dẫn đầu: Thủ Sỹ 89,63");
      await bot.stop();
    }
    expect(taken).toHaveLength(2);
    expect(taken).toEqual([...taken].sort((a, b) => a - b));
    expect(taken[0]).toBeGreaterThan(0);
  });
});

/** A bot over the sample that is owed, sends, and answers without a pause until stopped. */
async function startLoad(store: Store) {
  await putSample(store);
  const log = createLog();
  const queue = createProcessQueue({ log });
  const clock = () => new Date();
  const bot = await startBot({ store, homeScope: "huyện Tiên Lữ", ring: queue.ring, clock });
  const channel = createRecordingChannel();
  await bot.app.listen(channel);
  const running = await startDeliveries({ app: bot.app, queue, log, locale: "vi" });
  const { ledger } = bot.app.services;
  let isStopping = false;

  async function owe(round: number): Promise<void> {
    const facts = { channel: "test", chat: chatId("test:g"), cap: 3 };
    const recipe = { kind: "notice", notice: "group-cap", facts } as const;
    const rows = [1, 2, 3, 4, 5].map((chat) => ({
      ...{ cause: `load/${round}`, chat: chatId(`test:${chat}`), locale: "vi" as const, recipe },
      guarantee: "at-least-once" as const,
    }));
    const { checks, puts } = await ledger.owe(rows);
    await store.commit({ checks, puts });
    await queue.ring();
    await bot.say("/xephang", { chat: `test:${round % 7}`, chatKind: "group", chatName: `Nhóm ${round}` });
  }

  const working = (async () => {
    for (let round = 0; !isStopping; round++) {
      await owe(round);
      await pause(5);
    }
  })();
  return {
    /** Resolves once more was sent than until now. */
    async goesOn(): Promise<void> {
      const before = channel.sent.length;
      await expect.poll(() => channel.sent.length, { timeout: 300_000 }).toBeGreaterThan(before);
    },
    async stop(): Promise<void> {
      isStopping = true;
      await working;
      await running.stop();
      await queue.stop();
      await bot.stop();
    },
  };
}
