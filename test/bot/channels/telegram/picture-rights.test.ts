import { afterEach, expect, it } from "vitest";
import { createMapMemory } from "#bot/channels/memory.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

let open: Harness;
let now = 0;
afterEach(() => open.close());

const reply = () => ({ ...words("Tháng 8"), picture: tinyPicture() });
const tried = () => open.fake.callsOf("sendPhoto").length;

async function mutedGroup(): Promise<FakeChat> {
  now = 1_000_000;
  open = await openTelegram({ memory: createMapMemory(() => now) });
  const group = open.fake.group();
  open.fake.state(group).photosForbidden = true;
  return group;
}

it("where pictures are forbidden, only the first is tried; the text always comes", async () => {
  const group = await mutedGroup();
  for (let i = 0; i < 3; i++) await open.channel.send(`telegram:${group.id}`, reply());
  expect(tried()).toBe(1);
  expect(open.fake.sent(group).map(({ text }) => text)).toEqual(["Tháng 8", "Tháng 8", "Tháng 8"]);
});

it("elsewhere pictures go on", async () => {
  const group = await mutedGroup();
  const other = open.fake.group();
  await open.channel.send(`telegram:${group.id}`, reply());
  await open.channel.send(`telegram:${other.id}`, reply());
  expect(open.fake.sent(other)[0]?.photo).toBeDefined();
});

it("a picture is tried again when the bot's standing has changed", async () => {
  const group = await mutedGroup();
  await open.start();
  await open.channel.send(`telegram:${group.id}`, reply());
  open.fake.state(group).photosForbidden = false;
  open.fake.standing(group, "member", "administrator");
  open.fake.say(group, "rồi");
  await open.fake.until(() => open.heard.length === 1);
  await open.channel.send(`telegram:${group.id}`, reply());
  expect(open.fake.sent(group).at(-1)?.photo).toBeDefined();
});

it("a picture is tried again after an hour: groups change their permissions silently", async () => {
  const group = await mutedGroup();
  await open.channel.send(`telegram:${group.id}`, reply());
  open.fake.state(group).photosForbidden = false;
  now += 3600_000;
  await open.channel.send(`telegram:${group.id}`, reply());
  expect(open.fake.sent(group).at(-1)?.photo).toBeDefined();
});
