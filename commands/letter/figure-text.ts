import type { Catalog } from "#locales/catalog.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/** Points are published with two decimals. */
const POINT_DECIMALS = 2;

/** A value with all its decimals, so that a paper read again gives back what is stored. */
export function exactNumber(value: number, { measure }: Indicator, t: Catalog): string {
  const own = (/\.(\d+)$/u.exec(String(value))?.[1] ?? "").length;
  return t.figures.number(value, measure === "points" ? Math.max(own, POINT_DECIMALS) : own);
}

/** The same with what it is measured in, and out of its maximum: "88,03/100", "97,4%", "23 hồ sơ". */
export function exactValue(value: number, indicator: Indicator, t: Catalog): string {
  const short = t.figures.number(value, indicator.measure === "points" ? POINT_DECIMALS : undefined);
  return t.figures.valueOfMax(value, indicator).replace(short, exactNumber(value, indicator, t));
}
