import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPace, type Pace } from "#services/delivery/pace.ts";
import { createSharedBook } from "#services/delivery/pace-book.ts";
import { type ChatId, channelName } from "#services/ids.ts";
import { openStore } from "#services/store/open-store.ts";

const GROUP = "test:group-1";
const START = new Date("2026-11-21T08:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const elapsed = () => Date.now() - START.getTime();

/** When each of these messages went, in ms from the start. */
async function momentsOf(waits: readonly Promise<void>[], ms: number): Promise<readonly number[]> {
  const moments: number[] = [];
  for (const wait of waits) void wait.then(() => moments.push(elapsed()));
  for (const end = elapsed() + ms; elapsed() < end; ) await vi.advanceTimersByTimeAsync(1);
  return moments;
}

function bulk(pace: Pace, chats: readonly ChatId[]): readonly Promise<void>[] {
  return chats.map((chat) => pace.take(chat, "bulk"));
}

const TEST = channelName("test");
const chats = (count: number) => Array.from({ length: count }, (_, i): ChatId => `test:${i}`);

/** The most that went within any such span. */
function mostWithin(moments: readonly number[], ms: number): number {
  return Math.max(
    ...moments.map((from) => moments.filter((moment) => moment >= from && moment < from + ms).length),
  );
}

const open = (rate: number | null, more = {}) =>
  createPace({
    rateOf: (channel) => (channel === TEST ? rate : expect.fail(`no channel: ${channel}`)),
    isGroup: (chat) => ours(chat).includes("group"),
    groupOf: (chat) => ours(chat).replace(/\/\d+$/, "") as ChatId,
    ...more,
  });

/** As a channel does, it refuses what is no chat of its own. */
function ours(chat: ChatId): ChatId {
  if (!/^test:[\w/-]+$/.test(chat)) throw new Error(`not a chat of the test channel: ${chat}`);
  return chat;
}

describe("bulk", () => {
  it("goes to one chat once a second", async () => {
    const moments = await momentsOf(bulk(open(null), ["test:1", "test:1", "test:1"]), 2_500);
    expect(moments).toEqual([0, 1_000, 2_000]);
  });

  it("goes to one group twenty times a minute", async () => {
    const moments = await momentsOf(bulk(open(null), Array(25).fill(GROUP)), 90_000);
    expect(moments).toHaveLength(25);
    expect(mostWithin(moments, 60_000)).toBe(20);
  });

  it("goes thirty times a second at most, and not much less", async () => {
    const moments = await momentsOf(bulk(open(30), chats(300)), 10_000);
    expect(mostWithin(moments, 1_000)).toBeLessThanOrEqual(30);
    expect(moments.length).toBeGreaterThanOrEqual(0.95 * 300);
  });

  it("goes at a rate of less than one a second too", async () => {
    const moments = await momentsOf(bulk(open(0.5), chats(3)), 7_000);
    expect(moments).toHaveLength(3);
    expect(mostWithin(moments, 2_000)).toBe(1);
  });

  it("of one chat that has to wait holds up no other", async () => {
    const pace = open(30);
    await pace.take("test:1", "bulk");
    const [slow, quick] = [pace.take("test:1", "bulk"), pace.take("test:2", "bulk")];
    const moments = await momentsOf([quick, slow], 1_500);
    expect(moments[0]).toBeLessThan(50);
    expect(moments[1]).toBe(1_000);
  });

  it("of a topic counts as its group's", async () => {
    const pace = open(null);
    const moments = await momentsOf(bulk(pace, [`${GROUP}/1`, `${GROUP}/2`]), 2_000);
    expect(moments).toEqual([0, 1_000]);
    expect(pace.readyIn(`${GROUP}/3`)).toBe(0);
  });

  it("is told how long a chat has to wait", async () => {
    const pace = open(30);
    await pace.take("test:1", "bulk");
    expect(pace.readyIn("test:1")).toBe(1_000);
    expect(pace.readyIn("test:2")).toBe(0);
  });

  it("takes the turn of a message that did not go after all", async () => {
    const pace = open(1);
    await pace.take("test:1", "bulk");
    await pace.giveBack("test:1");
    expect(await momentsOf(bulk(pace, ["test:1", "test:2"]), 900)).toEqual([0]);
  });
});

describe("a reply", () => {
  it("goes at once, before all bulk that waits", async () => {
    const pace = open(10);
    const waiting = bulk(pace, chats(50));
    const moments = await momentsOf([pace.take("test:reply", "reply"), ...waiting], 1_000);
    expect(moments[0]).toBe(0);
    expect(moments.length).toBeLessThan(15);
  });

  it("counts: bulk makes room for it", async () => {
    const pace = open(10);
    for (let i = 0; i < 10; i++) await pace.take(`test:reply-${i}`, "reply");
    const moments = await momentsOf(bulk(pace, ["test:1"]), 2_000);
    expect(moments[0]).toBeGreaterThanOrEqual(1_000);
  });
});

describe("what a platform asks to wait", () => {
  it.each(["reply", "bulk"] as const)("holds for every %s on the channel", async (kind) => {
    const pace = open(30);
    await pace.holdChannel(TEST, 5_000);
    const moments = await momentsOf([pace.take("test:1", kind), pace.take("test:2", kind)], 6_000);
    expect(moments).toHaveLength(2);
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(5_000);
  });

  it("holds for bulk that was waiting for its turn already", async () => {
    const pace = open(1);
    const moments = momentsOf(bulk(pace, chats(3)), 9_000);
    await pace.holdChannel(TEST, 5_000);
    expect((await moments).filter((moment) => moment > 0 && moment < 5_000)).toEqual([]);
  });

  it("is never made shorter by a later, shorter wish", async () => {
    const pace = open(null);
    await pace.holdChannel(TEST, 5_000);
    await pace.holdChannel(TEST, 1_000);
    expect(await momentsOf([pace.take("test:1", "reply")], 6_000)).toEqual([5_000]);
  });
});

describe("several processes over one store", () => {
  async function two(rate: number | null) {
    const store = await openStore("file::memory:");
    const one = () => open(rate, { book: createSharedBook(store) });
    return { store, here: one(), there: one() };
  }

  it("keep one channel's rate together", async () => {
    const { store, here, there } = await two(30);
    const waits = [...bulk(here, chats(100)), ...bulk(there, chats(200).slice(100))];
    const moments = await momentsOf(waits, 5_000);
    expect(mostWithin(moments, 1_000)).toBeLessThanOrEqual(30);
    expect(moments.length).toBeGreaterThanOrEqual(0.95 * 150);
    await store.close();
  });

  it("keep one chat's and one group's rate together", async () => {
    const { store, here, there } = await two(null);
    const waits = [...bulk(here, Array(15).fill(GROUP)), ...bulk(there, Array(15).fill(GROUP))];
    const moments = await momentsOf(waits, 59_000);
    expect(moments).toHaveLength(20);
    expect(mostWithin(moments, 1_000)).toBe(1);
    await store.close();
  });

  it("all obey what the platform told one of them", async () => {
    const { store, here, there } = await two(30);
    await here.holdChannel(TEST, 3_000);
    const moments = await momentsOf([there.take("test:1", "reply"), there.take("test:2", "bulk")], 4_000);
    expect(moments).toHaveLength(2);
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(3_000);
    await store.close();
  });

  it("answer all the same when the store is away", async () => {
    const { store, here } = await two(30);
    await store.close();
    expect(await momentsOf([here.take("test:1", "reply")], 10)).toEqual([0]);
    await expect(here.take("test:1", "bulk")).rejects.toThrow("cannot be reached");
  });
});

describe("a clock set back by an hour", () => {
  const HOUR_MS = 3600_000;
  const setBack = () => vi.setSystemTime(Date.now() - HOUR_MS);
  /** Of a message, in ms from now on. */
  async function waited(wait: Promise<void>): Promise<number> {
    const from = Date.now();
    let went: number | null = null;
    void wait.then(() => {
      went = Date.now() - from;
    });
    for (let i = 0; i < 8_000 && went === null; i++) await vi.advanceTimersByTimeAsync(1);
    return went ?? Number.POSITIVE_INFINITY;
  }

  it.each(["in this process", "for all processes"])(
    "holds up nothing longer than was meant, %s",
    async (where) => {
      const store = await openStore("file::memory:");
      const book = where === "in this process" ? {} : { book: createSharedBook(store) };
      const pace = open(30, book);
      await waited(pace.take("test:1", "bulk"));
      setBack();
      expect(await waited(pace.take("test:1", "bulk"))).toBeLessThanOrEqual(1_100);
      await pace.holdChannel(TEST, 5_000);
      setBack();
      expect(await waited(pace.take("test:2", "reply"))).toBeLessThanOrEqual(5_010);
      await store.close();
    },
  );
});
