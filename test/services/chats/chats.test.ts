import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Chats, createChats } from "#services/chats/chats.ts";
import type { ChatId } from "#services/ids.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";

const NOTHING = { homeScope: null, locale: null, indicator: null, captions: null, bands: null, tables: null };

let store: Store;
let chats: Chats;
beforeEach(async () => {
  store = await openStore("file::memory:");
  chats = createChats({ store, clock: () => new Date("2026-11-21T01:00:00Z") });
});
afterEach(() => store.close());

describe("settings", () => {
  it("are those last set, and nothing in a chat that set none", async () => {
    expect(await chats.settings("test:1")).toEqual(NOTHING);
    await chats.change("test:1", { homeScope: "a", captions: "short" });
    await chats.change("test:1", { homeScope: "b" });
    expect(await chats.settings("test:1")).toEqual({ ...NOTHING, homeScope: "b", captions: "short" });
  });

  it("of a topic are its own, else its group's", async () => {
    await chats.change("test:g", { homeScope: "a", locale: "en" });
    await chats.update("test:g:7", (record) => ({ ...record, group: "test:g", homeScope: "b" }));
    expect(await chats.settings("test:g:7")).toEqual({ ...NOTHING, homeScope: "b", locale: "en" });
  });

  it("remember who changed them last", async () => {
    await chats.change("test:1", { locale: "en" }, "test:an");
    expect((await chats.get("test:1"))?.changed).toEqual({ by: "test:an", at: "2026-11-21T01:00:00.000Z" });
  });

  it("written before a chat's life was kept are read as they were", async () => {
    const value = { v: 1, data: { homeScope: "a", locale: "vi" } };
    await store.commit({ puts: [{ key: "chats/test:old", value }] });
    expect(await chats.get("test:old")).toMatchObject({ homeScope: "a", state: "active", access: null });
  });
});

describe("a chat that moves", () => {
  it("takes everything along, once, and is not known by its old id any more", async () => {
    await chats.update("test:old", (record) => ({ ...record, name: "Tổ 766", admins: ["test:an"] }));
    await chats.change("test:old", { homeScope: "a" });
    for (let i = 0; i < 3; i++) await chats.move("test:old", "test:new");
    expect(await chats.get("test:new")).toMatchObject({
      name: "Tổ 766",
      homeScope: "a",
      admins: ["test:an"],
    });
    expect([...(await chats.all()).keys()]).toEqual(["test:new"]);
  });

  it("keeps what was set under the new id already", async () => {
    await chats.change("test:old", { homeScope: "a", locale: "en" });
    await chats.change("test:new", { homeScope: "b" });
    await chats.move("test:old", "test:new");
    expect(await chats.settings("test:new")).toEqual({ ...NOTHING, homeScope: "b", locale: "en" });
  });

  it("stays approved", async () => {
    const access = { state: "approved", at: "2026-11-01T00:00:00Z", by: "test:op" } as const;
    await chats.update("test:old", (record) => ({ ...record, access }));
    await chats.update("test:new", (record) => ({
      ...record,
      access: { ...access, state: "asked", by: null },
    }));
    await chats.move("test:old", "test:new");
    expect((await chats.get("test:new"))?.access).toEqual(access);
  });

  it("of which nothing was kept leaves no trace", async () => {
    await chats.move("test:unknown", "test:other");
    await chats.move("test:same", "test:same");
    expect([...(await chats.all()).keys()]).toEqual([]);
  });

  it("is moved once by processes that hear of it together", async () => {
    await chats.change("test:old", { homeScope: "a" });
    await Promise.all(Array.from({ length: 8 }, () => createChats({ store }).move("test:old", "test:new")));
    expect([...(await chats.all())].map(([id, { homeScope }]) => [id, homeScope])).toEqual([
      ["test:new", "a"],
    ]);
  });
});

it("chats that put the bot out, and their topics, cannot be written to", async () => {
  await chats.update("test:left", (record) => ({ ...record, state: "left" }));
  await chats.update("test:blocked", (record) => ({ ...record, state: "blocked" }));
  await chats.update("test:left:7", (record) => ({ ...record, group: "test:left" }));
  await chats.update("test:here:7", (record) => ({ ...record, group: "test:here" }));
  const all: readonly ChatId[] = ["test:left", "test:blocked", "test:left:7", "test:here:7", "test:unknown"];
  expect([...(await chats.reachable(all)).keys()]).toEqual(["test:here:7", "test:unknown"]);
});
