import { figures } from "#locales/en/common.ts";
import { letter } from "#locales/en/letter.ts";
import { monthExport } from "#locales/en/month-export.ts";
import { periods } from "#locales/en/period.ts";
import { roman } from "#locales/shared/roman.ts";
import type { Move, ReportPaperWords, ReportWords } from "#locales/words/report.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

const BLANK = "……";
const INDEX = "index of service to citizens and businesses";

const moved = ({ unit, change }: Move, indicator: Indicator): string =>
  `${fullName(unit)} (${change > 0 ? "up" : "down"} ${figures.apart(change, indicator)})`;

const paper: ReportPaperWords = {
  title: (period) => `Report on the ${INDEX}, ${periods.name(period)}`,
  number: `No.: ${BLANK}/${BLANK}`,
  kind: "REPORT",
  about: ({ scope, period }) => `Results of the ${INDEX}, ${periods.name(period)}, ${fullName(scope)}`,
  reports: ({ scope, period, months, provisional }) =>
    `The People's Committee reports the results of the ${INDEX} of ${fullName(scope)} in ${periods.name(period)}, by the figures of ${months.map(periods.name).join(", ")}${
      provisional ? " (some provisional, which may change)" : ""
    }:`,
  heads: { own: "OVERALL RESULTS", units: "RESULTS OF UNITS", orders: "WORK AHEAD" },
  head: (number, text) => `${roman(number)}. ${text}`,
  own: ({ month, figure }) =>
    letter.paper
      .own(figure)
      .replace(/^- ([^:]+):/u, (_, name: string) => `- ${name}, ${periods.name(month)}:`),
  column: ({ indicator, month }) => `${monthExport.file.values(indicator)} ${periods.name(month)}`,
  monthEnds: ({ month, indicator, leaders, laggards }) =>
    `- ${figures.indicator(indicator)}, ${periods.name(month)}: ${[
      ...(leaders.length > 0 ? [`leading ${leaders.join(", ")}`] : []),
      ...(laggards.length > 0 ? [`low ${laggards.join(", ")}`] : []),
    ].join("; ")}.`,
  movers: ({ from, to, indicator, rose, fell }) =>
    `- ${figures.indicator(indicator)}, ${periods.name(to)} against ${periods.name(from)}: ${[
      ...(rose.length > 0 ? [`rose most ${rose.map((one) => moved(one, indicator)).join(", ")}`] : []),
      ...(fell.length > 0 ? [`fell most ${fell.map((one) => moved(one, indicator)).join(", ")}`] : []),
    ].join("; ")}.`,
  always: ({ indicator, target, units, more }) =>
    `- Short of the target in every month, ${monthExport.file.missed(indicator, target)}: ${units.map(fullName).join(", ")}${
      more > 0 ? ` and ${figures.number(more)} other units` : ""
    }.`,
  ends: ({ scope, period }) =>
    `This is the report on the ${INDEX}, ${periods.name(period)}, of ${fullName(scope)}./.`,
  receivers: [`- ${BLANK};`, `- File: ${BLANK}.`],
};

export const report: ReportWords = {
  commands: {
    baocao: {
      purpose: "Draft report of a quarter or year (Word, pdf)",
      usage: "[quarter / year] [area] [pdf]",
      examples: ["/baocao Q3", "/baocao 2026 Gia Lai", "/baocao 2026 pdf"],
    },
  },
  title: ({ scope, period }) => bold(`Draft report · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ months, units }) =>
    `Figures of ${months.map(periods.name).join(", ")}${
      units.length > 0 ? `; an appendix of ${figures.unitCount(units)}, month by month` : ""
    }.`,
  paper,
};
