import { beforeEach, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import { keysUnder } from "#services/store/store.ts";
import { SUBSCRIPTION_KINDS, type SubscriptionKind } from "#services/subscriptions/subscription.ts";
import { createSubscriptions, type Subscriptions } from "#services/subscriptions/subscriptions.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";

const NOW = "2024-09-05T08:00:00.000Z";
const clock = () => new Date(NOW);

const wish = (chat: ChatId, unit: string, ...kinds: readonly SubscriptionKind[]) => ({
  ...{ chat, unit, by: "test:an" },
  kinds: kinds.length > 0 ? kinds : (["results"] as const),
});

onBothStores("subscriptions", (place) => {
  let subscriptions: Subscriptions;
  beforeEach(() => {
    subscriptions = createSubscriptions({ store: place.store, clock });
  });

  const chatsOf = async (unit: string, kind: SubscriptionKind = "results") =>
    (await subscriptions.ofUnit(unit, kind)).map(({ chat }) => chat);
  const heldBy = async (chat: ChatId) =>
    (await subscriptions.ofChat(chat)).map(({ unit, kind }) => `${unit} ${kind}`);
  const revision = async () => (await subscriptions.index()).revision.version;

  it("are found by their chat and by their unit", async () => {
    expect(await subscriptions.add(wish("telegram:-1", "u1"))).toEqual(["results"]);
    expect(await subscriptions.add(wish("telegram:-1", "u2"))).toEqual(["results"]);
    expect(await subscriptions.add(wish("telegram:-1", "u1"))).toEqual([]);
    expect(await heldBy("telegram:-1")).toEqual(["u1 results", "u2 results"]);
    expect(await chatsOf("u1")).toEqual(["telegram:-1"]);
  });

  it("of several kinds are made and ended together, those held already left as they were", async () => {
    await subscriptions.add({ ...wish("telegram:1", "u1", "rank"), by: "test:binh" });
    expect(await subscriptions.add(wish("telegram:1", "u1", "overdue", "rank", "tasks", "overdue"))).toEqual([
      "overdue",
      "tasks",
    ]);
    expect((await subscriptions.ofUnit("u1", "rank"))[0]?.by).toBe("test:binh");
    const ended = await subscriptions.remove("telegram:1", { kinds: ["overdue", "rank", "results"] });
    expect(ended.map(({ kind }) => kind).sort()).toEqual(["overdue", "rank"]);
    expect(await heldBy("telegram:1")).toEqual(["u1 tasks"]);
    expect(await chatsOf("u1", "rank")).toEqual([]);
  });

  it("of chats and units whose ids begin alike are told apart", async () => {
    for (const chat of ["telegram:-1", "telegram:-12", "telegram:-1:5", "telegram:-1/5"] as const) {
      await subscriptions.add(wish(chat, "u1"));
      await subscriptions.add(wish(chat, "u1/2"));
    }
    expect(await heldBy("telegram:-1")).toEqual(["u1 results", "u1/2 results"]);
    expect(await chatsOf("u1")).toHaveLength(4);
    await subscriptions.remove("telegram:-1", { unit: "u1" });
    expect(await heldBy("telegram:-1")).toEqual(["u1/2 results"]);
    expect(await chatsOf("u1")).toHaveLength(3);
  });

  it("go along with a chat that moves, told once or twice", async () => {
    await subscriptions.add(wish("telegram:-1", "u1", "results", "overdue"));
    await subscriptions.add(wish("telegram:-1", "u2"));
    await subscriptions.add(wish("telegram:-100", "u1"));
    await subscriptions.move("telegram:-1", "telegram:-100");
    await subscriptions.move("telegram:-1", "telegram:-100");
    await subscriptions.move("telegram:-100", "telegram:-100");
    expect(await heldBy("telegram:-1")).toEqual([]);
    expect(await heldBy("telegram:-100")).toEqual(["u1 overdue", "u1 results", "u2 results"]);
    expect(await chatsOf("u1")).toEqual(["telegram:-100"]);
  });

  it("made by many at once are all made", async () => {
    const chats = Array.from({ length: 30 }, (_, i): ChatId => `test:${i}`);
    const added = await Promise.all([...chats, ...chats].map((chat) => subscriptions.add(wish(chat, "u1"))));
    expect(added.filter(({ length }) => length > 0)).toHaveLength(30);
    expect(await chatsOf("u1")).toHaveLength(30);
  });

  it("from before there were kinds stay readable", async () => {
    const value = {
      v: 1,
      data: { chat: "telegram:-1", unit: "u1", kind: "results", by: "test:an", at: NOW },
    };
    await place.store.commit({
      puts: [
        { key: "subscriptions/chats/telegram%3A-1/results/u1", value },
        { key: "subscriptions/units/results/u1/telegram%3A-1", value },
      ],
    });
    expect(await heldBy("telegram:-1")).toEqual(["u1 results"]);
    const index = await subscriptions.index();
    expect(index.revision.version).toBe(0);
    expect(index.followers("u1", "results").map(({ chat }) => chat)).toEqual(["telegram:-1"]);
    await subscriptions.add(wish("telegram:-1", "u1", ...SUBSCRIPTION_KINDS));
    expect(await heldBy("telegram:-1")).toHaveLength(SUBSCRIPTION_KINDS.length);
  });

  it("are indexed by exactly their unit and kind", async () => {
    await subscriptions.add(wish("telegram:1", "u1", "overdue", "rank"));
    await subscriptions.add(wish("telegram:2", "u1", "overdue"));
    await subscriptions.add(wish("telegram:3", "u10", "overdue"));
    const index = await subscriptions.index();
    expect(index.size).toBe(4);
    expect(index.followers("u1", "overdue").map(({ chat }) => chat)).toEqual(["telegram:1", "telegram:2"]);
    expect(index.followers("u1", "rank")).toEqual([
      { chat: "telegram:1", unit: "u1", kind: "rank", by: "test:an", at: NOW },
    ]);
    expect(index.followers("u1", "tasks")).toEqual([]);
    expect(index.followers("u2", "overdue")).toEqual([]);
  });

  it("are read anew only when something changed, also by another process", async () => {
    await subscriptions.add(wish("telegram:1", "u1"));
    const index = await subscriptions.index();
    await subscriptions.add(wish("telegram:1", "u1"));
    await subscriptions.remove("telegram:1", { unit: "u2" });
    await subscriptions.move("telegram:7", "telegram:8");
    expect(await subscriptions.index()).toBe(index);

    const other = createSubscriptions({ store: await place.connect(), clock });
    await other.add(wish("telegram:2", "u1", "results", "tasks"));
    const next = await subscriptions.index();
    expect(next.revision.version).toBeGreaterThan(index.revision.version);
    expect(next.followers("u1", "results")).toHaveLength(2);
    expect(index.followers("u1", "results")).toHaveLength(1);
  });

  it("let a commit fail that rests on an index from before they changed", async () => {
    const changes: readonly (() => Promise<unknown>)[] = [
      () => subscriptions.add(wish("telegram:1", "u1")),
      () => subscriptions.move("telegram:1", "telegram:2"),
      () => subscriptions.remove("telegram:2"),
    ];
    for (const change of changes) {
      const { revision: seen } = await subscriptions.index();
      const commit = { checks: [seen], puts: [{ key: "owed", value: 1 }] };
      expect((await place.store.commit(commit)).committed).toBe(true);
      await change();
      expect(await place.store.commit(commit)).toEqual({ committed: false, conflict: seen.key });
      expect(await revision()).toBeGreaterThan(seen.version);
    }
    expect(await place.store.list(keysUnder("subscriptions/units/"))).toEqual([]);
  });
});
