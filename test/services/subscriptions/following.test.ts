import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import { type Period, periodRange, toPeriod } from "#services/periods/period.ts";
import { createFollowing } from "#services/subscriptions/following.ts";
import { SUBSCRIPTION_KINDS, type SubscriptionKind } from "#services/subscriptions/subscription.ts";
import { indexSubscriptions, type SubscriptionIndex } from "#services/subscriptions/subscription-index.ts";
import { createUnits } from "#services/units/create-units.ts";
import { readLists } from "#services/units/lists.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import { cpuMs } from "#test/support/cpu-ms.ts";

const units = createUnits();
const following = createFollowing(units);
const everyone = readLists().map(({ unit }) => unit);

const BEFORE = toPeriod("2025-05");
const AFTER = toPeriod("2025-08");

const unitNamed = (name: string, at?: string): Unit => {
  const match = units.find(name, at === undefined ? {} : { at });
  if (match.found !== "one") throw new Error(`not one unit: ${name}`);
  return match.unit;
};

const subscribed = (
  ...wanted: readonly (readonly [chat: ChatId, unit: string, kind?: SubscriptionKind])[]
): SubscriptionIndex =>
  indexSubscriptions(
    { key: "subscriptions/revision", version: 1 },
    wanted.map(([chat, unit, kind = "overdue"]) => ({ chat, unit, kind, by: chat, at: "2024-09-05" })),
  );

const heard = (index: SubscriptionIndex, unit: Unit, period: Period) =>
  following(index, { unit: unit.id, kind: "overdue", period }).map(({ subscription, formerly }) => [
    subscription.chat,
    formerly?.id ?? null,
  ]);

describe("who hears of a unit", () => {
  const old = unitNamed("xã Cương Chính, huyện Tiên Lữ", "2024-08-31");
  const next = units.get(old.successors[0] ?? "") ?? old;
  const district = unitNamed("huyện Tiên Lữ");
  const oldProvince = units.get(district.parent ?? "") ?? district;
  const province = units.get(next.parent ?? "") ?? next;

  it("is who subscribed to it, and to each place it lies in", () => {
    const index = subscribed(
      ["test:own", old.id],
      ["test:district", district.id],
      ["test:province", oldProvince.id],
      ["test:country", COUNTRY_ID],
      ["test:neighbour", "od333"],
    );
    expect(heard(index, old, BEFORE)).toEqual([
      ["test:own", null],
      ["test:district", null],
      ["test:province", null],
      ["test:country", null],
    ]);
  });

  it("goes on with its successor after the merger, and the answer says what it was", () => {
    const index = subscribed(
      ["test:own", old.id],
      ["test:district", district.id],
      ["test:old-province", oldProvince.id],
      ["test:province", province.id],
    );
    expect(heard(index, next, AFTER)).toEqual([
      ["test:province", null],
      ["test:own", old.id],
      ["test:district", district.id],
      ["test:old-province", oldProvince.id],
    ]);
    expect(heard(index, next, BEFORE)).toEqual([["test:province", null]]);
    expect(heard(index, next, toPeriod("2025"))).toHaveLength(4);
  });

  it("hears once, by the nearest of its subscriptions", () => {
    const index = subscribed(
      ["test:an", COUNTRY_ID],
      ["test:an", old.id],
      ["test:an", next.id],
      ["test:an", province.id],
    );
    const followers = following(index, { unit: next.id, kind: "overdue", period: AFTER });
    expect(followers).toMatchObject([{ subscription: { chat: "test:an", unit: next.id }, formerly: null }]);
  });

  it("hears of the kind it asked for alone", () => {
    const index = subscribed(["test:an", old.id, "rank"], ["test:binh", old.id, "targets"]);
    const chats = (kind: SubscriptionKind) =>
      following(index, { unit: old.id, kind, period: BEFORE }).map(({ subscription }) => subscription.chat);
    expect(chats("rank")).toEqual(["test:an"]);
    expect(chats("overdue")).toEqual([]);
  });

  it("of a commune that the merger left unchanged is also its former district", () => {
    const unchanged = everyone.find(
      ({ id, kind }) => kind === "commune" && units.places(id).some((place) => place.kind === "district"),
    );
    if (!unchanged) throw new Error("no unchanged commune");
    const former = units.places(unchanged.id).find(({ kind }) => kind === "district") ?? unchanged;
    const index = subscribed(["test:district", former.id], ["test:own", unchanged.id]);
    expect(heard(index, unchanged, BEFORE)).toEqual([
      ["test:own", null],
      ["test:district", null],
    ]);
    expect(heard(index, unchanged, AFTER)).toEqual([
      ["test:own", null],
      ["test:district", former.id],
    ]);
  });

  it("of a unit nobody knows is nobody", () => {
    expect(heard(subscribed(["test:an", COUNTRY_ID]), { ...old, id: "nowhere" }, AFTER)).toEqual([]);
  });
});

