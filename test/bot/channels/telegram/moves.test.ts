import { afterEach, expect, it } from "vitest";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";

let open: Harness;
let moves: string[];
afterEach(() => open.close());

async function started(): Promise<Harness> {
  moves = [];
  open = await openTelegram({ onMoved: async (from, to) => void moves.push(`${from} → ${to}`) });
  await open.start();
  return open;
}

it("a refused message tells where a group moved, and is left to its sender", async () => {
  const { fake, channel } = await started();
  const small = fake.group({ type: "group" });
  const upgraded = fake.migrate(small, { silent: true });
  await expect(channel.send(`telegram:${small.id}`, words("x"))).rejects.toMatchObject({
    remedy: { kind: "moved", to: `telegram:${upgraded.id}` },
  });
  expect(moves).toEqual([`telegram:${small.id} → telegram:${upgraded.id}`]);
  expect(fake.sent(upgraded)).toEqual([]);
});

it("a supergroup that a group became is not taken for a new group", async () => {
  const { fake, heard } = await started();
  const small = fake.group({ type: "group" });
  const upgraded = fake.migrate(small);
  fake.join(upgraded);
  fake.say(upgraded, "chào");
  await fake.until(() => heard.length === 1);
  expect(heard.map(({ text, event }) => [text, event])).toEqual([["chào", undefined]]);
  expect(moves).toHaveLength(2);
});
