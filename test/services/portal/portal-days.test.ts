import { expect, it } from "vitest";
import { torturePortalDays } from "#test/torture/portal-days.ts";

const DAYS = 60;

it("days of faults and kills publish no wrong figure and hurry nobody", async () => {
  const { faults, held, kills, months } = await torturePortalDays({ seed: 766, days: DAYS });
  expect(faults).toEqual([]);
  expect(Object.values(held).reduce((sum, days) => sum + days)).toBeGreaterThan(DAYS / 2);
  expect(kills).toBeGreaterThan(0);
  expect(months).toBeGreaterThan(0);
});