/** All that a subscriber of a unit hears of, sought downwards: what lies or lay in it, and what took these over. */
function reach(id: string, end: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const child of units.children(id)) reach(child.id, end, found);
  const { validTo = null, successors = [] } = units.get(id) ?? {};
  if (validTo !== null && validTo < end) for (const successor of successors) reach(successor, end, found);
  return found;
}

describe("seen from those who subscribe", () => {
  const anyUnit = fc.constantFrom(...everyone);
  /** Units that have to do with each other, and some that have not. */
  const kin = anyUnit.chain((unit) => {
    const near = [unit, ...units.places(unit.id), ...units.predecessors(unit.id), ...units.children(unit.id)];
    const later = unit.successors.flatMap((id) => units.get(id) ?? []);
    const all = [...near, ...later, ...later.flatMap(({ id }) => units.places(id))];
    return fc.record({
      unit: fc.constantFrom(...all),
      others: fc.subarray(all, { maxLength: Math.min(6, all.length) }),
    });
  });

  it("each unit is heard of by exactly those whose units hold it, or were merged into it or what holds it", () => {
    fc.assert(
      fc.property(
        kin,
        fc.array(anyUnit, { maxLength: 3 }),
        fc.constantFrom(BEFORE, AFTER, toPeriod("2025"), toPeriod("2025-06"), toPeriod("2024-Q3")),
        ({ unit, others }, strangers, period) => {
          const { end } = periodRange(period);
          const wanted = [...new Set([...others, ...strangers])].map(({ id }) => [`test:${id}`, id] as const);
          const expected = wanted.filter(([, id]) => reach(id, end).has(unit.id)).map(([chat]) => chat);
          const told = heard(subscribed(...wanted), unit, period);
          expect(told.map(([chat]) => chat).sort()).toEqual(expected.sort());
          for (const [chat, formerly] of told) {
            const ended = units.get(String(chat).slice("chat ".length))?.validTo ?? null;
            expect(formerly !== null).toBe(ended !== null && ended < end);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it("everybody's followers of every commune, for all kinds, are found at once", async () => {
  const communes = units.children(COUNTRY_ID).flatMap(({ id }) => units.children(id));
  const wanted = Array.from({ length: 20_000 }, (_, i) => {
    const unit = everyone[(i * 7919) % everyone.length]?.id ?? "";
    return [`telegram:${i}`, unit, SUBSCRIPTION_KINDS[i % SUBSCRIPTION_KINDS.length] ?? "rank"] as const;
  });
  const index = subscribed(...wanted);
  let told = 0;
  const took = await cpuMs(() => {
    for (const { id } of communes) {
      for (const kind of SUBSCRIPTION_KINDS)
        told += following(index, { unit: id, kind, period: AFTER }).length;
    }
  });
  expect(took).toBeLessThan(2_000);
  expect(told).toBeGreaterThan(20_000);
});
