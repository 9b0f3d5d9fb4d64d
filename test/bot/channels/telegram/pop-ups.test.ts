import { afterEach, describe, expect, it } from "vitest";
import type { Inbound } from "#services/inbound.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";

let open: Harness;
afterEach(() => open.close());

type Answer = (inbound: Inbound, channel: Harness["channel"]) => Promise<unknown>;

/** Presses a button in a chat; the press is answered by `answer`. */
async function pressed(answer: Answer, chatOf: (fake: Harness["fake"]) => FakeChat = ({ group }) => group()) {
  open = await openTelegram();
  const { fake, channel } = open;
  const outcomes: unknown[] = [];
  await open.start(async (inbound) => {
    outcomes.push(await answer(inbound, channel));
  });
  const chat = chatOf(fake);
  await channel.send(`telegram:${chat.id}`, words("Cảnh báo", [[{ label: "Đã nhận", command: "/nhan 1" }]]));
  const [message] = fake.sent(chat);
  if (!message) throw new Error("nothing was sent");
  const query = fake.press(message, "Đã nhận");
  await fake.until(() => outcomes.length === 1);
  return { fake, channel, query, outcome: outcomes[0], inbound: open.heard[0] as Inbound };
}

const pop =
  (text: string, quiet = false): Answer =>
  (inbound, channel) =>
    channel.popUp?.(inbound, text, { quiet }) ?? Promise.reject(new Error("no pop-ups"));

describe("words that only the presser sees", () => {
  it("stand until they are closed, or pass by themselves", async () => {
    const loud = await pressed(pop("Lệnh này dành cho cán bộ phụ trách."));
    expect(loud.fake.world.popUps).toEqual([
      { query: loud.query, text: "Lệnh này dành cho cán bộ phụ trách.", isAlert: true },
    ]);
    await open.close();
    const quiet = await pressed(pop("Tôi đã nhắn riêng.", true));
    expect(quiet.fake.world.popUps).toMatchObject([{ text: "Tôi đã nhắn riêng.", isAlert: false }]);
  });

  it("answer a press once", async () => {
    const { fake, channel, inbound, outcome } = await pressed(pop("một"));
    expect(outcome).toBe(true);
    expect(await channel.popUp?.(inbound, "hai", { quiet: false })).toBe(false);
    expect(fake.callsOf("answerCallbackQuery")).toHaveLength(1);
    expect(fake.world.openQueries.size).toBe(0);
  });

  it("are declined when they are too many, and the press is acknowledged all the same", async () => {
    const { fake, outcome } = await pressed(pop("x".repeat(201)));
    expect(outcome).toBe(false);
    await fake.until(() => fake.world.openQueries.size === 0);
    expect(fake.world.popUps).toEqual([]);
  });

  it("are declined when Telegram does not take them any more", async () => {
    const { outcome } = await pressed(async (inbound, channel) => {
      open.fake.world.openQueries.clear();
      return pop("muộn")(inbound, channel);
    });
    expect(outcome).toBe(false);
  });

  it("are declined in a private chat, where every press is acknowledged at once", async () => {
    const { outcome, fake } = await pressed(pop("riêng"), (people) => people.privateChat());
    expect(outcome).toBe(false);
    await fake.until(() => fake.world.openQueries.size === 0);
  });
});

describe("a press in a group that nothing pops up for", () => {
  it("is acknowledged once it is dealt with", async () => {
    const { fake } = await pressed(async () => true);
    await fake.until(() => fake.world.openQueries.size === 0);
    expect(fake.world.popUps).toEqual([]);
  });

  it("is acknowledged when its answer fails", async () => {
    open = await openTelegram();
    const { fake, channel } = open;
    await open.start(async () => {
      throw new Error("a bug");
    });
    const chat = fake.group();
    await channel.send(`telegram:${chat.id}`, words("x", [[{ label: "a", command: "/a" }]]));
    fake.press(fake.sent(chat)[0] ?? expect.fail("nothing was sent"), "a");
    await fake.until(() => open.heard.length === 1 && fake.world.openQueries.size === 0);
  });
});
