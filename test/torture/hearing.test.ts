import { expect, it } from "vitest";
import { tortureHearing } from "#test/torture/hearing.ts";

it.each([
  ["sqlite", "polling"],
  ["sqlite", "webhook"],
  ["redis", "webhook"],
] as const)(
  "however often the bot is killed between hearing and answering, nobody is left without a word or answered twice, on %s by %s",
  async (store, mode) => {
    const report = await tortureHearing({ seed: Date.now() % 1_000_000, store, mode, kills: 3 });
    const told = JSON.stringify(report, null, 2);
    expect(report.lost, told).toEqual([]);
    expect(report.answeredTwice, told).toEqual([]);
    expect(report.answered, told).toBeGreaterThan(report.questions / 2);
    expect(report.left, told).toBe(0);
  },
  180_000,
);
