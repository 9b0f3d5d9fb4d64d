import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { createSubscriptions, type Subscriptions } from "#services/subscriptions/subscriptions.ts";

let store: Store;
let subscriptions: Subscriptions;
beforeEach(async () => {
  store = await openStore("file::memory:");
  subscriptions = createSubscriptions({ store, clock: () => new Date("2024-09-05T08:00:00Z") });
});
afterEach(() => store.close());

const results = (chat: string, unit: string) => ({ chat, unit, kind: "results", by: "test:an" }) as const;
const chatsOf = async (unit: string) => (await subscriptions.ofUnit(unit, "results")).map(({ chat }) => chat);
const unitsOf = async (chat: string) => (await subscriptions.ofChat(chat)).map(({ unit }) => unit);

test("a subscription is found by its chat and by its unit", async () => {
  expect(await subscriptions.add(results("telegram:-1", "u1"))).toBe(true);
  expect(await subscriptions.add(results("telegram:-1", "u2"))).toBe(true);
  expect(await subscriptions.add(results("telegram:-1", "u1"))).toBe(false);
  expect(await unitsOf("telegram:-1")).toEqual(["u1", "u2"]);
  expect(await chatsOf("u1")).toEqual(["telegram:-1"]);
});

test("chats and units whose ids begin alike are told apart", async () => {
  for (const chat of ["telegram:-1", "telegram:-12", "telegram:-1:5", "telegram:-1/5"]) {
    await subscriptions.add(results(chat, "u1"));
    await subscriptions.add(results(chat, "u1/2"));
  }
  expect(await unitsOf("telegram:-1")).toEqual(["u1", "u1/2"]);
  expect(await chatsOf("u1")).toHaveLength(4);
  await subscriptions.remove("telegram:-1", "u1");
  expect(await unitsOf("telegram:-1")).toEqual(["u1/2"]);
  expect(await chatsOf("u1")).toHaveLength(3);
});

test("a chat that moves takes its subscriptions along, told once or twice", async () => {
  await subscriptions.add(results("telegram:-1", "u1"));
  await subscriptions.add(results("telegram:-1", "u2"));
  await subscriptions.add(results("telegram:-100", "u1"));
  await subscriptions.move("telegram:-1", "telegram:-100");
  await subscriptions.move("telegram:-1", "telegram:-100");
  await subscriptions.move("telegram:-100", "telegram:-100");
  expect(await unitsOf("telegram:-1")).toEqual([]);
  expect(await unitsOf("telegram:-100")).toEqual(["u1", "u2"]);
  expect(await chatsOf("u1")).toEqual(["telegram:-100"]);
});

test("many who subscribe at once all do", async () => {
  const chats = Array.from({ length: 30 }, (_, i) => `test:${i}`);
  const added = await Promise.all([...chats, ...chats].map((chat) => subscriptions.add(results(chat, "u1"))));
  expect(added.filter(Boolean)).toHaveLength(30);
  expect(await chatsOf("u1")).toHaveLength(30);
});
