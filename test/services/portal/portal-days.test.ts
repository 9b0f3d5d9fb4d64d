import { expect, it } from "vitest";
import { localDate } from "#services/periods/calendar.ts";
import { toPeriod } from "#services/periods/period.ts";
import { labelOf } from "#services/portal/day-plan.ts";
import type { HeldSet } from "#services/portal/held-figures.ts";
import { LEAST_GAP_MS } from "#services/portal/pace.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import type { Store } from "#services/store/store.ts";
import { PORTAL_FAULTS } from "#test/support/fake-portal/faults.ts";
import { madeCountry, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { openPortalDesk } from "#test/support/portal-desk.ts";
import { createRandom } from "#test/support/random.ts";

const DAYS = 60;
const BUDGET = 30;
const TIME_ZONE = "Asia/Ho_Chi_Minh";

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
async function lived(seed: number) {
  const random = createRandom(seed);
  const store = createSqliteStore({ path: ":memory:" });
  const province = madeCountry.find(({ units }) => units.length < 60)?.code ?? "";
  let faultRate = 0;
  const desk = openPortalDesk({
    store,
    now: "2026-02-10T06:00:00+07:00",
    province,
    budget: BUDGET,
    random: random.next,
    faultOf: () => (random.next() < faultRate ? random.pick(PORTAL_FAULTS) : null),
    // Some nights the portal does not renew its figures.
    standsAt: stoodAtOn,
  });
  for (let day = 0; day < DAYS; day++) {
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
      });
      desk.pass(random.between(1, 90) * 60_000);
    }
    if ((await desk.breaker.state("")).state === "open") await desk.breaker.close();
    const tomorrow = localDate(desk.clock().getTime() + 86_400_000, TIME_ZONE);
    desk.goTo(`${tomorrow}T05:30:00+07:00`);
  }
  return { desk, store, province };
}

/** How the portal's figures stood on the day of asking. */
function stoodAtOn(asked: string): string {
  const isRenewed = Number(asked.slice(8)) % 9 !== 0;
  return isRenewed ? labelOf(asked) : labelOf(labelOf(asked));
}

function expectAsShown(set: HeldSet, listed: readonly { readonly code: string }[]): void {
  const asked = localDate(set.fetchedAt, TIME_ZONE);
  if (!set.closed) expect(set.label).toBe(labelOf(asked));
  const shown = listed.map(({ code }) => {
    const groups = scoresOf(code, set.period, stoodAtOn(asked));
    return [code, totalOf(groups), groups];
  });
  expect(set.figures.units.map(({ code, total, groups }) => [code, total, groups])).toEqual(shown);
}

it("days of faults and kills publish no wrong figure and hurry nobody", async () => {
  const { desk, store, province } = await lived(766);
  const made = madeCountry.find(({ code }) => code === province);
  let count = 0;
  for (const place of ["VN", province]) {
    const open = await desk.figures.latest(place, toPeriod("2026"), { limit: DAYS });
    const months = await Promise.all(
      ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"].map((month) =>
        desk.figures.latest(place, toPeriod(month)),
      ),
    );
    for (const set of [...open, ...months.flat()])
      expectAsShown(set, place === "VN" ? madeCountry : (made?.units ?? []));
    // That figures had not been renewed can be told where the set before is held.
    const hashes = open.map((set) => set.hashes.join());
    expect(hashes.every((each, index) => each !== hashes[index + 1])).toBe(true);
    count += open.length;
  }
  expect(count).toBeGreaterThan(DAYS / 2);
  const gaps = desk.spans.slice(1).map(({ startMs }, index) => startMs - (desk.spans[index]?.endMs ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(LEAST_GAP_MS);
  const perDay = new Map<string, number>();
  for (const { day } of desk.spans) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  expect(Math.max(...perDay.values())).toBeLessThanOrEqual(BUDGET);
  await store.close();
});
