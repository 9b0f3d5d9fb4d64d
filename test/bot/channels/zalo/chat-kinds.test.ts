import { expect, it } from "vitest";
import { createMapMemory } from "#bot/channels/memory.ts";
import { createChatKinds } from "#bot/channels/zalo/chat-kinds.ts";

it("which chats are groups is told by their ids, and kept where Zalo said otherwise", async () => {
  const memory = createMapMemory();
  const kinds = createChatKinds(memory);
  await kinds.load();
  expect([kinds.isGroup("zalo:zgr-1"), kinds.isGroup("zalo:u1")]).toEqual([true, false]);

  await kinds.note("zalo:zgr-1", "group");
  expect(await memory.recall("chat-kinds")).toBeNull();
  await kinds.note("zalo:g2", "group");
  expect(kinds.isGroup("zalo:g2")).toBe(true);

  const later = createChatKinds(memory);
  await later.load();
  expect(later.isGroup("zalo:g2")).toBe(true);
  await later.note("zalo:g2", "private");
  expect(later.isGroup("zalo:g2")).toBe(false);
});
