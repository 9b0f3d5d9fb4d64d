import { expect, it } from "vitest";
import type { Outcome } from "#services/delivery/sending.ts";
import type { ChatId } from "#services/ids.ts";
import { SendError } from "#services/send-error.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import {
  createPlatform,
  isOver,
  newDelivery,
  type Office,
  openOffice,
  statesOf,
  unhurried,
  until,
} from "#test/services/delivery/office.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const chats = (count: number) => Array.from({ length: count }, (_, i): ChatId => `test:${i}`);
const idle = (office: Office) => until(async () => (await office.ledger.pending()).count === 0);

onBothStores("the delivery engine", (place) => {
  it("sends everything that is owed once, and says so in the ledger", async () => {
    const platform = createPlatform(() => pause(1));
    const outcomes: Outcome[] = [];
    const office = await openOffice(place.store, platform, {
      concurrency: 7,
      onOutcome: (outcome) => void outcomes.push(outcome),
    });
    await office.owe(...chats(60).map((chat) => newDelivery("a", chat)));
    await idle(office);
    expect(platform.asked.map(({ chat }) => chat).sort()).toEqual([...chats(60)].sort());
    expect(await office.ledger.counts()).toEqual([{ state: "sent", reason: null, count: 60 }]);
    const [first] = await office.ledger.ofCause("a");
    expect(first).toMatchObject({ attempts: 1, messages: [expect.any(String)] });
    expect(outcomes.map(({ delivery, error }) => [delivery.state, error])).toEqual(
      Array(60).fill(["sent", null]),
    );
    await office.stop();
  });

  it("sends what another process owes beside it, unrung", async () => {
    const platform = createPlatform();
    const office = await openOffice(place.store, platform);
    const beside = await openOffice(await place.connect(), createPlatform(), { channels: () => undefined });
    await beside.owe(newDelivery("a", "test:1"));
    await until(() => platform.asked.length === 1, 50_000);
    await Promise.all([office.stop(), beside.stop()]);
  });

  it("sends to a chat one after another, in the order in which it was owed", async () => {
    const causes = Array.from({ length: 8 }, (_, i) => `cause-${i}`);
    const platform = createPlatform(async ({ nth, text }) => {
      await pause(nth % 3);
      if (nth === 3) throw new SendError("flood", { kind: "retry" }, { retryAfterMs: 30 });
      if (text === "cause-5") throw new SendError("bad", { kind: "give-up" });
    });
    const office = await openOffice(place.store, platform);
    for (const cause of causes) {
      await office.owe(...(["test:1", "test:2"] as const).map((chat) => newDelivery(cause, chat)));
    }
    await idle(office);
    for (const chat of ["test:1", "test:2"] as const) {
      expect([...new Set(platform.textsTo(chat))]).toEqual(causes);
    }
    expect(platform.mostAtOnce()).toBe(1);
    await office.stop();
  });

  it("moves on with a chat that has a new id, and all it is owed there", async () => {
    const platform = createPlatform(({ chat }) => {
      if (chat === "test:old") throw new SendError("moved", { kind: "moved", to: "test:new" });
    });
    const office = await openOffice(place.store, platform);
    await office.owe(newDelivery("a", "test:old", { guarantee: "at-most-once" }));
    await office.owe(newDelivery("b", "test:old"), newDelivery("c", "test:new"));
    await idle(office);
    expect(platform.textsTo("test:new").sort()).toEqual(["a", "b", "c"]);
    expect(platform.textsTo("test:old").length).toBeLessThan(3);
    expect(await statesOf(office.ledger, "a")).toEqual(["test:new sent"]);
    expect(await statesOf(office.ledger, "b")).toEqual(["test:new sent"]);
    await office.stop();
  });

  it("sends nothing more to a chat that put the bot out", async () => {
    const platform = createPlatform(() => {
      throw new SendError("kicked", { kind: "forget-chat" }, { reason: "blocked" });
    });
    const outcomes: Outcome[] = [];
    const onOutcome = (outcome: Outcome) => void outcomes.push(outcome);
    const office = await openOffice(place.store, platform, { onOutcome });
    await office.owe(newDelivery("a", "test:1"), newDelivery("b", "test:1"));
    await idle(office);
    expect(platform.asked).toHaveLength(1);
    expect([...(await statesOf(office.ledger, "a")), ...(await statesOf(office.ledger, "b"))]).toEqual([
      "test:1 refused/blocked",
      "test:1 cancelled/left-chat",
    ]);
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.error?.remedy.kind).toBe("forget-chat");
    await office.stop();
  });

  it("shares the work of one store among several, and sends no row twice", async () => {
    const platforms = [0, 1, 2].map(() => createPlatform(() => pause(2)));
    const offices = await Promise.all(
      platforms.map(async (platform) =>
        openOffice(await place.connect(), platform, { concurrency: 5, leaseMs: 60_000 }),
      ),
    );
    const [office] = offices;
    if (!office) throw new Error("no office");
    await office.owe(...chats(300).map((chat) => newDelivery("a", chat, { guarantee: "at-most-once" })));
    for (const cause of ["b", "c", "d"]) await office.owe(newDelivery(cause, "test:7"));
    await until(async () => (await office.ledger.pending()).count === 0, 300_000);
    const asked = platforms.flatMap((platform) => platform.asked);
    expect(asked).toHaveLength(303);
    expect(new Set(asked.map(({ chat, text }) => `${text}/${chat}`)).size).toBe(303);
    for (const platform of platforms) expect(platform.asked.length).toBeGreaterThan(30);
    await Promise.all(offices.map((each) => each.stop()));
  });

  it("finishes what is under way when it is stopped, and begins nothing more", async () => {
    const platform = createPlatform(() => pause(60));
    const office = await openOffice(place.store, platform, { concurrency: 4 });
    await office.owe(...chats(20).map((chat) => newDelivery("a", chat)));
    await until(() => platform.asked.length === 4);
    await office.stop();
    const ended = (await office.ledger.ofCause("a")).filter(isOver).length;
    expect([platform.asked.length, ended]).toEqual([4, 4]);
    expect((await office.ledger.counts()).map(({ state, count }) => `${state} ${count}`)).toEqual([
      "due 16",
      "sent 4",
    ]);
    const next = await openOffice(await place.connect(), platform);
    await idle(next);
    expect(new Set(platform.asked.map(({ chat }) => chat)).size).toBe(20);
    expect(platform.asked).toHaveLength(20);
    await next.stop();
  });

  it("does not begin, once stopped, what was waiting for its turn", async () => {
    const platform = createPlatform();
    let turn = () => {};
    const take = () =>
      new Promise<void>((resolve) => {
        turn = resolve;
      });
    const office = await openOffice(place.store, platform, { pace: { ...unhurried(), take } });
    await office.owe(newDelivery("a", "test:1"));
    const idleTurn = turn;
    await until(() => turn !== idleTurn);
    await office.stop();
    turn();
    await pause(30);
    expect(platform.asked).toEqual([]);
    expect(await statesOf(office.ledger, "a")).toEqual(["test:1 due"]);
  });

  it("leaves what does not end for others to decide, without waiting for a lease", async () => {
    const hung = createPlatform(() => new Promise<never>(() => undefined));
    const office = await openOffice(place.store, hung, { leaseMs: 60_000, graceMs: 20 });
    await office.owe(newDelivery("a", "test:1"), newDelivery("b", "test:2", { guarantee: "at-most-once" }));
    await until(() => hung.asked.length === 2);
    await office.stop();
    const platform = createPlatform();
    const next = await openOffice(await place.connect(), platform);
    await idle(next);
    expect(platform.asked.map(({ text, resent }) => `${text} ${resent}`)).toEqual(["a true"]);
    expect(await statesOf(next.ledger, "b")).toEqual(["test:2 unknown/process-died"]);
    await next.stop();
  });
});
