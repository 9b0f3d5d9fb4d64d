import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

let open: Harness;
let group: FakeChat;

beforeEach(async () => {
  open = await openTelegram();
  group = open.fake.group();
  await open.start();
});
afterEach(() => open.close());

const reactions = () => [...open.fake.state(group).reactions.values()];

async function heard(text: string) {
  open.fake.say(group, text);
  return open.fake.until(() => open.heard.at(-1));
}

describe("eyes on a message that is being answered", () => {
  it("are put on, and taken off", async () => {
    const inbound = await heard("/xephang");
    await open.channel.mark?.(inbound, true);
    expect(reactions()).toEqual([["👀"]]);
    await open.channel.mark?.(inbound, false);
    expect(reactions()).toEqual([[]]);
  });

  it("are left out, and nothing fails, where bots may not react", async () => {
    open.fake.state(group).reactionsForbidden = true;
    await open.channel.mark?.(await heard("/xephang"), true);
    expect(reactions()).toEqual([]);
  });

  it("are not put on a press, which is no message", async () => {
    const inbound = { ...(await heard("/xephang")), id: "press:q1" };
    await open.channel.mark?.(inbound, true);
    expect(open.fake.callsOf("setMessageReaction")).toEqual([]);
  });
});

describe("an answer that is taken back", () => {
  const action = { label: "Thu hồi", command: "/thuhoi" };
  const long = Array.from({ length: 60 }, (_, i) => `${i + 1}. Xã Thiện Phiến 85,22 điểm`).join("\n");

  it("says who asked, to a press and to a reply, whatever the press itself claims", async () => {
    const takeBack = { ...action, askedBy: "telegram:4242" } as const;
    await open.channel.send(`telegram:${group.id}`, { ...words("Tháng 8"), takeBack });
    const [message] = open.fake.sent(group);
    if (!message) throw new Error("nothing was sent");
    open.fake.press(message, "Thu hồi");
    await open.fake.until(() => open.heard.length === 1);
    open.fake.pressData(message, "^1000 /thuhoi");
    await open.fake.until(() => open.heard.length === 2);
    open.fake.say(group, "/thuhoi", { replyTo: message });
    await open.fake.until(() => open.heard.length === 3);
    expect(open.heard.map(({ text }) => text)).toEqual(["/thuhoi", "/thuhoi", "/thuhoi"]);
    expect(open.heard.map((one) => (one.pressed ?? one.repliesTo)?.askedBy)).toEqual([
      "telegram:4242",
      "telegram:4242",
      "telegram:4242",
    ]);
  });

  it("goes whole, a picture and the text below it", async () => {
    const takeBack = { ...action, askedBy: "telegram:4242" } as const;
    const reply = { ...words(long), picture: tinyPicture(), takeBack };
    await open.channel.send(`telegram:${group.id}`, reply);
    expect(open.fake.sent(group)).toHaveLength(2);
    const last = open.fake.sent(group).at(-1) ?? expect.fail("nothing was sent");
    const taken = { chat: `telegram:${group.id}`, messages: [String(last.message_id)] } as const;
    expect(await open.channel.takeBack?.(taken)).toBe(true);
    expect(open.fake.sent(group)).toEqual([]);
    expect(await open.channel.takeBack?.(taken)).toBe(false);
  });
});
