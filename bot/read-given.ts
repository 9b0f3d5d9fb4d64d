import type { Given } from "#services/documents/given.ts";
import { typedPeriod } from "#services/periods/typed-period.ts";
import type { Units } from "#services/units/units.ts";

/** What `--period` and `--scope` say; null = one of them means nothing known. */
export function readGiven(
  { period, scope }: Readonly<Record<string, unknown>>,
  units: Units,
  today: string,
): Given | null {
  const meant = typeof period === "string" ? typedPeriod(period, today) : undefined;
  const match = typeof scope === "string" ? units.find(scope, { exact: true, at: today }) : undefined;
  if (meant === null || (match && match.found !== "one")) return null;
  return { period: meant, scope: match?.unit.id };
}
