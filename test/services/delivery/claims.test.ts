import { expect, it } from "vitest";
import { createLedger } from "#services/delivery/ledger.ts";
import type { ChatId } from "#services/ids.ts";
import type { Store } from "#services/store/store.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { claim, failed, LEASE_MS, sent } from "#test/services/delivery/claims.ts";
import { newDelivery, oweAll, statesOf } from "#test/services/delivery/office.ts";

onBothStores("shares in the work", (place) => {
  const open = (store: Store = place.store) => createLedger({ store });

  it("gives a row to one of many who want it, and nobody else its chat meanwhile", async () => {
    const ledgers = [open(), open(await place.connect()), open(await place.connect())];
    const list = [newDelivery("a", "test:1"), newDelivery("b", "test:1")];
    for (const delivery of list) await oweAll(place.store, open(), [delivery]);
    const shares = ledgers.map((ledger, i) => ledger.join(`owner-${i}`, LEASE_MS));
    const pages = await Promise.all(shares.map((part) => part.page("", 10, () => true)));
    expect(pages.map(({ ready }) => ready.map(({ id }) => id))).toEqual(Array(3).fill(["a/test:1"]));
    const claims = await Promise.all(
      shares.map((part, i) => {
        const [row] = pages[i]?.ready ?? [];
        return row ? part.claim(row) : null;
      }),
    );
    expect(claims.filter((held) => held !== null)).toHaveLength(1);
    expect((await open().get("a/test:1"))?.state).toBe("sending");
    expect((await open().get("b/test:1"))?.state).toBe("due");
  });

  it("does not let a later row overtake one that waits", async () => {
    const ledger = open();
    await oweAll(place.store, ledger, [newDelivery("a", "test:1")]);
    await oweAll(place.store, ledger, [newDelivery("b", "test:1")]);
    const { part, held } = await claim(ledger, "test:1");
    await part.record(held, failed("retry"));
    const page = await part.page("", 10, () => true);
    expect(page.ready).toEqual([]);
    expect(page.wakeAt).toBe((await ledger.get("a/test:1"))?.notBefore);
  });

  it("lets what is for later wait its turn, and sends before it what is owed meanwhile", async () => {
    const ledger = open();
    const notBefore = Date.now() + 3600_000;
    await oweAll(place.store, ledger, [newDelivery("digest", "test:1", { notBefore })]);
    await oweAll(place.store, ledger, [newDelivery("urgent", "test:1")]);
    const { part, held } = await claim(ledger, "test:1");
    expect(held.row.id).toBe("urgent/test:1");
    await part.record(held, sent);
    const page = await part.page("", 10, () => true);
    expect([page.ready, page.wakeAt]).toEqual([[], notBefore]);
  });

  it("looks only at what is owed, a page at a time", async () => {
    const ledger = open();
    const chats = Array.from({ length: 25 }, (_, i): ChatId => `test:${100 + i}`);
    await oweAll(
      place.store,
      ledger,
      chats.map((chat) => newDelivery("a", chat)),
    );
    const part = ledger.join("me", LEASE_MS);
    const seen: string[] = [];
    let from = "";
    do {
      const page = await part.page(from, 10, () => true);
      seen.push(...page.ready.map(({ value }) => value.chat));
      from = page.next;
    } while (from !== "");
    expect(seen).toEqual(chats);
  });

  it("forgets an outcome that comes after somebody else decided, but never the proof of a sending", async () => {
    const ledger = open();
    const kinds = ["at-most-once", "at-least-once"] as const;
    for (const guarantee of kinds) {
      await oweAll(place.store, ledger, [newDelivery("a", `test:${guarantee}`, { guarantee })]);
      await oweAll(place.store, ledger, [newDelivery("b", `test:b-${guarantee}`, { guarantee })]);
    }
    const late = await Promise.all(kinds.map((kind) => claim(ledger, `test:${kind}`, "slow")));
    const lost = await Promise.all(kinds.map((kind) => claim(ledger, `test:b-${kind}`, "slow")));
    await late[0]?.part.leave();
    const { takenOver } = await ledger.join("other", LEASE_MS).inspect(() => false);
    expect(takenOver).toBe(4);
    const taken = ["test:at-least-once due/process-died", "test:at-most-once unknown/process-died"];
    expect(await statesOf(ledger, "a")).toEqual(taken);
    for (const { part, held } of lost) expect(await part.record(held, failed("give-up"))).toBeNull();
    expect((await ledger.ofCause("b")).map(({ state }) => state)).toEqual(["due", "unknown"]);
    for (const { part, held } of late) expect((await part.record(held, sent))?.state).toBe("sent");
    expect(await statesOf(ledger, "a")).toEqual(["test:at-least-once sent", "test:at-most-once sent"]);
    expect((await ledger.counts()).map(({ state, count }) => `${state} ${count}`)).toEqual([
      "due 1",
      "unknown 1",
      "sent 2",
    ]);
  });

  it("leaves alone what a living owner is sending, and gives back what it never sent itself", async () => {
    const ledger = open();
    await oweAll(place.store, ledger, [newDelivery("a", "test:1", { guarantee: "at-most-once" })]);
    const { part } = await claim(ledger, "test:1");
    expect((await ledger.join("other", LEASE_MS).inspect(() => false)).takenOver).toBe(0);
    expect((await ledger.get("a/test:1"))?.state).toBe("sending");
    await part.inspect(() => true);
    expect((await ledger.get("a/test:1"))?.state).toBe("sending");
    await part.inspect(() => false);
    expect(await ledger.get("a/test:1")).toMatchObject({ state: "due", attempts: 0, reason: null });
  });

  it("takes nothing over from an owner who gives a sign of life just then", async () => {
    const ledger = open();
    await oweAll(place.store, ledger, [newDelivery("a", "test:1")]);
    const { part } = await claim(ledger, "test:1", "slow");
    await ledger.join("slow", -1).beat();
    const list: Store["list"] = async (range) => {
      const entries = await place.store.list(range);
      if (range.from.startsWith("deliveries/owners")) await part.beat();
      return entries;
    };
    const other = open({ ...place.store, list }).join("other", LEASE_MS);
    expect((await other.inspect(() => false)).takenOver).toBe(0);
    expect((await ledger.get("a/test:1"))?.state).toBe("sending");
  });
});
