import fc from "fast-check";
import type { Period } from "#services/periods/period.ts";
import {
  halfPeriod,
  isPeriod,
  monthPeriod,
  monthsPeriod,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from "#services/periods/period.ts";

const year = fc.integer({ min: 2021, max: 2030 });
const month = fc.integer({ min: 1, max: 12 });

const monthWeek = fc
  .tuple(year, month, fc.integer({ min: 1, max: 5 }))
  .map(([y, m, week]) => `${y}-${String(m).padStart(2, "0")}-w${week}`)
  .filter((text): text is Period => isPeriod(text));

const span = fc
  .tuple(year, month, month, fc.integer({ min: 0, max: 1 }))
  .filter(([, from, to, years]) => years > 0 || from < to)
  .map(([y, from, to, years]) => monthsPeriod(y, from, to, y + years));

/** A period of any kind, 2021 to 2031. */
export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(year, month).map(([y, m]) => monthPeriod(y, m)),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, quarter]) => quarterPeriod(y, quarter)),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, half]) => halfPeriod(y, half)),
  year.map(yearPeriod),
  span,
  fc.tuple(year, fc.integer({ min: 1, max: 52 })).map(([y, week]) => weekPeriod(y, week)),
  monthWeek,
);
