import { expect, it } from "vitest";
import { createPace } from "#services/delivery/pace.ts";
import type { ChatId } from "#services/ids.ts";
import { SendError } from "#services/send-error.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import {
  createPlatform,
  newDelivery,
  type Office,
  openOffice,
  statesOf,
  until,
} from "#test/services/delivery/office.ts";
import { chatId } from "#test/support/chat-id.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const chats = (count: number) => Array.from({ length: count }, (_, i): ChatId => `test:${i}`);
const idle = (office: Office) => until(async () => (await office.ledger.pending()).count === 0);

onBothStores("what the engine makes of a message", (place) => {
  it("goes without its picture where there can be none, and to the group where its topic is gone", async () => {
    const reply = { text: { text: "a", spans: [] }, actions: [] };
    const picture = tinyPicture();
    const sent: string[] = [];
    const platform = createPlatform();
    const send: typeof platform.channel.send = async (chat, { picture }) => {
      sent.push(`${chat} ${picture ? "picture" : "text"}`);
      if (picture) throw new SendError("no photos", { kind: "text-only" });
      if (chat === "test:1:5") throw new SendError("no topic", { kind: "general-topic" });
      return { chat, messages: ["1"] };
    };
    const office = await openOffice(place.store, platform, {
      channels: () => ({ ...platform.channel, send }),
      render: async () => ({ ...reply, picture }),
      generalOf: (chat) => chatId(chat.replace(/:5$/, "")),
    });
    await office.owe(newDelivery("a", "test:1:5"));
    await idle(office);
    expect(sent).toEqual(["test:1:5 picture", "test:1:5 text", "test:1 text"]);
    expect(await office.ledger.get("a/test:1:5")).toMatchObject({ state: "sent", attempts: 1 });
    await office.stop();
  });

  it("is drawn before anything is written down: who dies meanwhile leaves it due", async () => {
    const platform = createPlatform();
    let isDrawing = false;
    const office = await openOffice(place.store, platform, {
      channels: () => ({
        ...platform.channel,
        ready() {
          isDrawing = true;
          return new Promise(() => undefined);
        },
      }),
    });
    await office.owe(newDelivery("a", "test:1", { guarantee: "at-most-once" }));
    await until(() => isDrawing);
    const next = await openOffice(place.store, platform);
    await until(() => platform.asked.length === 1);
    await idle(next);
    expect(await statesOf(next.ledger, "a")).toEqual(["test:1 sent"]);
    await Promise.all([office.stop(), next.stop()]);
  });

  it("waits for a channel that has never been up, untried", async () => {
    const platform = createPlatform();
    let isUp = false;
    const office = await openOffice(place.store, platform, {
      channels: () => ({ ...platform.channel, hasBeenUp: () => isUp }),
    });
    await office.owe(newDelivery("a", "test:1", { guarantee: "at-most-once" }));
    expect(await office.ledger.get("a/test:1")).toMatchObject({ state: "due", attempts: 0 });
    expect(platform.asked).toEqual([]);
    isUp = true;
    await idle(office);
    expect(await statesOf(office.ledger, "a")).toEqual(["test:1 sent"]);
    await office.stop();
  });

  it("is made again when it could not be made, and nothing was asked meanwhile", async () => {
    const platform = createPlatform();
    let made = 0;
    const office = await openOffice(place.store, platform, {
      async render() {
        if (++made < 3) throw new Error("no sheet");
        return { text: { text: "a", spans: [] }, actions: [] };
      },
    });
    await office.owe(newDelivery("a", "test:1"));
    await idle(office);
    expect(await office.ledger.get("a/test:1")).toMatchObject({ state: "sent", attempts: 1 });
    expect(office.log.messages("warn")).toContain("a delivery's message could not be made");
    await office.stop();
  });

  it("is put off or dropped where the chat is to be left in peace", async () => {
    const platform = createPlatform();
    let isNight = true;
    const office = await openOffice(place.store, platform, {
      async mute({ chat }) {
        if (chat === "test:never") return { reason: "muted" };
        return isNight ? { reason: "muted", until: Date.now() + 20 } : null;
      },
    });
    await office.owe(newDelivery("a", "test:never"), newDelivery("a", "test:later"));
    await until(async () => (await office.ledger.get("a/test:later"))?.reason === "muted");
    isNight = false;
    await idle(office);
    expect(await statesOf(office.ledger, "a")).toEqual(["test:later sent", "test:never cancelled/muted"]);
    await office.stop();
  });

  it("stays due while no channel here serves its chat", async () => {
    const platform = createPlatform();
    const office = await openOffice(place.store, platform);
    await office.owe(newDelivery("a", "elsewhere:1"), newDelivery("a", "test:1"));
    await until(() => platform.asked.length === 1);
    await pause(100);
    expect(await statesOf(office.ledger, "a")).toEqual(["elsewhere:1 due", "test:1 sent"]);
    await office.stop();
  });
});

onBothStores("the engine's patience with a platform", (place) => {
  it("is as long as it is asked to be, by all that is sent", async () => {
    const asked: number[] = [];
    let floodedAt = 0;
    const platform = createPlatform(async () => {
      asked.push(Date.now());
      await pause(5);
      if (asked.length < 20 || floodedAt) return;
      floodedAt = Date.now();
      throw new SendError("flood", { kind: "retry" }, { retryAfterMs: 300 });
    });
    const pace = createPace({ rateOf: () => 500, isGroup: () => false });
    const office = await openOffice(place.store, platform, { pace, concurrency: 3 });
    await office.owe(...chats(60).map((chat) => newDelivery("a", chat)));
    await idle(office);
    // What was on its way already when the answer came cannot be called back; the other forty are.
    const since = asked.filter((moment) => moment > floodedAt && moment < floodedAt + 300);
    expect(since.length).toBeLessThan(10);
    expect(await office.ledger.counts()).toEqual([{ state: "sent", reason: null, count: 60 }]);
    await office.stop();
  });

  it("spends neither rows nor requests on one that is away", async () => {
    let isAway = true;
    const platform = createPlatform(() => {
      if (isAway) throw new SendError("no route", { kind: "unknown" });
    });
    const backoff = { firstMs: 100, mostMs: 400 };
    const office = await openOffice(place.store, platform, { concurrency: 3, backoff });
    await office.owe(...chats(200).map((chat) => newDelivery("a", chat, { guarantee: "at-most-once" })));
    await pause(400);
    expect(platform.asked.length).toBeLessThan(12);
    isAway = false;
    await idle(office);
    const unknown = (await office.ledger.counts()).find(({ state }) => state === "unknown")?.count ?? 0;
    expect(unknown).toBeLessThan(12);
    expect(platform.asked).toHaveLength(200);
    await office.stop();
  });
});
