import { expect, it } from "vitest";
import { createLedger } from "#services/delivery/ledger.ts";
import type { ChatId } from "#services/ids.ts";
import { SendError } from "#services/send-error.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import {
  createPlatform,
  newDelivery,
  openOffice,
  oweAll,
  statesOf,
  until,
} from "#test/services/delivery/office.ts";

/** A request that is under way until it is let go. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

onBothStores("persons' acts on deliveries", (place) => {
  it("resend what failed, marked where it may have arrived, and nothing else", async () => {
    const remedies = { "test:1": "give-up", "test:2": "unknown" } as const;
    const platform = createPlatform(({ chat, nth }) => {
      const kind = chat === "test:3" || nth > 1 ? null : remedies[chat as keyof typeof remedies];
      if (kind) throw new SendError("no", { kind });
    });
    const office = await openOffice(place.store, platform);
    const chats: readonly ChatId[] = ["test:1", "test:2", "test:3"];
    await office.owe(...chats.map((chat) => newDelivery("a", chat, { guarantee: "at-most-once" })));
    const failed = ["test:1 refused/bad-request", "test:2 unknown/timeout", "test:3 sent"];
    await until(async () => String(await statesOf(office.ledger, "a")) === String(failed));
    const ids = [...chats.map((chat) => `a/${chat}`), "a/test:nobody"];
    expect(await office.ledger.resend(ids)).toBe(2);
    await office.queue.ring();
    await until(() => platform.asked.length === 5);
    const again = platform.asked.slice(3).map(({ chat, resent }) => `${chat} ${resent}`);
    expect(again.sort()).toEqual(["test:1 false", "test:2 true"]);
    await until(async () => (await office.ledger.pending()).count === 0);
    expect(await office.ledger.resend(ids)).toBe(0);
    await office.stop();
  });

  it("cancel what is due of a cause; what is being sent may arrive, but is not tried again", async () => {
    const { opened, open } = gate();
    const platform = createPlatform(async ({ chat }) => {
      await opened;
      if (chat === "test:1") throw new SendError("no", { kind: "retry" });
    });
    const office = await openOffice(place.store, platform);
    await office.owe(newDelivery("a", "test:1"), newDelivery("a", "test:2"));
    await until(() => platform.asked.length === 2);
    await office.owe(newDelivery("a", "else:3"), newDelivery("b", "else:3"));
    expect(await office.ledger.cancel("a")).toBe(3);
    open();
    const over = ["else:3 cancelled/withdrawn", "test:1 cancelled/withdrawn", "test:2 sent"];
    await until(async () => String(await statesOf(office.ledger, "a")) === String(over));
    expect(platform.asked).toHaveLength(2);
    expect(await statesOf(office.ledger, "b")).toEqual(["else:3 due"]);
    await office.stop();
  });

  it("cancel ten thousand within seconds", async () => {
    const ledger = createLedger({ store: place.store });
    const chats = Array.from({ length: 10_000 }, (_, i): ChatId => `test:${i}`);
    for (let from = 0; from < chats.length; from += 1_000) {
      const some = chats.slice(from, from + 1_000);
      await oweAll(
        place.store,
        ledger,
        some.map((chat) => newDelivery("a", chat)),
      );
    }
    expect(await ledger.cancel("a")).toBe(10_000);
    expect(await ledger.counts()).toEqual([{ state: "cancelled", reason: "withdrawn", count: 10_000 }]);
  });
});

onBothStores("a chat's life", (place) => {
  it("stops its deliveries when the bot is put out, and only its own", async () => {
    const ledger = createLedger({ store: place.store });
    await oweAll(place.store, ledger, [newDelivery("a", "test:1"), newDelivery("a", "test:12")]);
    await oweAll(place.store, ledger, [newDelivery("b", "test:1")]);
    expect(await ledger.stopChat("test:1")).toBe(2);
    expect(await ledger.stopChat("test:1")).toBe(0);
    expect(await statesOf(ledger, "a")).toEqual(["test:1 cancelled/left-chat", "test:12 due"]);
    expect(await statesOf(ledger, "b")).toEqual(["test:1 cancelled/left-chat"]);
    expect((await ledger.pending()).count).toBe(1);
  });

  it("takes what it is owed along to its new id, once, in its order", async () => {
    const ledger = createLedger({ store: place.store });
    for (const cause of ["a", "b"]) await oweAll(place.store, ledger, [newDelivery(cause, "test:old")]);
    expect(await ledger.moveChat("test:old", "test:new")).toBe(2);
    expect(await ledger.moveChat("test:old", "test:new")).toBe(0);
    expect(await statesOf(ledger, "a")).toEqual(["test:new due"]);
    expect(await ledger.get("a/test:old")).toBeNull();
    expect((await ledger.ofChat("test:new", 9)).map(({ cause }) => cause)).toEqual(["b", "a"]);
    expect(await ledger.ofChat("test:old", 9)).toEqual([]);
    expect((await ledger.pending()).count).toBe(2);
  });

  it("is not owed twice what its new id is owed already", async () => {
    const ledger = createLedger({ store: place.store });
    await oweAll(place.store, ledger, [newDelivery("a", "test:old"), newDelivery("a", "test:new")]);
    expect(await ledger.moveChat("test:old", "test:new")).toBe(1);
    expect(await statesOf(ledger, "a")).toEqual(["test:new due", "test:old cancelled/left-chat"]);
    expect(await ledger.moveChat("test:new", "test:new")).toBe(0);
  });
});
