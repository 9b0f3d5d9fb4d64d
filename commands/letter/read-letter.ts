import type { AnswerContext } from "#commands/define-command.ts";
import { missingRefusal, type Sought } from "#commands/kit/expect-found.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { openTasks } from "#commands/parts/open-tasks.ts";
import { type MonthList, readMonth } from "#commands/parts/read-month.ts";
import type { StandingTask } from "#commands/parts/task-lines.ts";
import { PAPER_WORDS, type PaperKind } from "#commands/slots/file-slot.ts";
import type { Period } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { type Evidence, joinEvidence } from "#services/results/evidence.ts";
import { isMissing, type UnitView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** What a scope's letter is made of: its own figures, its units' lists, or both, and work that is still open. */
export interface Letter {
  readonly scope: Unit;
  readonly period: Period;
  readonly own: UnitView | null;
  readonly lists: readonly MonthList[];
  readonly tasks: readonly StandingTask[];
  readonly evidence: Evidence;
}

/** Rejects with a Refusal where there is no figure: no empty letter is written. */
export async function readLetter(
  {
    scope,
    wish,
    kind,
  }: { readonly scope: Unit; readonly wish: PeriodWish | null; readonly kind: PaperKind | null },
  { services, t, asker }: AnswerContext,
): Promise<Letter> {
  const month = await readMonth(services.results, { scope, wish });
  const lists = isMissing(month) ? [] : month;
  const same = lists[0] ? ({ kind: "exact", period: lists[0].views[0].period } as const) : wish;
  const own = await services.results.unit(scope, same);
  const period = lists[0]?.views[0].period ?? (isMissing(own) ? null : own.period);
  if (period === null) {
    const missing = isMissing(month) && month.missing !== "data" ? month : own;
    const where = scopeWords(scope, asker.home, services);
    const again = (word: string): string => typed("/congvan", word, kind && PAPER_WORDS[kind], where);
    const nothing = { missing: "data", available: [] } as const;
    const sought: Sought = { what: "list", unit: scope, t, again };
    throw missingRefusal(isMissing(missing) ? missing : nothing, sought);
  }
  const views = lists.flatMap((list) => list.views);
  const ownView = isMissing(own) ? null : own;
  return {
    scope,
    period,
    own: ownView,
    lists,
    tasks: await openTasks(scope, services),
    evidence: joinEvidence([
      ...(ownView ? [ownView.evidence] : []),
      ...views.map(({ evidence }) => evidence),
    ]),
  };
}
