import { expect, it } from "vitest";
import { timeOf } from "#services/processes/cpu-time.ts";

it("tells what a process was given, and nothing of one that is gone", () => {
  const given = timeOf(process.pid);
  const { user: before } = process.cpuUsage();
  while (process.cpuUsage().user - before < 100_000) Math.sqrt(2);
  if (process.platform === "linux") expect(given()).toBeGreaterThanOrEqual(80);
  expect(timeOf(2 ** 30)()).toBeNull();
  expect(timeOf(undefined)()).toBeNull();
});
