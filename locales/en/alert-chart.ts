import { rank } from "#locales/en/answers.ts";
import { evidence, figures } from "#locales/en/common.ts";
import { period as periods } from "#locales/en/period.ts";
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

function figure({ alert, indicator }: AlertChartFacts): string {
  const { of, value, before, level } = alert;
  if (of === "presence") return "";
  if (of === "falls") return figures.number(value);
  if (of === "rank") return figures.number(before === null ? value : value - before);
  if (level !== null || before === null)
    return indicator.noun ? figures.number(value) : figures.value(value, indicator);
  return figures.change(value - before, indicator);
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
  footer: (given, period) => evidence.footer(given, period, null),
  changed: (moment) => `States as of ${figures.moment(moment)}`,
  unit: rank.chart.unit,
  count: (count) => figures.number(count),
};
