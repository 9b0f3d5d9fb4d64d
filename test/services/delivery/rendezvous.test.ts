import { expect, it } from "vitest";
import { prefers } from "#services/delivery/rendezvous.ts";
import type { ChatId } from "#services/ids.ts";

const chats = Array.from({ length: 3_000 }, (_, i): ChatId => `telegram:-100${i}`);
const owners = ["bot-1", "bot-2", "bot-3"];

const sharesOf = (among: readonly string[]) =>
  chats.map((chat) => among.filter((owner) => prefers(owner, among, chat)));

it("every chat is one owner's, and each has about as many", () => {
  const shares = sharesOf(owners);
  expect(shares.every(({ length }) => length === 1)).toBe(true);
  for (const owner of owners) {
    const count = shares.filter(([of]) => of === owner).length;
    expect(count).toBeGreaterThan(800);
    expect(count).toBeLessThan(1_200);
  }
});

it("when one goes, only its chats change hands", () => {
  const before = sharesOf(owners);
  const after = sharesOf(owners.slice(0, 2));
  for (const [i, [owner]] of before.entries()) {
    if (owner !== "bot-3") expect(after[i]).toEqual([owner]);
  }
});
