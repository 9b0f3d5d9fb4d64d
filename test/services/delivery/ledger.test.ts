import { expect, it } from "vitest";
import { createLedger, type Ledger } from "#services/delivery/ledger.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { claim, failed, sent } from "#test/services/delivery/claims.ts";
import { newDelivery, oweAll, statesOf } from "#test/services/delivery/office.ts";
import { disagreements } from "#test/support/ledger-agreement.ts";

onBothStores("the ledger", (place) => {
  const open = (store: Store = place.store) => createLedger({ store });

  it("owes in the commit of whoever causes it, or not at all", async () => {
    const ledger = open();
    const { owed, ...pieces } = await ledger.owe([newDelivery("a", "test:1"), newDelivery("a", "test:2")]);
    expect(owed).toBe(2);
    expect(await ledger.ofCause("a")).toEqual([]);
    const refused = await place.store.commit({ ...pieces, checks: [{ key: "cause", version: 9 }] });
    expect([refused.committed, await ledger.ofCause("a")]).toEqual([false, []]);
    await place.store.commit({ ...pieces, puts: [...pieces.puts, { key: "cause", value: "a" }] });
    expect(await statesOf(ledger, "a")).toEqual(["test:1 due", "test:2 due"]);
    expect(await ledger.get("a/test:1")).toMatchObject({
      ...{ id: "a/test:1", cause: "a", chat: "test:1", state: "due", reason: null, attempts: 0 },
      ...{ resent: false, messages: null, guarantee: "at-least-once" },
    });
  });

  it("owes the same cause to a chat once, however often and by how many it is asked", async () => {
    const [here, there] = [open(), open(await place.connect())];
    const list = [newDelivery("a", "test:1"), newDelivery("a", "test:2"), newDelivery("a", "test:1")];
    const counts = await Promise.all([here, there, here].map((ledger) => oweAll(place.store, ledger, list)));
    expect(counts.sort()).toEqual([0, 0, 2]);
    expect(await oweAll(place.store, here, [...list, newDelivery("a", "test:3")])).toBe(1);
    expect((await here.pending()).count).toBe(3);
  });

  it("does not owe again what was sent", async () => {
    const ledger = open();
    await oweAll(place.store, ledger, [newDelivery("a", "test:1")]);
    const { part, held } = await claim(ledger, "test:1");
    await part.record(held, sent);
    expect(await oweAll(place.store, ledger, [newDelivery("a", "test:1")])).toBe(0);
    expect(await statesOf(ledger, "a")).toEqual(["test:1 sent"]);
  });

  it("tells causes apart whose names begin alike", async () => {
    const ledger = open();
    await oweAll(place.store, ledger, [newDelivery("a", "test:1"), newDelivery("a/b", "test:1")]);
    expect(await statesOf(ledger, "a")).toEqual(["test:1 due"]);
    expect(await ledger.cancel("a")).toBe(1);
    expect(await statesOf(ledger, "a/b")).toEqual(["test:1 due"]);
  });

  it("lists a chat's deliveries, the newest first, and no other chat's", async () => {
    const ledger = open();
    for (const cause of ["a", "b", "c"]) {
      await oweAll(place.store, ledger, [newDelivery(cause, "test:1"), newDelivery(cause, "test:1:5")]);
    }
    expect((await ledger.ofChat("test:1", 2)).map(({ id }) => id)).toEqual(["c/test:1", "b/test:1"]);
  });

  it("counts by state and reason, and what is owed since when", async () => {
    const ledger = open();
    expect([await ledger.counts(), await ledger.pending()]).toEqual([[], { count: 0, oldest: null }]);
    await oweAll(
      place.store,
      ledger,
      [1, 2, 3, 4].map((i) => newDelivery("a", `test:${i}`)),
    );
    const oldest = (await ledger.get("a/test:3"))?.createdAt;
    for (const [chat, end] of [["test:1", sent] as const, ["test:2", failed("give-up")] as const]) {
      const { part, held } = await claim(ledger, chat);
      await part.record(held, end);
    }
    await claim(ledger, "test:3");
    expect(await ledger.counts()).toEqual([
      { state: "due", reason: null, count: 1 },
      { state: "sending", reason: null, count: 1 },
      { state: "sent", reason: null, count: 1 },
      { state: "refused", reason: "bad-request", count: 1 },
    ]);
    expect(await ledger.pending()).toEqual({ count: 2, oldest });
    await ledger.resend(["a/test:2"]);
    expect((await ledger.counts()).map(({ state, count }) => `${state} ${count}`)).toEqual([
      "due 2",
      "sending 1",
      "sent 1",
    ]);
  });

  it("lists what failed, the newest first, until it is sent again", async () => {
    const ledger = open();
    expect(await ledger.failed(10)).toEqual([]);
    await oweAll(
      place.store,
      ledger,
      [1, 2, 3, 4].map((i) => newDelivery("a", `test:${i}`, { guarantee: "at-most-once" })),
    );
    await end(ledger, "test:1", failed("give-up"));
    await end(ledger, "test:2", sent);
    await end(ledger, "test:3", failed("unknown"));
    await end(ledger, "test:4", failed("retry"));
    const listed = async (limit = 10) => (await ledger.failed(limit)).map(({ chat }) => chat);
    expect(await listed()).toEqual(["test:3", "test:1"]);
    expect(await listed(1)).toEqual(["test:3"]);
    await ledger.resend(["a/test:3"]);
    expect(await listed()).toEqual(["test:1"]);
    expect(await disagreements(place.store)).toEqual([]);
  });

  it("lists what failed in a store that was written before there was such a list", async () => {
    const ledger = open();
    const some = ["test:1000", "test:1199", "test:1200", "test:1449"];
    const all = Array.from({ length: 450 }, (_, i) => `test:${1000 + i}`);
    const owe = (chats: readonly string[]) =>
      oweAll(
        place.store,
        ledger,
        chats.map((chat) => newDelivery("a", chat)),
      );
    await owe(some);
    for (const chat of some) await end(ledger, chat, failed("give-up"));
    await owe(all);
    const kept = await place.store.list(keysUnder("deliveries/fail"));
    await place.store.commit({ deletes: kept.map(({ key }) => key) });
    expect((await disagreements(place.store)).length).toBe(4);
    expect((await open().failed(10)).map(({ chat }) => chat).sort()).toEqual(some);
    expect(await disagreements(place.store)).toEqual([]);
  });
});

async function end(
  ledger: Ledger,
  chat: string,
  how: Parameters<Awaited<ReturnType<typeof claim>>["part"]["record"]>[1],
) {
  const { part, held } = await claim(ledger, chat);
  await part.record(held, how);
}
