import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMapMemory } from "#bot/channels/memory.ts";
import { openStore } from "#services/store/open-store.ts";
import { type Listener, listen } from "#test/bot/channels/zalo/listen.ts";
import { startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { startJournal } from "#test/support/journal-process.ts";

const closing: (() => Promise<void>)[] = [];
let open: Listener;

beforeEach(async () => {
  open = await listen();
  closing.push(open.close);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe("what the bot hears on Zalo", () => {
  it("in private, and in a group by mention or reply", async () => {
    const { fake, said, start, heard } = open;
    await start();
    const group = fake.group();
    fake.say(fake.privateChat(), "/xephang tháng 8");
    fake.say(group, "/xephang");
    fake.mention(group, "/xephang tháng 8");
    fake.reply(group, "8");
    fake.mentionWithin(group, "xephang @Bot 766 Tiên Lữ\u00A0tháng 7");
    await fake.until(() => heard.length === 4);
    expect(said()).toEqual(["/xephang tháng 8", "/xephang tháng 8", "8", "xephang tháng 7"]);
    expect(heard[1]).toMatchObject({ chat: `zalo:${group.id}`, chatKind: "group", addressed: true });
  });

  it.each(["one", "list"] as const)("whether a poll brings %s", async (polls) => {
    const { fake, said, start, heard } = open;
    fake.manners.polls = polls;
    await start();
    const group = fake.group();
    for (const text of ["một", "hai", "ba"]) fake.mention(group, text);
    await fake.until(() => heard.length === 3);
    expect(said()).toEqual(["một", "hai", "ba"]);
  });

  it.each(["http", "200"] as const)(
    "after polls that brought nothing, told under HTTP %s",
    async (refusals) => {
      const { fake, start, heard, log } = open;
      fake.manners.refusals = refusals;
      fake.manners.pollMs = 5;
      await start();
      await fake.until(() => fake.polls.length > 5);
      fake.mention(fake.group(), "xephang");
      await fake.until(() => heard.length === 1);
      expect(log.messages("warn")).toEqual([]);
    },
  );

  it("once, though Zalo tells it at every poll", async () => {
    const { fake, said, start } = open;
    fake.manners.fetched = "kept";
    await start();
    const group = fake.group();
    fake.mention(group, "một");
    fake.mention(group, "hai");
    const polls = fake.polls.length;
    await fake.until(() => fake.polls.length > polls + 20);
    expect(said()).toEqual(["một", "hai"]);
  });

  it("once, though Zalo tells it again after a restart", async () => {
    const store = await openStore("file::memory:");
    closing.push(store.close);
    const ended = await startJournal(store, { channel: "zalo" });
    const fake = await startFakeZalo();
    fake.manners.fetched = "kept";
    fake.mention(fake.group(), "một");
    const before = await listen({ fake, journal: ended.journal });
    await before.start();
    await fake.until(() => before.heard.length === 1);
    await before.listening.stop();
    await ended.holders.stop();

    const after = await listen({ fake, journal: (await startJournal(store, { channel: "zalo" })).journal });
    closing.push(after.close);
    await after.start();
    fake.mention(fake.group(), "hai");
    await fake.until(() => after.heard.length === 1);
    const polls = fake.polls.length;
    await fake.until(() => fake.polls.length > polls + 5);
    expect(after.said()).toEqual(["hai"]);
  });

  it("in order within a chat, while another chat is not held up", async () => {
    const { fake, start } = open;
    const answered: string[] = [];
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    await start(async ({ text }) => {
      if (text === "chậm") await slow;
      answered.push(text);
    });
    const group = fake.group();
    fake.mention(group, "chậm");
    fake.mention(group, "sau");
    fake.say(fake.privateChat(), "khác");
    await fake.until(() => answered.length === 1);
    release();
    await fake.until(() => answered.length === 3);
    expect(answered).toEqual(["khác", "chậm", "sau"]);
  });

  it.each(["milliseconds", "seconds"] as const)(
    "and marks what nobody waits for any more; what it may have answered long ago it leaves alone; dates in %s",
    async (dates) => {
      const { fake, start, heard, log } = open;
      fake.manners.dates = dates;
      await start();
      const group = fake.group();
      fake.mention(group, "cũ", { date: Date.now() - 65 * 60_000 });
      fake.mention(group, "muộn", { date: Date.now() - 11 * 60_000 });
      fake.mention(group, "mới", { date: Date.now() - 60_000 });
      await fake.until(() => heard.length === 2);
      expect(new Map(heard.map(({ text, missed }) => [text, missed]))).toEqual(
        new Map([
          ["muộn", "late"],
          ["mới", undefined],
        ]),
      );
      expect(log.messages("warn")).toEqual(["A Zalo message came too late to be answered"]);
    },
  );

  it("but not bots, stickers, or what has no message or no name", async () => {
    const { fake, said, start, heard } = open;
    await start();
    const chat = fake.privateChat();
    fake.echo(chat, "tôi nói");
    fake.sendSticker(chat);
    fake.sendUnsupported();
    fake.push({ event_name: "bot.joined", message: { chat } });
    fake.push({ event_name: "message.text.received", message: {} });
    fake.sendPhoto(fake.group(), "https://photo-stal-16.zdn.vn/x.jpg");
    fake.sendVoice(chat);
    fake.sendPhoto(chat, "https://photo-stal-16.zdn.vn/x.jpg", "/nhap");
    await fake.until(() => heard.length === 2);
    expect(said()).toEqual(["", "/nhap"]);
  });

  it("goes on after a message whose answer fails", async () => {
    const { fake, said, start, log } = open;
    await start(async ({ text }) => {
      if (text === "một") throw new Error("a bug");
    });
    const group = fake.group();
    fake.mention(group, "một");
    fake.mention(group, "hai");
    await fake.until(() => said().length === 2);
    expect(log.messages("error")).toEqual(["A Zalo message could not be answered"]);
  });

  it("as what it means: a number may stand for an action", async () => {
    const meant = await listen({
      interpret: async (heard) => (heard.text === "1" ? { ...heard, text: "/nguon" } : heard),
    });
    closing.push(meant.close);
    await meant.start();
    meant.fake.mention(meant.fake.group(), "1");
    await meant.fake.until(() => meant.heard.length === 1);
    expect(meant.said()).toEqual(["/nguon"]);
  });

  it("learns its name where Zalo does not tell it", async () => {
    const memory = createMapMemory();
    const fake = await startFakeZalo();
    delete fake.world.me.display_name;
    const nameless = await listen({ fake, memory });
    closing.push(nameless.close);
    await nameless.start();
    const group = fake.group();
    fake.mentionWithin(group, "@Bot 766 Tiên Lữ 8");
    fake.mentionWithin(group, "@Bot 766 Tiên Lữ /xephang");
    await fake.until(() => nameless.heard.length === 2);
    fake.mentionWithin(group, "@Bot 766 Tiên Lữ 8");
    await fake.until(() => nameless.heard.length === 3);
    expect(nameless.said()).toEqual(["@Bot 766 Tiên Lữ 8", "/xephang", "8"]);
  });

  it("polls no oftener than it may", async () => {
    const calm = await listen({ pollFloorMs: 100 });
    closing.push(calm.close);
    calm.fake.manners.fetched = "kept";
    calm.fake.mention(calm.fake.group(), "một");
    const began = performance.now();
    await calm.start();
    await expect.poll(() => calm.fake.polls.length, { interval: 5 }).toBeGreaterThan(3);
    // Four polls have three pauses between them; timers may be a little early.
    expect(performance.now() - began).toBeGreaterThan(290);
  });
});
