import { isDeepStrictEqual } from "node:util";
import { localDate } from "#services/periods/calendar.ts";
import { type Period, periodRange, previousPeriod, toPeriod } from "#services/periods/period.ts";
import { labelOf } from "#services/portal/day-plan.ts";
import type { HeldSet } from "#services/portal/held-figures.ts";
import { LEAST_GAP_MS } from "#services/portal/pace.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import type { Store } from "#services/store/store.ts";
import { PORTAL_FAULTS } from "#test/support/fake-portal/faults.ts";
import { madeCountry, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { openPortalDesk } from "#test/support/portal-desk.ts";
import { createRandom } from "#test/support/random.ts";

/** Requests a day. */
const BUDGET = 30;
const TIME_ZONE = "Asia/Ho_Chi_Minh";
const BEGINS = "2026-02-10";

export interface PortalDaysReport {
  readonly seed: number;
  readonly days: number;
  readonly requests: number;
  readonly kills: number;
  /** Days held of the country and of the province, of `days` each. */
  readonly held: Readonly<Record<string, number>>;
  /** Closed months held, both places together. */
  readonly months: number;
  /** What must never be: a wrong figure, a part instead of a whole day, a repeat, haste, too many requests. */
  readonly faults: readonly string[];
}

/** Days of the portal's loop under random faults and kills, against what the portal really showed. */
export async function torturePortalDays(options: {
  readonly seed: number;
  readonly days: number;
}): Promise<PortalDaysReport> {
  const { desk, store, province, kills } = await lived(options);
  try {
    const made = madeCountry.find(({ code }) => code === province);
    const [faults, held]: [string[], Record<string, number>] = [[...pressed(desk.spans)], {}];
    let months = 0;
    for (const place of ["VN", province]) {
      const listed = place === "VN" ? madeCountry : (made?.units ?? []);
      const open = await desk.figures.latest(place, toPeriod("2026"), { limit: options.days });
      const closed = await Promise.all(
        monthsBefore(desk.clock()).map((month) => desk.figures.latest(place, month)),
      );
      faults.push(
        ...[...open, ...closed.flat()].flatMap((set) => wrongIn(set, listed).map((why) => `${place} ${why}`)),
      );
      // That figures had not been renewed can be told where the set before is held.
      const hashes = open.map((set) => set.hashes.join());
      faults.push(
        ...open
          .filter((_, i) => hashes[i] === hashes[i + 1])
          .map(({ label }) => `${place} ${label} is a repeat`),
      );
      held[place] = open.length;
      months += closed.flat().length;
    }
    return { ...options, requests: desk.spans.length, kills, held, months, faults };
  } finally {
    await store.close();
  }
}

class Killed extends Error {}

/** A store whose process is killed at some commit: this one and all after it never happen. */
function killable(store: Store, commitsLeft: number): Store {
  let left = commitsLeft;
  return {
    ...store,
    async commit(...wanted) {
      if (left-- <= 0) throw new Killed();
      return store.commit(...wanted);
    },
  };
}

/** The desk after many days in which requests go wrong and processes are killed at random. */
async function lived({ seed, days }: { readonly seed: number; readonly days: number }) {
  const random = createRandom(seed);
  const store = createSqliteStore({ path: ":memory:" });
  const province = madeCountry.find(({ units }) => units.length < 60)?.code ?? "";
  let faultRate = 0;
  let kills = 0;
  const desk = openPortalDesk({
    store,
    now: `${BEGINS}T06:00:00+07:00`,
    province,
    budget: BUDGET,
    random: random.next,
    faultOf: () => (random.next() < faultRate ? random.pick(PORTAL_FAULTS) : null),
    // Some nights the portal does not renew its figures.
    standsAt: stoodAtOn,
  });
  for (let day = 0; day < days; day++) {
    faultRate = random.weighted([
      [5, 0],
      [3, 0.1],
      [2, 0.4],
    ]);
    for (let tries = random.between(1, 4); tries > 0; tries--) {
      const isKilled = random.next() < 0.4;
      const process = isKilled ? desk.open(killable(store, random.between(0, 40))) : desk;
      await process.run().catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        kills += 1;
      });
      desk.pass(random.between(1, 90) * 60_000);
    }
    if ((await desk.breaker.state("")).state === "open") await desk.breaker.close();
    const tomorrow = localDate(desk.clock().getTime() + 86_400_000, TIME_ZONE);
    desk.goTo(`${tomorrow}T05:30:00+07:00`);
  }
  return { desk, store, province, kills };
}

/** How the portal's figures stood on the day of asking. */
function stoodAtOn(asked: string): string {
  const isRenewed = Number(asked.slice(8)) % 9 !== 0;
  return isRenewed ? labelOf(asked) : labelOf(labelOf(asked));
}

/** How a set differs from what the portal showed when it was asked; empty = not at all. */
function wrongIn(set: HeldSet, listed: readonly { readonly code: string }[]): readonly string[] {
  const asked = localDate(set.fetchedAt, TIME_ZONE);
  const shown = listed.map(({ code }) => {
    const groups = scoresOf(code, set.period, stoodAtOn(asked));
    return [code, totalOf(groups), groups];
  });
  const is = set.figures.units.map(({ code, total, groups }) => [code, total, groups]);
  const name = `${set.period} ${set.label}`;
  return [
    ...(set.closed || set.label === labelOf(asked) ? [] : [`${name} is not the day it was asked on`]),
    ...(isDeepStrictEqual(is, shown) ? [] : [`${name} is not what was shown`]),
  ];
}

/** Requests that came too soon after the one before, and days with too many. */
function pressed(
  spans: readonly { readonly startMs: number; readonly endMs: number; readonly day: string }[],
): readonly string[] {
  const hasty = spans.filter(
    ({ startMs }, i) => startMs - (spans[i - 1]?.endMs ?? Number.NEGATIVE_INFINITY) < LEAST_GAP_MS,
  );
  const perDay = new Map<string, number>();
  for (const { day } of spans) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  return [
    ...hasty.map(({ day }) => `a request too soon on ${day}`),
    ...[...perDay].filter(([, count]) => count > BUDGET).map(([day, count]) => `${count} requests on ${day}`),
  ];
}

/** From the first day's month to the one before `now`. */
function monthsBefore(now: Date): readonly Period[] {
  const months: Period[] = [];
  let month = previousPeriod(toPeriod(localDate(now, TIME_ZONE).slice(0, 7)));
  while (month && periodRange(month).end >= BEGINS) {
    months.push(month);
    month = previousPeriod(month);
  }
  return months;
}
