import { expect, it } from "vitest";
import { createChats } from "#services/chats/chats.ts";
import { createAddressing } from "#services/delivery/addressing.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import { openStore } from "#services/store/open-store.ts";

const recipe: Recipe = { kind: "digest", chat: "test:any", day: "2024-09-09" };
const to = [
  { chat: "test:new", recipe },
  { chat: "test:english", recipe, notBefore: 7 },
  { chat: "test:gone", recipe },
] as const;

async function open() {
  const store = await openStore("file::memory:");
  const chats = createChats({ store });
  await chats.change("test:english", { locale: "en" });
  await chats.update("test:gone", (record) => ({ ...record, state: "left" }));
  return createAddressing({ chats, locale: "vi" });
}

it("addresses each message in its chat's language, and none to a chat that put the bot out", async () => {
  const addressed = await open();
  const shared = { cause: "c", guarantee: "at-least-once", recipe } as const;
  expect(await addressed({ cause: "c", to, guarantee: "at-least-once" })).toEqual([
    { ...shared, chat: "test:new", locale: "vi" },
    { ...shared, chat: "test:english", locale: "en", notBefore: 7 },
  ]);
});

it("addresses operators wherever they are, so that it is seen who was not told", async () => {
  const addressed = await open();
  const owed = await addressed({ cause: "c", to, guarantee: "at-least-once", evenIfGone: true });
  expect(owed.map(({ chat, locale }) => [chat, locale])).toEqual([
    ["test:new", "vi"],
    ["test:english", "en"],
    ["test:gone", "vi"],
  ]);
});
