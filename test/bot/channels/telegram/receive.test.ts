import { afterEach, describe, expect, it } from "vitest";
import type { TelegramOptions } from "#bot/channels/telegram/telegram.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import type { FakeMessage } from "#test/support/fake-telegram/world.ts";

let open: Harness;
afterEach(() => open.close());

async function started(options: Partial<TelegramOptions> = {}): Promise<Harness> {
  open = await openTelegram(options);
  await open.start();
  return open;
}

describe("receiving", () => {
  it("keeps the order of a chat while another chat's slow answer is being made", async () => {
    open = await openTelegram();
    const { fake, channel, heard } = open;
    const [slow, quick] = [fake.group(), fake.group()];
    let release = () => {};
    const drawing = new Promise<void>((resolve) => {
      release = resolve;
    });
    await open.start(async (inbound) => {
      if (inbound.text === "vẽ") await drawing;
      await channel.send(inbound.chat, words(`xong ${inbound.text}`));
    });
    fake.say(slow, "vẽ");
    fake.say(slow, "sau");
    fake.say(quick, "nhanh");
    await fake.until(() => fake.sent(quick).length === 1);
    expect(heard.map((one) => one.text)).toEqual(["vẽ", "nhanh"]);
    release();
    await fake.until(() => fake.sent(slow).length === 2);
    expect(fake.sent(slow).map((message) => message.text)).toEqual(["xong vẽ", "xong sau"]);
  });

  it("answers later messages after one whose answer failed", async () => {
    open = await openTelegram();
    const { fake, channel, log } = open;
    const chat = fake.group();
    await open.start(async (inbound) => {
      if (inbound.text === "hỏng") throw new Error("a bug");
      await channel.send(inbound.chat, words("được"));
    });
    fake.say(chat, "hỏng");
    fake.say(chat, "tốt");
    await fake.until(() => fake.sent(chat).length === 1);
    expect(log.messages("error")).toEqual(["A Telegram message could not be answered"]);
  });

  it("hears an update once, however often Telegram repeats it", async () => {
    const { fake, heard } = await started();
    const chat = fake.group();
    const update = fake.updates.push("message", {
      message_id: 1,
      date: 0,
      chat,
      from: fake.someone,
      text: "một",
    });
    await fake.until(() => heard.length === 1);
    fake.updates.repeat(update);
    fake.say(chat, "hai");
    await fake.until(() => heard.length === 2);
    expect(heard.map((one) => one.text)).toEqual(["một", "hai"]);
  });

  it.each([
    ["in private before its answer is made", () => open.fake.privateChat()],
    ["in a group while a slow answer is being made", () => open.fake.group()],
  ])("acknowledges a press %s", async (_, chatOf) => {
    open = await openTelegram();
    const { fake, channel } = open;
    const chat = chatOf();
    const acknowledgedFirst: boolean[] = [];
    await open.start(async () => {
      await fake.until(() => fake.callsOf("answerCallbackQuery").length === 1);
      acknowledgedFirst.push(true);
    });
    await channel.send(`telegram:${chat.id}`, words("Tháng 8", [[{ label: "t7", command: "/xephang t7" }]]));
    fake.press(fake.sent(chat)[0] as FakeMessage, "t7");
    await fake.until(() => acknowledgedFirst.length === 1);
    expect(fake.world.openQueries.size).toBe(0);
  });

  it("hears a press that is too old to acknowledge", async () => {
    const { fake, channel, heard } = await started();
    const chat = fake.group();
    await channel.send(`telegram:${chat.id}`, words("Tháng 8", [[{ label: "t7", command: "/xephang t7" }]]));
    const query = fake.press(fake.sent(chat)[0] as FakeMessage, "t7");
    fake.world.openQueries.delete(query);
    await fake.until(() => heard.length === 1);
  });

  it("hears a forgotten long command as an empty one rather than not at all", async () => {
    const { fake, channel, heard } = await started();
    const chat = fake.group();
    await channel.send(`telegram:${chat.id}`, words("x", [[{ label: "a", command: "/a" }]]));
    fake.pressData(fake.sent(chat)[0] as FakeMessage, "~0123456789012345678901");
    await fake.until(() => heard.length === 1);
    expect(heard[0]).toMatchObject({ text: "", addressed: true });
  });

  it("asks Telegram for an admin only when the bot does, and not again within a minute", async () => {
    let now = 1000;
    const { fake, heard } = await started({ now: () => now });
    const chief = fake.person("Trưởng");
    const chat = fake.group({ admins: [chief] });
    fake.say(chat, "/caidat", { from: chief });
    fake.say(chat, "/caidat");
    await fake.until(() => heard.length === 2);
    expect(fake.callsOf("getChatMember")).toEqual([]);
    const ask = () => Promise.all(heard.map((one) => one.isChatAdmin()));
    expect(await ask()).toEqual([true, false]);
    fake.state(chat).members.set(chief.id, "member");
    expect(await ask()).toEqual([true, false]);
    expect(fake.callsOf("getChatMember")).toHaveLength(2);
    now += 61_000;
    expect(await ask()).toEqual([false, false]);
  });

  it("takes nobody for an admin while Telegram does not say", async () => {
    const { fake, heard } = await started();
    const chief = fake.person("Trưởng");
    fake.say(fake.group({ admins: [chief] }), "/caidat", { from: chief });
    await fake.until(() => heard.length === 1);
    fake.fail("getChatMember", { kind: "garbage" });
    expect(await heard[0]?.isChatAdmin()).toBe(false);
    expect(await heard[0]?.isChatAdmin()).toBe(true);
  });

  it("tells that it was added to a group", async () => {
    const { fake, heard } = await started();
    fake.join(fake.group({ title: "Tổ 766" }));
    await fake.until(() => heard.length === 1);
    expect(heard[0]).toMatchObject({ event: "joined", hearsOnlyMentions: true, chatName: "Tổ 766" });
  });

  it("follows a group that became a supergroup, told in the old chat and in the new", async () => {
    const moves: string[] = [];
    const { fake } = await started({
      onMoved: async (from, to) => {
        moves.push(`${from} → ${to}`);
      },
    });
    const chat = fake.group({ type: "group" });
    const upgraded = fake.migrate(chat);
    await fake.until(() => moves.length === 2);
    expect(new Set(moves)).toEqual(new Set([`telegram:${chat.id} → telegram:${upgraded.id}`]));
  });

  it("confirms what it has taken even when it is stopped that moment", async () => {
    open = await openTelegram();
    const { fake, channel } = open;
    let stopped: Promise<void> | null = null;
    await open.start(async () => {
      stopped = channel.stop();
    });
    fake.say(fake.group(), "/xephang");
    await fake.until(() => stopped);
    await stopped;
    expect(fake.updates.pending()).toBe(0);
  });

  it("finishes the answer it is at when it is stopped", async () => {
    open = await openTelegram();
    const { fake, channel } = open;
    const chat = fake.group();
    await open.start(async (inbound) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await channel.send(inbound.chat, words("xong"));
    });
    fake.say(chat, "/xephang");
    await fake.until(() => open.heard.length === 1);
    await channel.stop();
    expect(fake.sent(chat).map((message) => message.text)).toEqual(["xong"]);
  });

  it("publishes its menu by language, only with names Telegram takes", async () => {
    const commands = [
      { name: "xephang", description: "Bảng xếp hạng" },
      { name: "xếphạng", description: "Không gửi" },
    ];
    const { fake } = await started({ menus: [{ commands }, { language: "en", commands: [] }] });
    expect(fake.world.menus.get("")).toEqual([{ command: "xephang", description: "Bảng xếp hạng" }]);
    expect(fake.world.menus.get("en")).toEqual([]);
  });
});
