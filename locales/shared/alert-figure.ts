import type { FigureWords } from "#locales/words/common.ts";
import type { PeriodWords } from "#locales/words/period.ts";
import type { AlertChartFacts, AlertChartWords } from "#services/charts/alert-board.ts";

interface Options {
  readonly figures: FigureWords;
  readonly periods: PeriodWords;
  /** "so t7/2024". */
  readonly against: (period: string) => string;
  /** "hạng 12". */
  readonly rank: (place: string) => string;
}

/** Writes an alert's figure for the board, with the periods that the board's heading and foot do not say. */
export function createAlertFigure({ figures, periods, against, rank }: Options): AlertChartWords["figure"] {
  function alone({ alert, indicator, previous }: AlertChartFacts): string {
    const { of, value, before, level } = alert;
    if (of === "presence") return "";
    if (of === "falls" || of === "dailyFalls") return figures.number(value);
    if (of === "rank") return places(alert, previous);
    if (level !== null || before === null)
      return indicator.noun ? figures.number(value) : figures.value(value, indicator);
    return figures.signed(value - before.value, indicator.measure === "points" ? 2 : undefined);
  }

  /** Places lost against the period before; against an older one the place itself. */
  function places(
    { value, before }: AlertChartFacts["alert"],
    previous: AlertChartFacts["previous"],
  ): string {
    const isPrevious = before && (before.period === null || before.period === previous);
    return isPrevious ? figures.number(value - before.value) : rank(figures.number(value));
  }

  return (facts) => {
    const { alert, isDated, isBased } = facts;
    const { before, level, period } = alert;
    const base = level === null && before !== null && isBased ? before.period : null;
    return [
      alone(facts),
      ...(base === null ? [] : [against(periods.short(base))]),
      ...(isDated ? [`(${periods.short(period)})`] : []),
    ].join(" ");
  };
}
