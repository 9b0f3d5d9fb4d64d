import type { AnswerContext } from "#commands/define-command.ts";
import { openTasks } from "#commands/parts/open-tasks.ts";
import { readMonth } from "#commands/parts/read-month.ts";
import type { StandingTask } from "#commands/parts/task-lines.ts";
import type { ReportSpan } from "#commands/report/report-span.ts";
import type { Period } from "#services/periods/period.ts";
import { type Evidence, joinEvidence } from "#services/results/evidence.ts";
import type { ListKind } from "#services/results/lists.ts";
import { isMissing, type RankingView, type UnitFigure } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** A list over months. */
export interface ReportList {
  readonly kind: ListKind;
  /** Of each month that holds it, oldest first: its views, the list's own first. */
  readonly months: readonly (readonly [RankingView, ...RankingView[]])[];
}

/** What a scope reports of several months. */
export interface Report extends ReportSpan {
  readonly scope: Unit;
  /** The scope's own figures of each month that holds any. */
  readonly own: readonly { readonly month: Period; readonly figures: readonly UnitFigure[] }[];
  readonly lists: readonly ReportList[];
  readonly tasks: readonly StandingTask[];
  readonly evidence: Evidence;
}

/** Month by month, as each stands now. */
export async function readReport(
  scope: Unit,
  span: ReportSpan,
  { services }: Pick<AnswerContext, "services">,
): Promise<Report> {
  const { results } = services;
  const own: { month: Period; figures: readonly UnitFigure[] }[] = [];
  const months = new Map<ListKind, (readonly [RankingView, ...RankingView[]])[]>();
  const evidence: Evidence[] = [];
  for (const month of span.months) {
    const wish = { kind: "exact", period: month } as const;
    const unit = await results.unit(scope, wish);
    if (!isMissing(unit)) {
      own.push({ month, figures: unit.figures });
      evidence.push(unit.evidence);
    }
    const lists = await readMonth(results, { scope, wish });
    for (const { kind, views } of isMissing(lists) ? [] : lists) {
      months.set(kind, [...(months.get(kind) ?? []), views]);
      evidence.push(...views.map((view) => view.evidence));
    }
  }
  return {
    ...span,
    scope,
    own,
    lists: [...months].map(([kind, held]) => ({ kind, months: held })),
    tasks: await openTasks(scope, services),
    evidence: joinEvidence(evidence),
  };
}
