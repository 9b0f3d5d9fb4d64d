import { expect, it } from "vitest";
import { tortureImporting } from "#test/torture/importing.ts";

it("an import that is killed stores all of its month or nothing, and goes on where it was", async () => {
  const report = await tortureImporting({ seed: Date.now() % 1_000_000, store: "sqlite", kills: 3 });
  expect(report.faults, JSON.stringify(report)).toEqual([]);
  expect(report.stored + report.nothing).toBe(3);
}, 300_000);
