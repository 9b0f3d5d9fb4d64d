import { findPeriods } from "#services/periods/parse.ts";
import { type Period, periodOrNull, periodRange } from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";

/** The periods that a file's name says or hints at: "BC_thang 8-2024.xlsx", "2024-08.csv". `today`: ISO date. */
export function periodsInName(name: string, today: string): readonly Period[] {
  const year = Number(today.slice(0, 4));
  return wishesIn(name, today).flatMap((wish) => wishInYear(wish, year) ?? []);
}

/** The one period that a file's name says with its year, begun by today; null = it says none, or several. */
export function periodOfName(name: string, today: string): Period | null {
  const wishes = wishesIn(name.replace(DAYS, " "), today);
  const said = new Set(wishes.map((wish) => (wish.kind === "exact" ? wish.period : null)));
  const [period = null] = said;
  return said.size === 1 && period && periodRange(period).start <= today ? period : null;
}

/** When a file was written or sent, which is not what it speaks of. */
const DAYS =
  /(?<!\d)(?:\d{1,2}[-_. ]\d{1,2}[-_. ]20\d\d|20\d\d[-_. ]\d{1,2}[-_. ]\d{1,2}|20\d{6}|\d{4}20\d\d)(?!\d)/gu;

function wishesIn(name: string, today: string): readonly PeriodWish[] {
  const canonical = [...name.matchAll(/(?<!\d)20\d\d[-_.]?(?:0[1-9]|1[0-2])(?!\d)/gu)].flatMap(
    ([found]): PeriodWish[] => {
      const period = periodOrNull(`${found.slice(0, 4)}-${found.slice(-2)}`);
      return period ? [{ kind: "exact", period }] : [];
    },
  );
  const words = name
    .replace(/\.\p{L}{2,5}$/u, "")
    .replace(/[_.]+/gu, " ")
    .replace(/(?<=\d)-(?=20\d\d)/gu, "/");
  return [...canonical, ...findPeriods(words, { today, asked: true }).map(({ wish }) => wish)];
}
