import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { ComparisonWords } from "#locales/words/comparison.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, text } from "#services/reply/text.ts";
import type { UnitView } from "#services/results/views.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

/** Names told one by one. */
const NAMED = 6;

const unitsOf = (sides: readonly UnitView[]) => [...new Set(sides.map(({ unit }) => unit))];
const periodsOf = (sides: readonly UnitView[]): string =>
  [...new Set(sides.map(({ period }) => periods.name(period)))].join(" and ");
/** A single unit is named in full. */
const namesOf = (sides: readonly UnitView[]): string => {
  const [first, ...others] = unitsOf(sides);
  return first && others.length === 0 ? fullName(first) : unitsOf(sides).map(shortUnit).join(", ");
};
const listed = (indicators: readonly Indicator[]): string => {
  const names = indicators.slice(0, NAMED).map(figures.indicatorShort).join(", ");
  const more = indicators.length - NAMED;
  return more > 0 ? `${names} and ${more} others` : names;
};

export const comparison: ComparisonWords = {
  commands: {
    sosanh: {
      purpose: "Compares units, or two periods of one unit",
      usage: "<unit>, <unit>[, …] [indicator] [period] · <unit> <period> với <period> [excel]",
      examples: [
        "/sosanh Thủ Sỹ, Cương Chính",
        "/sosanh Thủ Sỹ, Lệ Xá, Dị Chế đúng hạn 9/2024",
        "/sosanh Thủ Sỹ 8/2024 với 9/2024",
      ],
    },
  },
  title: (sides) => bold(`Comparison · ${namesOf(sides)} · ${periodsOf(sides)}`),
  lacking: ({ unit, period }) => `${capital(fullName(unit))}: no figures for ${periods.name(period)}.`,
  better: ({ counts, alike, of }) => {
    const said = counts.map(({ name, count }) => `${name} ${count}`).join(" · ");
    const head = counts.length > 2 ? "Best, or among the best," : "Better";
    return text`${head} in (of ${of} comparable indicators): ${bold(said)}${alike > 0 ? ` · alike ${alike}` : ""}`;
  },
  noneBetter: "No side is better than another in these indicators.",
  broken: (why) => `${capital(why)}. The figures stand beside each other; none is called better.`,
  otherKind: "The periods are of different kinds: figures stand beside each other; none is called better.",
  unlike: "The units are of different levels: compare with care.",
  row: (indicator) => capital(figures.indicator(indicator)),
  figure: ({ name, value, place }) => `${name} ${value}${place ? ` (${place})` : ""}`,
  value: (value, indicator) => {
    const { measure, max } = indicator;
    if (measure !== "points" || max === null || max === 100) return figures.value(value, indicator);
    return `${figures.valueOfMax(value, indicator)} = ${figures.number((value / max) * 100, 1)}%`;
  },
  nothing: (name) => `${name} no figures`,
  idle: (name) => `${name} received no dossiers`,
  without: (names) => ` · no figures: ${names.join(", ")}`,
  gap: (amount) => ` · apart by ${amount}`,
  changed: (amount) => ` (${amount})`,
  page: ({ page, pages, of }) => `Page ${page}/${pages}, ${of} indicators in all.`,
  alone: (indicators) => `Held by one side only: ${listed(indicators)}.`,
  lost: (indicators) => `No figures: ${listed(indicators)}.`,
  chart: {
    side: ({ unit, period }, { units, periods: several }) =>
      [...(units ? [shortUnit(unit)] : []), ...(several ? [periods.short(period)] : [])].join(" "),
    title: (sides) => `Comparison: ${namesOf(sides)}`,
    subtitle: ({ sides, hasCounts }) =>
      [
        `Results of ${periodsOf(sides)}`,
        hasCounts ? "bars: % of the maximum; counts: of the largest" : "bars: % of the maximum",
      ].join(" · "),
    head: (indicator) => {
      const head = capital(figures.indicator(indicator));
      if (indicator.measure === "points" && indicator.max)
        return `${head} (of ${figures.number(indicator.max)})`;
      return indicator.direction === "down" ? `${head} (fewer is better)` : head;
    },
    value: (value, indicator) => comparison.value(value, indicator).replace(/\/\d+ = /u, " = "),
    nothing: "none",
    key: { best: "the best", other: "the others" },
    footer: (given) => evidence.footer(given, null, null),
    alt: ({ head, figures: said }) =>
      `${head}: ${said.map(({ name, value }) => `${name} ${value}`).join(" · ")}`,
  },
  actions: { trend: "Trend" },
};
