import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { rank } from "#locales/en/rank.ts";
import type { AlertChartFacts, AlertChartWords } from "#services/charts/alert-board.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

/** Figures under it bear their own "%". */
const short = ({ indicator }: AlertChartFacts): string =>
  figures.indicatorShort(indicator).replace(/ \(%\)$/u, "");

function column(facts: AlertChartFacts): string {
  const { alert, indicator, isTotal } = facts;
  if (alert.of === "rank") return "Places lost";
  if (alert.of === "falls") return "Falls in a row";
  if (alert.of === "presence") return "No figures";
  if (alert.level !== null || indicator.measure === "count") return short(facts);
  return isTotal ? "Score drop" : `Drop: ${short(facts)}`;
}

/** The figure with the periods that the board's heading and foot do not say. */
function figure(facts: AlertChartFacts): string {
  const { alert, isDated, isBased } = facts;
  const { before, level, period } = alert;
  const base = level === null && before !== null && isBased ? before.period : null;
  return [
    figureAlone(facts),
    ...(base === null ? [] : [`from ${periods.short(base)}`]),
    ...(isDated ? [`(${periods.short(period)})`] : []),
  ].join(" ");
}

function figureAlone({ alert, indicator, previous }: AlertChartFacts): string {
  const { of, value, before, level } = alert;
  if (of === "presence") return "";
  if (of === "falls") return figures.number(value);
  if (of === "rank") return places(alert, previous);
  if (level !== null || before === null)
    return indicator.noun ? figures.number(value) : figures.value(value, indicator);
  return figures.signed(value - before.value, indicator.measure === "points" ? 2 : undefined);
}

/** Places lost against the period before; set against an older one the place itself. */
function places({ value, before }: AlertChartFacts["alert"], previous: AlertChartFacts["previous"]): string {
  const isPrevious = before && (before.period === null || before.period === previous);
  return isPrevious ? figures.number(value - before.value) : `rank ${figures.number(value)}`;
}

export const chart: AlertChartWords = {
  title: ({ scope, period }) =>
    ["Alerts", capital(fullName(scope)), ...(period ? [periods.name(period)] : [])].join(" · "),
  subtitle: ({ open, units, marks }) =>
    [
      `${figures.number(open)} open in ${figures.number(units)} units`,
      ...(["late", "unseen"] as const).flatMap((mark) => {
        const count = marks.get(mark);
        return count === undefined ? [] : [`${chart.marks[mark]}: ${figures.number(count)}`];
      }),
    ].join(" · "),
  column,
  others: "Other matters",
  figure,
  marks: {
    unseen: "not seen",
    seen: "seen",
    explained: "explained",
    late: "past its promised day",
  },
  more: (units) => `and ${figures.number(units)} more units`,
  footer: (given) => evidence.footer(given, null, null),
  bases: (of) =>
    of.length === 0 ? null : `Changes and places lost: against ${of.map(periods.name).join(", ")}`,
  changed: (moment) => `States as of ${figures.moment(moment)}`,
  unit: rank.chart.unit,
  count: (count) => figures.number(count),
};
