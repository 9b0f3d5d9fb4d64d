import { expect, it } from "vitest";
import { createChats } from "#services/chats/chats.ts";
import { createAddressing } from "#services/delivery/addressing.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import type { ChatId } from "#services/ids.ts";
import { createCodes, readOneTimeCode } from "#services/rights/codes.ts";
import type { Taker } from "#services/rights/granting.ts";
import { createPosts } from "#services/rights/posts.ts";
import { createRights } from "#services/rights/rights.ts";
import type { Store } from "#services/store/store.ts";
import { SUBSCRIPTION_KINDS } from "#services/subscriptions/subscription.ts";
import { createSubscriptions } from "#services/subscriptions/subscriptions.ts";
import { createUnits } from "#services/units/create-units.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";

const units = createUnits();
const COMMUNE = "oc12376";
const clock = () => new Date("2026-11-21T01:00:00Z");

const taker = (person: ChatId): Taker => ({
  ...{ person, name: person.toUpperCase(), chat: person, wholeChat: person },
  chatKind: "private",
});

/** The part of a bot that knows who answers for what. */
function openOffice(store: Store) {
  const rights = createRights({ store, units, operators: ["test:op"], clock });
  const codes = createCodes({ store, clock });
  const chats = createChats({ store, clock });
  const subscriptions = createSubscriptions({ store, clock });
  const ledger = createLedger({ store, clock });
  const ring = async () => {};
  const addressed = createAddressing({ chats, locale: "vi" });
  const parts = { store, units, rights, codes, chats, subscriptions, ledger, ring, clock };
  const posts = createPosts({ ...parts, addressed, passing: async () => ({}) });
  const holding = async (person: ChatId): Promise<readonly string[]> => {
    const [grants, heard] = [await rights.grantsOf(person), await subscriptions.ofChat(person)];
    return [...grants.map(({ role }) => role), ...heard.map(({ kind }) => kind)];
  };
  return { ...parts, posts, holding };
}

const digitsOf = (code: string): string => readOneTimeCode(code) ?? "";

/** An officer with all kinds of subscriptions, and the code by which the post passes on. */
async function postOf(person: ChatId, store: Store): Promise<string> {
  const office = openOffice(store);
  await office.rights.give(person, { role: "officer", unit: COMMUNE, by: "test:op" });
  const kinds = SUBSCRIPTION_KINDS;
  await office.subscriptions.add({ chat: person, unit: COMMUNE, kinds, by: person });
  return digitsOf((await office.posts.offer(person, person, person)).code);
}

/** A store that is gone at its `last` operation: before it is done, or after, its answer lost. */
function dyingStore(store: Store, last: number, when: "before" | "after"): Store {
  let done = 0;
  async function ask<T>(work: () => Promise<T>): Promise<T> {
    done += 1;
    if (done > last || (done === last && when === "before")) throw new Error("killed");
    const answer = await work();
    if (done === last) throw new Error("killed");
    return answer;
  }
  return {
    get: (key) => ask(() => store.get(key)),
    getMany: (keys) => ask(() => store.getMany(keys)),
    list: (range) => ask(() => store.list(range)),
    commit: (commit) => ask(() => store.commit(commit)),
    close: () => store.close(),
  };
}

onBothStores("a post", (place) => {
  it("passes on whole, to one of those who enter its code together", async () => {
    const code = await postOf("test:an", place.store);
    const { posts, holding, ledger } = openOffice(place.store);
    const people = Array.from({ length: 6 }, (_, i): ChatId => `test:${i}`);
    const outcomes = await Promise.allSettled(people.map((person) => posts.redeem(code, taker(person))));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const held = await Promise.all(people.map(holding));
    expect(held.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, 0, 6]);
    expect(await holding("test:an")).toEqual([]);
    expect(await ledger.ofChat("test:an", 10)).toMatchObject([
      { recipe: { kind: "notice", notice: "handed-over" }, guarantee: "at-least-once" },
    ]);
  });

  it("says in every subscription and right who passed it on, and when", async () => {
    const code = await postOf("test:an", place.store);
    const { posts, rights, subscriptions } = openOffice(place.store);
    await posts.redeem(code, taker("test:binh"));
    const stamp = { at: "2026-11-21T01:00:00.000Z" };
    expect(await rights.grantsOf("test:binh")).toMatchObject([{ ...stamp, by: "test:an" }]);
    expect((await subscriptions.ofChat("test:binh"))[0]).toMatchObject({ ...stamp, by: "test:binh" });
    expect(await posts.handovers(5)).toMatchObject([
      { ...stamp, by: "test:an", from: "test:an", to: "test:binh", toName: "TEST:BINH" },
    ]);
  });

  it("owes nothing to a giver who has blocked the bot", async () => {
    const code = await postOf("test:an", place.store);
    const { posts, chats, ledger } = openOffice(place.store);
    await chats.update("test:an", (record) => ({ ...record, state: "blocked" }));
    await posts.redeem(code, taker("test:binh"));
    expect(await ledger.ofChat("test:an", 10)).toEqual([]);
  });

  it("makes an officer and his subscriptions in one commit, and moves what evaluations rest on", async () => {
    const { codes, posts, subscriptions, holding } = openOffice(place.store);
    const before = await subscriptions.index();
    const { code } = await codes.issue({ kind: "role", role: "officer", unit: COMMUNE }, "test:op");
    expect(await posts.redeem(digitsOf(code), taker("test:an"))).toMatchObject({
      kinds: ["targets", "overdue", "rank", "tasks"],
    });
    expect(await holding("test:an")).toHaveLength(5);
    expect((await subscriptions.index()).revision.version).toBeGreaterThan(before.revision.version);
  });

  /** Tries to pass a post on through a store that is gone at a step; answers whether the caller was told it did. */
  async function passDying(step: number, when: "before" | "after"): Promise<boolean> {
    const [giver, next] = [`test:giver${step}`, taker(`test:taker${step}`)] as const;
    const code = await postOf(giver, place.store);
    const dying = openOffice(dyingStore(place.store, step, when));
    const isTold = await isDone(dying.posts.redeem(code, next));
    await expectWhole(giver, next.person);
    const { posts, holding } = openOffice(place.store);
    const hasPassed = (await holding(giver)).length === 0;
    expect(await isDone(posts.redeem(code, next))).toBe(!hasPassed);
    await expectWhole(giver, next.person);
    return isTold;
  }

  /** One of both holds all of it; the giver was told once if it is not he. */
  async function expectWhole(giver: ChatId, next: ChatId): Promise<void> {
    const { holding, ledger } = openOffice(place.store);
    const [own, passed] = [await holding(giver), await holding(next)];
    expect([own.length, passed.length].sort()).toEqual([0, 6]);
    expect(await ledger.ofChat(giver, 10)).toHaveLength(passed.length === 6 ? 1 : 0);
  }

  it.each(["before", "after"] as const)(
    "killed at any step of its handover, %s it is done, is held by one person, whole, and told once",
    async (when) => {
      const told: boolean[] = [];
      for (let step = 1; step <= 16; step++) told.push(await passDying(step, when));
      expect(told[0]).toBe(false);
      expect(told.at(-1)).toBe(true);
    },
  );
});

const isDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
