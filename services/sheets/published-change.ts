import type { Indicator } from "#services/indicators/indicator.ts";
import type { Observation } from "#services/sheets/sheet.ts";

/** Points are published with two decimals, whatever zeros a number leaves out. */
const POINT_DECIMALS = 2;

/** Binary fractions are never exactly half a last digit. */
const DUST = 1e-9;

/**
 * By how much a published change may differ from that of the two figures it is said of, which are rounded like itself:
 * half of the last digit of each. Counts are exact, and where nothing earlier is stored nothing can differ.
 */
export function roundingOf(
  { measure }: Pick<Indicator, "measure">,
  now: readonly Observation[],
  earlier: readonly Observation[],
): number {
  if (measure === "count" || earlier.length === 0) return DUST;
  const least = measure === "points" ? POINT_DECIMALS : 0;
  const columns = [
    now.map(({ value }) => value),
    now.map(({ change }) => change),
    earlier.map(({ value }) => value),
  ];
  return columns.reduce((sum, column) => sum + 0.5 * 10 ** -decimalsOf(column, least), DUST);
}

/** Whether what was published as the change is another one than the stored figures give. */
export function contradicts(published: number, reckoned: number, rounding: number): boolean {
  return Math.abs(published - reckoned) > rounding;
}

function decimalsOf(column: readonly (number | null)[], least: number): number {
  let most = least;
  for (const figure of column) {
    if (figure !== null) most = Math.max(most, (String(figure).split(".")[1] ?? "").length);
  }
  return most;
}
