import * as z from "zod";
import type { ChartSpec } from "#services/reply/chart.ts";

const TYPES: Readonly<Record<ChartSpec["type"], true>> = {
  rank: true,
  profile: true,
  alerts: true,
  trend: true,
  bars: true,
  heat: true,
  waterfall: true,
  "cut-outs": true,
  map: true,
};

/** A spec as it comes back from the store: this program wrote it out whole, so only its type is looked at. */
export const StoredChart = z.custom<ChartSpec>(
  (value) => typeof value === "object" && value !== null && "type" in value && isType(value.type),
);

function isType(type: unknown): boolean {
  return typeof type === "string" && Object.hasOwn(TYPES, type);
}
