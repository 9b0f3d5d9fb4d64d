import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { rank } from "#locales/en/rank.ts";
import { createAlertFigure } from "#locales/shared/alert-figure.ts";
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
  if (alert.of === "dailyFalls") return "Falls from day to day (provisional)";
  if (alert.of === "presence") return "No figures";
  if (alert.level !== null || indicator.measure === "count") return short(facts);
  return isTotal ? "Score drop" : `Drop: ${short(facts)}`;
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
  figure: createAlertFigure({
    figures,
    periods,
    against: (period) => `from ${period}`,
    rank: (place) => `rank ${place}`,
  }),
  marks: {
    unseen: "not seen",
    seen: "seen",
    explained: "explained",
    late: "past its promised day",
  },
  urgent: "bold red: urgent",
  urgentSaid: "urgent",
  more: (units) => `and ${figures.number(units)} more units`,
  footer: (given) => evidence.footer(given, null, null),
  bases: (of) =>
    of.length === 0 ? null : `Changes and places lost: against ${of.map(periods.name).join(", ")}`,
  changed: (moment) => `States as of ${figures.moment(moment)}`,
  unit: rank.chart.unit,
  count: (count) => figures.number(count),
};
