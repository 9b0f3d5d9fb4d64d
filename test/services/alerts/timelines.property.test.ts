import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Alert, AlertEvent } from "#services/alerts/alert.ts";
import type { Heard } from "#services/alerts/owing.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import type { ChatId } from "#services/ids.ts";
import { monthPeriod } from "#services/periods/period.ts";
import { openStore } from "#services/store/open-store.ts";
import { type AlertDesk, communeOfTienLu, openAlertDesk, TIEN_LU } from "#test/support/alert-desk.ts";

const UNITS = ["Cương Chính", "Thủ Sỹ", "Nhật Tân"].map(communeOfTienLu);
/** Who follows what: two communes, and their district with all below it. */
const FOLLOWERS: readonly (readonly [chat: ChatId, unit: string])[] = [
  ["test:cc", UNITS[0] ?? ""],
  ["test:ts", UNITS[1] ?? ""],
  ["test:boss", TIEN_LU],
];

type Step =
  | { readonly kind: "publish"; readonly isNewMonth: boolean; readonly rows: readonly Row[] }
  | { readonly kind: "silence"; readonly unit: number; readonly days: number }
  | { readonly kind: "seen"; readonly unit: number }
  | { readonly kind: "wait"; readonly hours: number };

interface Row {
  readonly rate: number;
  readonly overdue: number;
  readonly total: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  rate: fc.constantFrom(80, 90, 94.5, 95, 99),
  overdue: fc.constantFrom(0, 3, 4, 9),
  total: fc.constantFrom(70, 72, 74, 80),
});
const unit = fc.nat({ max: UNITS.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant("publish" as const),
      isNewMonth: fc.boolean(),
      rows: fc.array(row, { minLength: 3, maxLength: 3 }),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant("silence" as const),
      unit,
      days: fc.integer({ min: 1, max: 9 }),
    }),
    weight: 1,
  },
  { arbitrary: fc.record({ kind: fc.constant("seen" as const), unit }), weight: 1 },
  {
    arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 200 }) }),
    weight: 2,
  },
);

it("tells nobody the same twice, leaves no open matter untold, and what is settled to those told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const store = await openStore("file::memory:");
      const time = { now: Date.parse("2024-09-09T09:00:00+07:00") };
      const desk = openAlertDesk({ store, clock: () => new Date(time.now) });
      try {
        await live(desk, time, steps);
        await check(desk);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 100 },
  );
});

const HOUR_MS = 3600_000;

/** Everything that happens, then a month in which all silences end. */
async function live(desk: AlertDesk, time: { now: number }, steps: readonly Step[]): Promise<void> {
  const kinds = ["targets", "overdue", "rank"] as const;
  for (const [chat, followed] of FOLLOWERS) {
    await desk.subscriptions.add({ chat, unit: followed, kinds, by: chat });
  }
  let month = 7;
  for (const one of [...steps, { kind: "wait", hours: 24 * 30 } as const]) {
    if (one.kind === "publish") {
      month += one.isNewMonth ? 1 : 0;
      const period = monthPeriod(2024 + Math.floor(month / 12), (month % 12) + 1);
      await desk.publish(TIEN_LU, period, figuresOf(one.rows));
    }
    if (one.kind === "silence") {
      const until = new Date(time.now + one.days * 24 * HOUR_MS).toISOString();
      await desk.alerts.silences.add({
        unit: unitAt(one.unit),
        rule: null,
        until,
        reason: "",
        by: "test:an",
      });
    }
    if (one.kind === "seen") await desk.alerts.acknowledge(unitAt(one.unit), "test:an");
    if (one.kind === "wait") time.now += one.hours * HOUR_MS;
    await desk.look();
    time.now += 1;
  }
}

const unitAt = (place: number): string => UNITS[place] ?? "";

function figuresOf(rows: readonly Row[]) {
  return Object.fromEntries(
    rows.map(({ rate, overdue, total }, i) => [
      unitAt(i),
      { "on-time-rate": rate, "overdue-dossiers": overdue, TOTAL: total },
    ]),
  );
}

async function check(desk: AlertDesk): Promise<void> {
  const heard = await heardEvents(desk);
  for (const alert of await desk.alerts.historyOf(TIEN_LU)) {
    expect(alert.pending).toBeNull();
    const byChat = [...heard].map(([chat, events]) => [chat, aboutOf(events, alert)] as const);
    for (const [, events] of byChat) expectNoRepeats(events);
    expect(byChat.filter(([, events]) => events.length > 0).map(([chat]) => chat)).toEqual(
      inOrder(alert.told),
    );
    if (alert.told.length > 0) expect(inOrder(alert.told)).toEqual(followersOf(alert));
    else expect(alert.state).toBe("resolved");
    const ended = byChat.filter(([, events]) => isEnd(events.at(-1))).map(([chat]) => chat);
    expect(ended).toEqual(alert.state === "resolved" ? inOrder(alert.told) : []);
  }
}

function expectNoRepeats(events: readonly AlertEvent[]): void {
  for (const [i, event] of events.entries()) {
    const last = events[i - 1];
    expect(event.kind === "fired").toBe(last === undefined);
    if (last) expect(isEnd(last)).toBe(false);
    if (last && !isEnd(event)) expect([event.value, event.level]).not.toEqual([last.value, last.level]);
  }
}

const isEnd = (event: AlertEvent | undefined): boolean =>
  event?.kind === "resolved" || event?.kind === "withdrawn";

const aboutOf = (events: readonly AlertEvent[], { number }: Alert): readonly AlertEvent[] =>
  events.filter((event) => event.number === number);

/** In the order of FOLLOWERS. */
const inOrder = (chats: readonly string[]): readonly string[] =>
  FOLLOWERS.map(([chat]) => chat).filter((chat) => chats.includes(chat));

const followersOf = ({ unit: id }: Alert): readonly string[] =>
  FOLLOWERS.filter(([, followed]) => followed === TIEN_LU || followed === id).map(([chat]) => chat);

/** Every event owed to each chat, in the order in which it happened. */
async function heardEvents(desk: AlertDesk): Promise<ReadonlyMap<string, readonly AlertEvent[]>> {
  const heard = new Map<string, readonly AlertEvent[]>();
  for (const [chat] of FOLLOWERS) {
    const owed = await desk.ledger.ofChat(chat, 1_000);
    const parts = (await Promise.all(owed.map(({ recipe }) => partsOf(recipe, desk)))).flat();
    const batches = await Promise.all(parts.map((part) => eventsOf(part, desk)));
    const inTime = batches.sort((a, b) => (a.at < b.at ? -1 : 1));
    heard.set(
      chat,
      inTime.flatMap(({ events }) => events),
    );
  }
  return heard;
}

async function partsOf(recipe: Recipe, desk: AlertDesk): Promise<readonly Heard[]> {
  if (recipe.kind === "alerts") return [recipe];
  return recipe.kind === "digest" ? desk.alerts.digest(recipe.chat, recipe.day) : [];
}

async function eventsOf({ batch: id, events: places }: Heard, desk: AlertDesk) {
  const batch = await desk.alerts.batch(id);
  return { at: batch?.at ?? "", events: places.flatMap((place) => batch?.events[place] ?? []) };
}
