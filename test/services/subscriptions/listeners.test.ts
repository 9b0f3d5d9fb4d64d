import { afterEach, beforeEach, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import { type Period, toPeriod } from "#services/periods/period.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { createListeners, type Listeners } from "#services/subscriptions/listeners.ts";
import { createSubscriptions } from "#services/subscriptions/subscriptions.ts";
import { createUnits } from "#services/units/create-units.ts";

const units = createUnits();
/** Today's tỉnh Hưng Yên, and the two it was made of. */
const PROVINCE = "p33";
const [FIRST = "", SECOND = ""] = units.predecessors(PROVINCE).map(({ id }) => id);
const BEFORE = toPeriod("2025-05");
const AFTER = toPeriod("2025-08");

let store: Store;
let listeners: Listeners;
beforeEach(async () => {
  store = await openStore("file::memory:");
  const subscriptions = createSubscriptions({ store });
  listeners = createListeners({ subscriptions, units });
  const add = (chat: ChatId, unit: string, kind: "results" | "rank" = "results") =>
    subscriptions.add({ chat, unit, kinds: [kind], by: chat });
  await add("test:own", PROVINCE);
  await add("test:both", PROVINCE);
  await add("test:both", FIRST);
  await add("test:old", FIRST);
  await add("test:other", SECOND);
  await add("test:country", "vn");
  await add("test:rank", FIRST, "rank");
});
afterEach(() => store.close());

const chats = async (scope: string, period: Period, limit?: number) =>
  (await listeners(scope, period, limit)).map(({ chat }) => chat);

it("results go to who asked for the scope itself, and not to who asked for a wider one", async () => {
  expect(await chats(PROVINCE, BEFORE)).toEqual(["test:both", "test:own"]);
  expect(await chats(FIRST, BEFORE)).toEqual(["test:both", "test:old"]);
});

it("after a merger they go to who asked for what was merged too, once each", async () => {
  expect(await chats(PROVINCE, AFTER)).toEqual(["test:both", "test:own", "test:old", "test:other"]);
  expect(await chats(FIRST, AFTER)).toEqual(["test:both", "test:old"]);
});

it("whether anybody listens is asked of no more than needed", async () => {
  expect(await chats(PROVINCE, AFTER, 1)).toEqual(["test:both"]);
  expect(await chats("p01", AFTER, 1)).toEqual([]);
});
