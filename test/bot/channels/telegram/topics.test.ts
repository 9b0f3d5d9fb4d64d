import { afterEach, describe, expect, it } from "vitest";
import type { TelegramOptions } from "#bot/channels/telegram/telegram.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";

let open: Harness;
afterEach(() => open.close());

async function forum(options: Partial<TelegramOptions> = {}): Promise<FakeChat> {
  open = await openTelegram(options);
  return open.fake.group({ topics: [7, 8] });
}

const texts = (chat: FakeChat) =>
  open.fake.sent(chat).map(({ text, message_thread_id: topic }) => [text, topic]);

describe("a topic that takes no messages", () => {
  it.each(["closed", "deleted"])("that is %s: the message goes to the general one, once", async (how) => {
    const group = await forum();
    const { topics } = open.fake.state(group);
    if (how === "closed") topics.set(7, "closed");
    else topics.delete(7);
    const receipt = await open.channel.send(`telegram:${group.id}:7`, words("Kết quả"), {
      replyTo: `${group.id}/1`,
    });
    expect(receipt.chat).toBe(`telegram:${group.id}`);
    expect(texts(group)).toEqual([["Kết quả", undefined]]);
  });

  it("tells of a deleted one, not of a closed one", async () => {
    const gone: string[] = [];
    const onTopicGone = async (topic: string, to: string) => void gone.push(`${topic} → ${to}`);
    const group = await forum({ onTopicGone });
    const { topics } = open.fake.state(group);
    topics.set(7, "closed");
    topics.delete(8);
    await open.channel.send(`telegram:${group.id}:7`, words("x"));
    await open.channel.send(`telegram:${group.id}:8`, words("x"));
    expect(gone).toEqual([`telegram:${group.id}:8 → telegram:${group.id}`]);
  });

  it("gives up where the general topic is closed as well", async () => {
    const group = await forum();
    const closed = { kind: "refuse", code: 400, description: "Bad Request: TOPIC_CLOSED" } as const;
    open.fake.fail("sendMessage", closed, 2);
    await expect(open.channel.send(`telegram:${group.id}:7`, words("x"))).rejects.toMatchObject({
      remedy: { kind: "give-up" },
    });
    expect(texts(group)).toEqual([]);
  });

  it("has its message sent even when nobody could be told that it is gone", async () => {
    const onTopicGone = () => Promise.reject(new Error("no store"));
    const group = await forum({ onTopicGone });
    open.fake.state(group).topics.delete(7);
    await open.channel.send(`telegram:${group.id}:7`, words("x"));
    expect(texts(group)).toEqual([["x", undefined]]);
    expect(open.log.messages("error")).toEqual(["A chat that moved could not be followed"]);
  });
});
