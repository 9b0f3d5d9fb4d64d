import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Delivery, Guarantee } from "#services/delivery/delivery.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import { SendError } from "#services/send-error.ts";
import type { Store } from "#services/store/store.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { createMortalStore, type MortalStore } from "#test/services/delivery/mortal-store.ts";
import {
  createPlatform,
  isOver,
  newDelivery,
  type Office,
  openOffice,
  type Platform,
  type Sending,
  statesOf,
  until,
} from "#test/services/delivery/office.ts";

const LEASE_MS = 120;
const forever = () => new Promise<never>(() => undefined);

/** What a request meets: whether the message arrives, and what its sender hears. A crash: it hears nothing more. */
type Fate =
  | "taken"
  | "lost answer"
  | "lost request"
  | "refused"
  | "flood"
  | "unreached"
  | "crash before"
  | "crash after";

const arrives: readonly Fate[] = ["taken", "lost answer", "crash after"];

/** One process after another over the same store: the next one starts when the last one crashed. */
function createProcesses(connect: () => Promise<Store>, fates: readonly Fate[]) {
  const arrived: Sending[] = [];
  const open: { office: Office; store: MortalStore }[] = [];
  let met = 0;

  async function start(): Promise<void> {
    const store = createMortalStore(await connect());
    const platform: Platform = createPlatform((sending) => meet(sending, store));
    open.push({
      store,
      office: await openOffice(store, platform, { leaseMs: LEASE_MS, concurrency: 4, graceMs: 0 }),
    });
  }

  async function meet(sending: Sending, store: MortalStore): Promise<void> {
    const fate = fates[met++] ?? "taken";
    if (arrives.includes(fate)) arrived.push(sending);
    if (fate.startsWith("crash")) {
      store.die();
      await start();
      return forever();
    }
    if (fate === "lost answer" || fate === "lost request") throw new SendError(fate, { kind: "unknown" });
    if (fate === "refused") throw new SendError(fate, { kind: "give-up" });
    if (fate === "flood") throw new SendError(fate, { kind: "retry" }, { retryAfterMs: 5 });
    if (fate === "unreached") throw new SendError(fate, { kind: "retry" });
  }

  return {
    arrived,
    start,
    async stop() {
      for (const { office, store } of open) {
        store.revive();
        await office.stop();
      }
    },
  };
}

const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>("taken") },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Fate>("lost answer", "lost request", "refused", "flood", "unreached"),
  },
  { weight: 1, arbitrary: fc.constantFrom<Fate>("crash before", "crash after") },
);

const row = fc.record({
  chat: fc.integer({ min: 1, max: 5 }).map((n) => `test:${n}`),
  guarantee: fc.constantFrom<Guarantee>("at-least-once", "at-most-once"),
});

/** What must be true of every delivery, whatever its requests met. */
function verify(delivery: Delivery, arrived: readonly Sending[]): void {
  const own = arrived.filter(({ chat, text }) => chat === delivery.chat && text === delivery.cause);
  const facts = { delivery, arrived: own.length };
  expect(isOver(delivery), JSON.stringify(facts)).toBe(true);
  if (delivery.state === "sent") expect(own.length, JSON.stringify(facts)).toBeGreaterThan(0);
  if (delivery.guarantee === "at-most-once") expect(own.length, JSON.stringify(facts)).toBeLessThan(2);
  if (delivery.guarantee === "at-least-once") expect(delivery.state).not.toBe("unknown");
  const isKnownUnsent = delivery.state === "refused" && !delivery.resent;
  if (isKnownUnsent) expect(own.length, JSON.stringify(facts)).toBe(0);
  expect(own.slice(1).every(({ resent }) => resent)).toBe(true);
}

onBothStores("whatever requests meet and processes die", (place) => {
  it("nothing is lost, nothing doubled unmarked, and everything ends", async () => {
    const cases = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 14 }),
      fates: fc.array(fate, { maxLength: 24 }),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, fates }) => {
        const processes = createProcesses(place.connect, fates);
        const ledger = createLedger({ store: place.store });
        const causes = rows.map((_, i) => `round-${++round}-${i}`);
        for (const [i, { chat, guarantee }] of rows.entries()) {
          const { owed: _, ...commit } = await ledger.owe([
            newDelivery(causes[i] ?? "", chat, { guarantee }),
          ]);
          await place.store.commit(commit);
        }
        await processes.start();
        await until(async () => (await ledger.pending()).count === 0, 300_000);
        await processes.stop();
        const ends = await Promise.all(causes.map((cause) => ledger.ofCause(cause)));
        expect(ends.map(({ length }) => length)).toEqual(causes.map(() => 1));
        for (const delivery of ends.flat()) verify(delivery, processes.arrived);
        const counted = (await ledger.counts()).reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(
          (await place.store.list({ from: "deliveries/rows/", to: "deliveries/rows0" })).length,
        );
      }),
      { numRuns: 20 },
    );
  });

  it("what a dead process was sending is decided within its lease, the rest goes on at once", async () => {
    const first = createMortalStore(await place.connect());
    const dying = createPlatform(forever);
    const office = await openOffice(first, dying, { leaseMs: 400, concurrency: 2, graceMs: 0 });
    const guarantee = "at-most-once";
    await office.owe(newDelivery("a", "test:1"), newDelivery("a", "test:2", { guarantee }));
    await until(() => dying.asked.length === 2);
    first.die();
    const platform = createPlatform();
    const next = await openOffice(place.store, platform, { leaseMs: 400 });
    await next.owe(newDelivery("b", "test:3"));
    await until(() => platform.asked.length === 1);
    expect(platform.textsTo("test:3")).toEqual(["b"]);
    await until(() => platform.asked.length === 2, 50_000);
    expect(platform.asked[1]).toMatchObject({ chat: "test:1", text: "a", resent: true });
    await until(async () => (await next.ledger.pending()).count === 0);
    expect(await statesOf(next.ledger, "a")).toEqual(["test:1 sent", "test:2 unknown/process-died"]);
    expect(next.log.messages("warn")).toContain("deliveries of a process that is gone were taken over");
    first.revive();
    await Promise.all([office.stop(), next.stop()]);
  });

  it("an outcome is written once the store is back", async () => {
    const store = createMortalStore(await place.connect());
    const platform = createPlatform(() => store.die());
    const office = await openOffice(store, platform, { leaseMs: 60_000 });
    await office.owe(newDelivery("a", "test:1", { guarantee: "at-most-once" }));
    await until(() => platform.asked.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await statesOf(createLedger({ store: place.store }), "a")).toEqual(["test:1 sending"]);
    store.revive();
    await until(async () => (await office.ledger.pending()).count === 0);
    expect(await statesOf(office.ledger, "a")).toEqual(["test:1 sent"]);
    expect(platform.asked).toHaveLength(1);
    await office.stop();
  });
});
