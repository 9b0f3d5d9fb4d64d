import type { Catalog } from "#locales/catalog.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/** Points are published with two decimals. */
const POINT_DECIMALS = 2;

/** A value with all its decimals, so that a paper read again gives back what is stored. */
export function exactNumber(value: number, { measure }: Indicator, t: Catalog): string {
  const own = (/\.(\d+)$/u.exec(String(value))?.[1] ?? "").length;
  return t.figures.number(value, measure === "points" ? Math.max(own, POINT_DECIMALS) : own);
}

/** How far apart two values are, with all its decimals: "0,125 điểm phần trăm". */
export function exactApart(change: number, indicator: Indicator, t: Catalog): string {
  const amount = Math.abs(change);
  const short = t.figures.number(amount, indicator.measure === "points" ? POINT_DECIMALS : undefined);
  return t.figures.apart(amount, indicator).replace(short, exactNumber(amount, indicator, t));
}

/** A value with what it is measured in, and out of its maximum: "88,03/100", "97,4%", "23 hồ sơ". */
export function exactValue(value: number, indicator: Indicator, t: Catalog): string {
  const short = t.figures.number(value, indicator.measure === "points" ? POINT_DECIMALS : undefined);
  return t.figures.valueOfMax(value, indicator).replace(short, exactNumber(value, indicator, t));
}
