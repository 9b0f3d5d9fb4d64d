import type { AnswerContext } from "#commands/define-command.ts";
import {
  containsPeriod,
  type Period,
  periodKind,
  periodRange,
  quarterPeriod,
} from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action } from "#services/reply/reply.ts";
import type { Unit } from "#services/units/unit.ts";

/** Several months, and those of them that are stored, oldest first. */
export interface ReportSpan {
  readonly period: Period;
  readonly months: readonly Period[];
}

interface SpanQuestion {
  readonly scope: Unit;
  /** null = the quarter of the latest month stored. */
  readonly wish: PeriodWish | null;
  /** The same question of another period. */
  readonly again: (period: Period) => string;
}

/** How many quarters a refusal offers. */
const OFFERED = 3;
const YEARS_BACK = 10;

/** Rejects with a Refusal where a single month or week is asked for, or where no month of the span is stored. */
export async function reportSpan(
  { scope, wish, again }: SpanQuestion,
  { services, t }: Pick<AnswerContext, "services" | "t">,
): Promise<ReportSpan> {
  const stored = await monthsStored(scope, services);
  const period = spanOf(wish, stored);
  if (period !== null && !isLong(period)) throw new Refusal("several-months", {});
  const months = period === null ? [] : stored.filter((month) => containsPeriod(period, month));
  if (period !== null && months.length > 0) return { period, months };
  if (stored.length === 0) throw new Refusal("no-data", { unit: scope });
  const available = [...new Set(stored.map(quarterOf))].reverse().slice(0, OFFERED);
  const actions = available.map((one): Action => ({ label: t.actions.period(one), command: again(one) }));
  throw new Refusal("no-period", { unit: scope, wished: period, lacks: null, available }, actions);
}

/** Of its list, or of its own figures; oldest first. */
async function monthsStored(
  { id, parent }: Unit,
  { sheets }: AnswerContext["services"],
): Promise<readonly Period[]> {
  const heads = await sheets.heads();
  const found = new Set<Period>();
  for (const { scope, period } of heads) {
    if (periodKind(period) !== "month") continue;
    if (scope === id) found.add(period);
    else if (scope === parent) {
      const sheet = await sheets.current(scope, period);
      if (sheet?.observations.some(({ unit }) => unit === id)) found.add(period);
    }
  }
  return [...found].sort();
}

/** Without a year the most recent one that has a month of it; null = there is none. */
function spanOf(wish: PeriodWish | null, stored: readonly Period[]): Period | null {
  const last = stored.at(-1);
  if (wish?.kind === "exact") return wish.period;
  if (!last) return null;
  if (wish === null) return quarterOf(last);
  if (wish.kind === "latest")
    return wish.of === null || wish.of === "quarter" ? quarterOf(last) : latest(wish.of, last);
  const year = Number(last.slice(0, 4));
  const candidates = Array.from({ length: YEARS_BACK }, (_, i) => wishInYear(wish, year - i));
  const held = candidates.find((one) => one && stored.some((month) => containsPeriod(one, month)));
  return held ?? candidates[0] ?? null;
}

function latest(kind: ReturnType<typeof periodKind>, month: Period): Period | null {
  const year = Number(month.slice(0, 4));
  if (kind === "year") return wishInYear({ kind: "year" }, year);
  if (kind === "half") return wishInYear({ kind: "half", half: Number(month.slice(5)) > 6 ? 2 : 1 }, year);
  return month;
}

const quarterOf = (month: Period): Period =>
  quarterPeriod(Number(month.slice(0, 4)), Math.ceil(Number(month.slice(5, 7)) / 3));

/** Longer than a month. */
const isLong = (period: Period): boolean =>
  periodRange(period).start.slice(0, 7) !== periodRange(period).end.slice(0, 7) &&
  periodKind(period) !== "week";
