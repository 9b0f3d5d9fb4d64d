import { expect, it } from "vitest";
import { createPace, LEAST_GAP_MS } from "#services/portal/pace.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";

const DAY = "2026-11-29";

function twoProcesses() {
  const store = createSqliteStore({ path: ":memory:" });
  let nowMs = Date.parse("2026-11-29T06:00:00+07:00");
  const waits: number[] = [];
  let whileWaiting = async (): Promise<void> => {};
  const options = { store, budget: 2, clock: () => new Date(nowMs), random: () => 0 };
  const pause = async (ms: number) => {
    waits.push(ms);
    await whileWaiting();
    nowMs += ms;
  };
  const first = createPace({ ...options, pause });
  const second = createPace({ ...options, pause });
  const during = (act: () => Promise<void>) => {
    whileWaiting = act;
  };
  return { store, first, second, waits, during };
}

it("one process asks while the other waits, and then for three seconds more", async () => {
  const { store, first, second, waits, during } = twoProcesses();
  const turn = await first.take(DAY);
  expect(await turn?.begin()).toBe(true);
  during(async () => void (await turn?.end()));
  const next = await second.take(DAY);
  expect(waits.length).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeGreaterThanOrEqual(LEAST_GAP_MS);
  expect(await next?.begin()).toBe(true);
  await store.close();
});

it("the turn of a process that was killed is waited out, and its request counts", async () => {
  const { store, first, second, waits } = twoProcesses();
  expect(await (await first.take(DAY))?.begin()).toBe(true);
  const next = await second.take(DAY);
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(120_000);
  expect(await next?.begin()).toBe(true);
  await next?.end();
  expect(await first.asked(DAY)).toBe(2);
  expect(await first.take(DAY)).toBeNull();
  expect(await first.take("2026-11-30")).not.toBeNull();
  await store.close();
});

it("a turn that was waited out by another cannot begin", async () => {
  const { store, first, second } = twoProcesses();
  const slept = await first.take(DAY);
  const next = await second.take(DAY);
  expect(await slept?.begin()).toBe(false);
  expect(await next?.begin()).toBe(true);
  await store.close();
});
