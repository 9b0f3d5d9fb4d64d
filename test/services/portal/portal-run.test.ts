import { beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { MOST_REFUSED_DAYS } from "#services/portal/breaker.ts";
import { LEAST_GAP_MS } from "#services/portal/pace.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import { type Entry, keysUnder, type Store } from "#services/store/store.ts";
import type { PortalFaultName } from "#test/support/fake-portal/faults.ts";
import { madeCountry, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { openPortalDesk } from "#test/support/portal-desk.ts";

let store: Store;
let settled: readonly Entry[];
const YEAR = toPeriod("2026");
const SETS_A_DAY = 8;

beforeAll(async () => {
  const first = createSqliteStore({ path: ":memory:" });
  await openPortalDesk({ store: first, now: "2026-11-28T06:00:00+07:00" }).run();
  settled = await first.list(keysUnder(""));
  await first.close();
});

beforeEach(() => {
  store = createSqliteStore({ path: ":memory:" });
  return () => store.close();
});

/** A desk on 29/11/2026 that holds all closed periods already, so that a day is one country's and one province's set. */
async function settledDesk(options: Partial<Parameters<typeof openPortalDesk>[0]> = {}) {
  await store.commit({ puts: settled });
  return openPortalDesk({ store, now: "2026-11-29T06:00:00+07:00", ...options });
}

describe("the first day", () => {
  it("fetches the closed month, quarter and year, and the running year, for the country and the province", async () => {
    const desk = openPortalDesk({ store, now: "2026-11-29T06:00:00+07:00" });
    expect(await desk.run()).toBe("done");
    expect(desk.portal.calls).toHaveLength(4 * SETS_A_DAY);
    for (const [period, label] of [
      ["2026-10", "2026-10-31"],
      ["2026-Q3", "2026-09-30"],
      ["2025", "2025-12-31"],
    ] as const) {
      const set = await desk.figures.get("H21", { period: toPeriod(period), label });
      expect(set).toMatchObject({ closed: true, figures: { own: { code: "H21" } } });
      expect(set?.figures.units).toHaveLength(149);
    }
    expect(desk.troubles).toEqual([]);
  });

  it("does not begin before five in the morning", async () => {
    const desk = openPortalDesk({ store, now: "2026-11-29T04:59:00+07:00" });
    expect(await desk.run()).toBe("early");
    expect(desk.portal.calls).toEqual([]);
  });
});

describe("a day after", () => {
  it("asks eight questions and labels the figures with the day they describe", async () => {
    const desk = await settledDesk();
    expect(await desk.run()).toBe("done");
    expect(desk.portal.calls).toHaveLength(SETS_A_DAY);
    const [held] = await desk.figures.latest("H21", YEAR);
    expect(held).toMatchObject({ label: "2026-11-28", closed: false });
    const giaLai = madeCountry.find(({ code }) => code === "H21");
    for (const unit of giaLai?.units ?? []) {
      const scores = scoresOf(unit.code, "2026", "2026-11-28");
      const row = held?.figures.units.find(({ code }) => code === unit.code);
      expect(row).toMatchObject({ total: totalOf(scores), groups: scores });
    }
  });

  it("never asks within three seconds of the answer before", async () => {
    const desk = await settledDesk({ random: () => 0 });
    await desk.run();
    const gaps = desk.spans.slice(1).map(({ startMs }, index) => startMs - (desk.spans[index]?.endMs ?? 0));
    expect(Math.min(...gaps)).toBe(LEAST_GAP_MS);
  });

  it("asks nothing twice however often it is run", async () => {
    const desk = await settledDesk();
    await desk.run();
    expect(await desk.run()).toBe("done");
    expect(await desk.open().run()).toBe("done");
    expect(desk.portal.calls).toHaveLength(SETS_A_DAY);
  });

  it("of the country alone is one request", async () => {
    await openPortalDesk({ store, now: "2026-11-28T06:00:00+07:00", province: null }).run();
    const desk = openPortalDesk({ store, now: "2026-11-29T06:00:00+07:00", province: null });
    await desk.run();
    expect(desk.portal.calls).toHaveLength(1);
  });

  it("leaves a gap where the portal has not renewed its figures", async () => {
    const desk = await settledDesk({ standsAt: () => "2026-11-27" });
    expect(await desk.run()).toBe("done");
    expect((await desk.figures.latest("H21", YEAR))[0]?.label).toBe("2026-11-27");
    expect(desk.troubles).toEqual([]);
  });

  it("stays within its budget and goes on the next day", async () => {
    const desk = openPortalDesk({ store, now: "2026-11-29T06:00:00+07:00", budget: 20 });
    expect(await desk.run()).toBe("budget");
    expect(desk.portal.calls).toHaveLength(20);
    desk.goTo("2026-11-30T06:00:00+07:00");
    expect(await desk.run()).toBe("done");
    expect(await desk.figures.has("H21", { period: toPeriod("2026-10"), label: "2026-10-31" })).toBe(true);
  });
});

describe("a portal that says no", () => {
  test.each<[PortalFaultName, string]>([
    ["401", "unauthorized"],
    ["403", "forbidden"],
    ["429", "too-many"],
    ["html", "firewall"],
    ["rejected", "firewall"],
    ["closed", "closed"],
  ])("with %s is asked nothing more that day, and operators hear of it once", async (fault, why) => {
    const desk = await settledDesk({ faultOf: () => fault });
    expect(await desk.run()).toBe("stopped");
    expect(await desk.open().run()).toBe("stopped");
    expect(desk.portal.calls).toHaveLength(1);
    expect(desk.troubles).toEqual([expect.objectContaining({ kind: "refused", why, day: "2026-11-29" })]);
  });

  it("day after day is asked again only when a person says so", async () => {
    let fault: PortalFaultName | null = "403";
    const desk = await settledDesk({ faultOf: () => fault });
    for (let day = 0; day < MOST_REFUSED_DAYS; day++) {
      await desk.run();
      desk.goTo(`2026-11-30T06:00:00+07:00`);
      desk.pass(day * 86_400_000);
    }
    expect(desk.troubles.at(-1)).toMatchObject({ kind: "opened" });
    fault = null;
    desk.pass(86_400_000);
    expect(await desk.run()).toBe("open");
    expect(desk.portal.calls).toHaveLength(MOST_REFUSED_DAYS);
    await desk.breaker.close();
    expect(await desk.run()).toBe("done");
  });

  it("for want of strength is asked later, three times at most", async () => {
    const desk = await settledDesk({ faultOf: () => "503" });
    expect(await desk.run()).toBe("later");
    expect(await desk.run()).toBe("later");
    desk.pass(10 * 60_000);
    expect(await desk.run()).toBe("later");
    desk.pass(30 * 60_000);
    expect(await desk.run()).toBe("stopped");
    expect(desk.portal.calls).toHaveLength(3);
    expect(desk.troubles).toEqual([expect.objectContaining({ why: "server", facts: ["503"] })]);
  });
});

describe("an answer that cannot be believed", () => {
  test.each<[PortalFaultName, string]>([
    ["truncated", "notJson"],
    ["asText", "changedSchema"],
    ["renamed", "changedSchema"],
    ["wrongRoot", "wrongRoot"],
    ["half", "unitsMissing"],
    ["zeros", "emptyGroup"],
  ])("for being %s makes no figures; the answer is kept and operators are told", async (fault, why) => {
    const bad = new Set(["dvc-progress-tree"]);
    const desk = await settledDesk({ faultOf: (endpoint) => (bad.has(endpoint) ? fault : null) });
    for (let hour = 0; hour < 4; hour++) {
      await desk.run();
      desk.pass(3_600_000);
    }
    expect((await desk.figures.latest("H21", YEAR))[0]?.label).toBe("2026-11-27");
    expect((await desk.figures.latest("VN", YEAR))[0]?.label).toBe("2026-11-28");
    expect(desk.troubles).toEqual([expect.objectContaining({ kind: "notBelieved", why })]);
    const [task] = (await desk.open().tasks.lacking("2026-11-29")).filter(({ place }) => place === "H21");
    expect(task).toBeUndefined();
  });

  it("is asked for again, and the rest not", async () => {
    let left = 1;
    const desk = await settledDesk({
      faultOf: (endpoint) => (endpoint === "transparency" && left-- > 0 ? "half" : null),
    });
    expect(await desk.run()).toBe("later");
    desk.pass(3_600_000);
    expect(await desk.run()).toBe("done");
    expect(desk.portal.calls).toHaveLength(SETS_A_DAY + 1);
    expect((await desk.figures.latest("H21", YEAR))[0]?.label).toBe("2026-11-28");
  });
});
