import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChatLifecycle, createChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import { type Chats, createChats } from "#services/chats/chats.ts";
import type { ChatId } from "#services/ids.ts";
import type { ChatEvent, Inbound } from "#services/inbound.ts";
import { openStore } from "#services/store/open-store.ts";
import { type Store, StoreUnavailable } from "#services/store/store.ts";

let store: Store;
let chats: Chats;
let lifecycle: ChatLifecycle;
/** What those who keep things by chat were told. */
let told: string[];

beforeEach(async () => {
  store = await openStore("file::memory:");
  chats = createChats({ store });
  told = [];
  const follower = {
    moved: async (from: string, to: string) => void told.push(`${from} → ${to}`),
    gone: async (chat: ChatId) => void told.push(`${chat} gone`),
  };
  lifecycle = createChatLifecycle({
    chats,
    followers: [{}, follower],
    clock: () => new Date("2026-11-21T01:00:00Z"),
  });
});
afterEach(() => store.close());

function heard(chat: ChatId, facts: Partial<Inbound> = {}): Inbound {
  return {
    id: "1",
    chat,
    chatKind: "group",
    chatName: "Tổ 766",
    sender: { id: "test:an", name: "An" },
    text: "",
    addressed: false,
    isChatAdmin: async () => false,
    ...facts,
  };
}

const happens = (event: ChatEvent, facts: Partial<Inbound> = {}) =>
  lifecycle.meet(heard("test:g", { event, ...facts }));

describe("a group", () => {
  it("is new once, and back when it had put the bot out", async () => {
    expect((await happens("joined")).arrival).toBe("new");
    expect((await happens("joined")).arrival).toBe("known");
    await happens("left");
    expect((await happens("joined")).arrival).toBe("back");
    expect((await happens("joined")).arrival).toBe("known");
  });

  it("keeps its settings while the bot is out, and is owed nothing", async () => {
    await happens("joined");
    await chats.change("test:g", { homeScope: "a" });
    await happens("left");
    expect(await chats.get("test:g")).toMatchObject({ state: "left", homeScope: "a" });
    expect(told).toEqual(["test:g gone"]);
    expect((await happens("joined")).settings.homeScope).toBe("a");
    expect((await chats.get("test:g"))?.state).toBe("active");
  });

  it("takes its topics along when it puts the bot out", async () => {
    await lifecycle.meet(heard("test:g:7", { group: "test:g" }));
    await lifecycle.meet(heard("test:g:8", { group: "test:g" }));
    await happens("left");
    expect(told).toEqual(["test:g gone", "test:g:7 gone", "test:g:8 gone"]);
    expect([...(await chats.reachable(["test:g", "test:g:7"])).keys()]).toEqual([]);
  });

  it("is known by its newest name", async () => {
    await lifecycle.meet(heard("test:g"));
    await happens("renamed", { chatName: "Tổ mới" });
    expect((await chats.get("test:g"))?.name).toBe("Tổ mới");
  });

  it("is there again when somebody speaks in it", async () => {
    await lifecycle.gone("test:g", "left");
    await lifecycle.meet(heard("test:g"));
    expect((await chats.get("test:g"))?.state).toBe("active");
  });

  it("that became a supergroup is no new one", async () => {
    await happens("joined");
    await lifecycle.moved("test:g", "test:super");
    expect((await lifecycle.meet(heard("test:super", { event: "joined" }))).arrival).toBe("known");
    expect(told).toEqual(["test:g → test:super"]);
  });
});

describe("a person", () => {
  it("who blocks the bot is owed nothing until they take it back", async () => {
    await happens("blocked", { chatKind: "private" });
    expect(await chats.get("test:g")).toMatchObject({ state: "blocked", kind: "private" });
    expect(told).toEqual(["test:g gone"]);
    await happens("unblocked", { chatKind: "private" });
    expect((await chats.get("test:g"))?.state).toBe("active");
  });

  it("without a name who sets nothing leaves no trace", async () => {
    await lifecycle.meet(heard("web:1", { chatKind: "private", chatName: "" }));
    expect((await chats.all()).size).toBe(0);
  });
});

it("a message changes nothing in the store when nothing is new", async () => {
  await lifecycle.meet(heard("test:g:7", { group: "test:g" }));
  const before = await store.get("chats/test:g:7");
  await lifecycle.meet(heard("test:g:7", { group: "test:g" }));
  expect(await store.get("chats/test:g:7")).toEqual(before);
});

it("a topic that is gone is told of once, and what it is owed goes to its group each time", async () => {
  expect(await lifecycle.topicGone("test:g:7", "test:g")).toBe(true);
  expect(await lifecycle.topicGone("test:g:7", "test:g")).toBe(false);
  expect(told).toEqual(["test:g:7 → test:g", "test:g:7 → test:g"]);
  expect((await chats.reachable(["test:g:7", "test:g"])).has("test:g")).toBe(true);
});

it("a topic has the settings and the admins of its group", async () => {
  await chats.update("test:g", (record) => ({ ...record, homeScope: "a", admins: ["test:an"] }));
  const met = await lifecycle.meet(heard("test:g:7", { group: "test:g" }));
  expect(met).toMatchObject({ settings: { homeScope: "a" }, admins: ["test:an"], arrival: "known" });
});

describe("a chat of which not all that is kept can be read", () => {
  it("goes on with the rest", async () => {
    const data = { homeScope: "u1", locale: "vi", name: { first: "Tổ" }, admins: "all", state: "active" };
    await store.commit({ puts: [{ key: "chats/test:g", value: { v: 1, data } }] });
    const { settings, admins } = await lifecycle.meet(heard("test:g"));
    expect([settings.homeScope, settings.locale, admins]).toEqual(["u1", "vi", []]);
    expect((await chats.get("test:g"))?.name).toBe("Tổ 766");
  });
});

describe("a chat that cannot be noted", () => {
  it("is met all the same, and noted when the store takes writes again", async () => {
    let isFull = true;
    const full: Store = {
      ...store,
      commit: (commit) => (isFull ? Promise.reject(new StoreUnavailable("full")) : store.commit(commit)),
    };
    const there = createChatLifecycle({ chats: createChats({ store: full }), clock: () => new Date() });
    expect((await there.meet(heard("test:g"))).settings.homeScope).toBeNull();
    expect(await chats.get("test:g")).toBeNull();
    isFull = false;
    await there.meet(heard("test:g"));
    expect((await chats.get("test:g"))?.name).toBe("Tổ 766");
  });
});
