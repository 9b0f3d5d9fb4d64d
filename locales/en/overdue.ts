import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { OverdueWords } from "#locales/words/overdue.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const andMore = (names: readonly string[], separator: string, more: number): string =>
  `${names.join(separator)}${more > 0 ? ` and ${figures.number(more)} others` : ""}`;

export const overdue: OverdueWords = {
  commands: {
    quahan: {
      purpose: "Dossiers overdue, suspended, returned, not digitised",
      usage: "[period] [kind] [scope] [excel]",
      examples: ["/quahan", "/quahan tháng 8/2024 Tiên Lữ", "/quahan chưa số hóa"],
    },
  },
  title: ({ period, scope, units }) =>
    bold(`Dossiers to be dealt with · ${periods.name(period)} · ${fullName(scope)} · ${units}`),
  own: ({ period, unit }) => bold(`Dossiers to be dealt with · ${periods.name(period)} · ${fullName(unit)}`),
  inBrackets: (against) =>
    text`${bold("In brackets")}: ${
      against ? `change ${against}; share of the total` : "share of the total; no period to compare with"
    }`,
  total: ({ indicator, total, change, units, of, whole }) =>
    text`${capital(figures.indicator(indicator))}: ${bold(total)}${change ? ` (${change})` : ""} in ${units}/${of} units${
      whole ? ` · ${whole.label.toLowerCase()} published ${whole.value}` : ""
    }`,
  most: ({ units, more }) => `– ${andMore(units, " · ", more)}`,
  unit: ({ name, count, change, share }) => {
    const beside = [...(change ? [change] : []), ...(share ? [`${share}%`] : [])];
    return `${name} ${count}${beside.length > 0 ? ` (${beside.join("; ")})` : ""}`;
  },
  missing: (names, more) => `– No figures: ${andMore(names, ", ", more)}`,
  listed: (total) => `From the list taken in (${total} dossiers):`,
  noOverdue: "There are no counts of overdue dossiers for this period.",
  notOnTime:
    "Not on time = received without those on time when extracted; most are still being dealt with: they are not overdue.",
  chart: {
    title: ({ period, scope }) =>
      `Dossiers to be dealt with ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ against, page, pages }) =>
      [
        against ? `In brackets: ${against}` : "Dossiers of each unit",
        ...(pages > 1 ? [`page ${page}/${pages}`] : []),
      ].join(" · "),
    head: ({ indicator, total, units }) =>
      `${capital(figures.indicator(indicator))}: ${figures.number(total)} in ${units} units`,
    unit: shortUnit,
    value: ({ count, change }, indicator) =>
      `${figures.number(count)}${change === null ? "" : ` (${change === 0 ? "0" : figures.change(change, indicator)})`}`,
    key: { more: "more than the period before", other: "the others", all: "dossiers" },
    footer: (given) => evidence.footer(given, null, null),
    alt: ({ head, figures: said }) =>
      `${head}: ${said.map(({ name, value }) => `${name} ${value}`).join(" · ")}`,
  },
  actions: { whole: (indicator) => `All: ${figures.indicatorShort(indicator)}` },
};
