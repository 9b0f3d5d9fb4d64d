import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import { flood, serverError } from "#test/support/fake-telegram/faults.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const long = Array.from({ length: 60 }, (_, i) => `${i + 1}. Xã Thiện Phiến 85,22 điểm`).join("\n");

let open: Harness;
let floods: number[];
let group: FakeChat;
let chat: ChatId;

beforeEach(async () => {
  floods = [];
  open = await openTelegram({ onFlood: (ms) => floods.push(ms) });
  group = open.fake.group({ topics: [55] });
  chat = `telegram:${group.id}`;
});
afterEach(() => open.close());

const sent = () => open.fake.sent(group);
const texts = () => sent().map((message) => message.text ?? message.caption);
const methods = () => open.fake.calls.map((call) => call.method);

describe("failing to send", () => {
  const remedy = (reply: Reply = words("Tháng 8")) =>
    open.channel.send(chat, reply).then(
      () => "sent",
      (error) => error.remedy.kind,
    );

  it("says what to do about a chat that is closed to it", async () => {
    const state = open.fake.state(group);
    state.refusal = { code: 403, description: "Forbidden: bot was kicked from the supergroup chat" };
    expect(await remedy()).toBe("forget-chat");
    state.refusal = null;
    await expect(open.channel.send("telegram:5", words("x"))).rejects.toMatchObject({
      remedy: { kind: "forget-chat" },
    });
    await expect(open.channel.send("zalo:5", words("x"))).rejects.toMatchObject({
      remedy: { kind: "give-up" },
    });
  });

  it("names the supergroup that a group became", async () => {
    const small = open.fake.group({ type: "group" });
    const upgraded = open.fake.migrate(small, { silent: true });
    await expect(open.channel.send(`telegram:${small.id}`, words("x"))).rejects.toMatchObject({
      remedy: { kind: "moved", to: `telegram:${upgraded.id}` },
    });
  });

  it("waits out a short flood by itself and leaves a long one to the sender", async () => {
    open.fake.fail("sendMessage", flood(1));
    expect(await remedy()).toBe("sent");
    open.fake.fail("sendMessage", flood(40));
    await expect(open.channel.send(chat, words("x"))).rejects.toMatchObject({
      remedy: { kind: "retry" },
      retryAfterMs: 40_000,
    });
    expect(sent()).toHaveLength(1);
    expect(floods).toEqual([1_000, 40_000]);
  });

  it.each([
    ["a server error", serverError()],
    ["a proxy's error page", { kind: "garbage" } as const],
    ["a connection cut before the call was carried out", { kind: "drop", when: "before" } as const],
    ["a connection cut after it", { kind: "drop", when: "after" } as const],
  ])("never sends twice by itself after %s: it is not known whether it was sent", async (_, fault) => {
    open.fake.fail("sendMessage", fault);
    expect(await remedy()).toBe("unknown");
    expect(methods()).toEqual(["sendMessage"]);
  });

  it("knows that nothing was sent when Telegram could not be reached", async () => {
    await open.fake.close();
    expect(await remedy()).toBe("retry");
  });

  it.each([
    ["a reason never seen", { code: 400, description: "Bad Request: WEBPAGE_CURL_FAILED_2027" }],
    ["no code at all", { description: "no" }],
  ])("of a picture for %s, gets its words out", async (_, refusal) => {
    open.fake.fail("sendPhoto", { kind: "refuse", ...refusal });
    expect(await remedy({ ...words("Tháng 8"), picture: tinyPicture() })).toBe("sent");
    expect(texts()).toEqual(["Tháng 8"]);
  });

  it.each(["can't parse entities: unsupported", "BUTTON_DATA_INVALID"])(
    "of styles or buttons (%s), gets the bare words out",
    async (what) => {
      const styled: Reply = {
        text: { text: "Tháng 8", spans: [{ start: 0, length: 5, style: "bold" }] },
        actions: [[{ label: "Tháng 7", command: "/xephang 2024-07" }]],
      };
      open.fake.fail("sendMessage", { kind: "refuse", code: 400, description: `Bad Request: ${what}` });
      expect(await remedy(styled)).toBe("sent");
      expect(sent()[0]).not.toHaveProperty("reply_markup");
      expect(texts()).toEqual(["Tháng 8"]);
    },
  );

  it("says that it may not write in a group whose topics are all closed", async () => {
    open.fake.fail("sendMessage", { kind: "refuse", code: 400, description: "Bad Request: TOPIC_CLOSED" });
    await expect(open.channel.send(chat, words("x"))).rejects.toMatchObject({
      remedy: { kind: "give-up" },
      reason: "no-rights",
    });
  });

  it("knows that a network's login page is no answer of Telegram's", async () => {
    open.fake.fail("sendMessage", { kind: "garbage", status: 200 });
    expect(await remedy()).toBe("retry");
    expect(sent()).toEqual([]);
  });

  it("does not know what became of a message whose answer is empty or cut", async () => {
    for (const body of ["", '{"ok":true,"result":{"mess']) {
      open.fake.fail("sendMessage", { kind: "garbage", status: 200, body });
      expect(await remedy()).toBe("unknown");
    }
  });

  it("does not ask for a resend of what is partly out", async () => {
    open.fake.fail("sendMessage", flood(40));
    expect(await remedy({ ...words(long), picture: tinyPicture() })).toBe("unknown");
    expect(sent()).toHaveLength(1);
  });

  it("does not send a picture's text after an upload that may have arrived", async () => {
    open.fake.fail("sendPhoto", { kind: "drop", when: "after" });
    expect(await remedy({ ...words("Tháng 8"), picture: tinyPicture() })).toBe("unknown");
    expect(texts()).toEqual(["Tháng 8"]);
  });
});
