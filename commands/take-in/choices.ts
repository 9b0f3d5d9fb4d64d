import type { CommandContext } from "#commands/define-command.ts";
import type { Preview } from "#services/intake/preview.ts";
import { largest } from "#services/intake/words/apply-words.ts";
import {
  monthPeriod,
  type Period,
  periodOrNull,
  periodRange,
  previousPeriod,
} from "#services/periods/period.ts";
import { periodsInName } from "#services/periods/periods-in-name.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

type Context = Pick<CommandContext<unknown>, "services" | "asker">;

/** Buttons that fit a phone, and numbers that are typed in Zalo. */
const MOST = 4;

/** Periods that a paper without one most likely speaks of: what its file's name hints at, the month before its date, the last closed months. */
export function likelyPeriods({ name, plan }: Preview, { services }: Context): readonly Period[] {
  const today = services.today();
  const { date } = plan.extraction.document;
  const last = monthBefore(today);
  const dated = date === null ? null : monthBefore(date);
  const likely = [...periodsInName(name, today), dated, last, last && previousPeriod(last)];
  const begun = likely.filter((period) => period !== null && periodRange(period).start <= today);
  return [...new Set(begun)].filter((period) => period !== null).slice(0, MOST);
}

/** The period with its guessed year, and those of the two years before. */
export function likelyYears(preview: Preview, context: Context): readonly Period[] {
  const main = largest(preview.plan.extraction.sheets, ({ period }) => period);
  if (!main) return likelyPeriods(preview, context);
  return [0, 1, 2].flatMap((back) => periodOrNull(inYear(main, back)) ?? []);
}

const inYear = (period: Period, back: number): string =>
  period.replace(/(?<![\d-])\d{4}/gu, (year) => String(Number(year) - back));

function monthBefore(date: string): Period | null {
  return previousPeriod(monthPeriod(Number(date.slice(0, 4)), Number(date.slice(5, 7))));
}

/** Areas whose results a paper may be: the chat's own, and those that most of its names lie in. */
export function likelyScopes({ plan }: Preview, { services, asker }: Context): readonly Unit[] {
  const { units, today } = services;
  const cells = plan.extraction.unread.slice(0, ROWS).flatMap((line) => line.split(" · "));
  const counts = new Map<string, number>();
  for (const cell of new Set(cells.filter((one) => /^\p{L}\S*\s\p{L}/u.test(one) && one.length < LONGEST))) {
    const match = units.find(cell, { exact: true, at: today() });
    const found = match.found === "several" ? match.units : match.found === "one" ? [match.unit] : [];
    for (const parent of new Set(found.map((unit) => unit.parent)))
      if (parent) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  const named = [...counts].toSorted((a, b) => b[1] - a[1]).flatMap(([id]) => units.get(id) ?? []);
  const all = [asker.home, ...named.filter(({ id }) => (counts.get(id) ?? 0) > 1)];
  return [...new Map(all.map((unit) => [fullName(unit), unit])).values()].slice(0, MOST);
}

/** Rows that tell enough, and the longest name of a unit. */
const ROWS = 40;
const LONGEST = 60;
