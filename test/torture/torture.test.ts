import { expect, it } from "vitest";
import { torture } from "#test/torture/torture.ts";

it.each(["sqlite", "redis"] as const)(
  "whatever Telegram answers and however often the process is killed, the ledger equals the server's record, on %s",
  async (store) => {
    const seed = Date.now() % 1_000_000;
    const report = await torture({ seed, store, deliveries: 100, kills: 5, patienceMs: 300_000 });
    const told = JSON.stringify(report, null, 2);
    expect(report.faults, told).toEqual([]);
    expect(report.kills, told).toBe(5);
    expect(report.redisRestarts, told).toBe(store === "redis" ? 1 : 0);
    expect(report.requests, told).toBeGreaterThan(100);
  },
  330_000,
);
