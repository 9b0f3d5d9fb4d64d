import type { Given } from "#services/documents/given.ts";
import { findPeriods } from "#services/periods/parse.ts";
import { isPeriod, type Period } from "#services/periods/period.ts";
import { wishInYear } from "#services/periods/wish.ts";
import type { Units } from "#services/units/units.ts";

/** What `--period` and `--scope` say; null = one of them means nothing known. */
export function readGiven(
  { period, scope }: Readonly<Record<string, unknown>>,
  units: Units,
  today: string,
): Given | null {
  const meant = typeof period === "string" ? periodOf(period, today) : undefined;
  const match = typeof scope === "string" ? units.find(scope, { exact: true, at: today }) : undefined;
  if (meant === null || (match && match.found !== "one")) return null;
  return { period: meant, scope: match?.unit.id };
}

/** "2025-11", "11/2025", "tháng 11", "quý 3/2025". */
function periodOf(text: string, today: string): Period | null {
  if (isPeriod(text)) return text;
  const [mention, ...others] = findPeriods(text, { today, asked: true });
  if (!mention || others.length > 0) return null;
  return wishInYear(mention.wish, Number(today.slice(0, 4)));
}
