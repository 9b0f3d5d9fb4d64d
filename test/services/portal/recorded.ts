import { readFileSync } from "node:fs";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createUnits } from "#services/units/create-units.ts";
import type { Unit } from "#services/units/unit.ts";

export const units = createUnits();
export const reader = { units, indicators: createIndicators(), timeZone: "Asia/Ho_Chi_Minh" };

/** A recorded answer as the reader takes it; `province` by its portal code. */
export function recorded(file: string, period: string, fetchedAt: string | null) {
  const json = readFileSync(new URL(`../../fixtures/portal/${file}`, import.meta.url), "utf8");
  return { json, period: toPeriod(period), fetchedAt };
}

export function province(code: string): Unit {
  const unit = units.byPortalCode(code);
  if (unit?.kind !== "province") throw new Error(`no province ${code}`);
  return unit;
}

/** A list of the answer, as it is written there. */
export function rawRows<Row>(json: string, list: "evaluation" | "children"): readonly Row[] {
  return JSON.parse(json).data[list];
}
