import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { TrendWords } from "#locales/words/trend.ts";
import { bold, text } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const SIGNS: Readonly<Record<Target["comparison"], string>> = {
  ">=": "at least ",
  "<=": "at most ",
  ">": "above ",
  "<": "below ",
  "=": "",
};

const LAST: Readonly<Record<"inside" | "above" | "below", string>> = {
  inside: "the last period lies within it",
  above: "the last period lies above it: look for the cause",
  below: "the last period lies below it: look for the cause",
};

export const trend: TrendWords = {
  commands: {
    xuhuong: {
      purpose: "How a unit's figures went over time",
      usage: "<unit>[, <unit>] [indicator] [N kỳ] [theo hạng] [excel]",
      examples: ["/xuhuong Cương Chính", "/xuhuong Mê Linh đúng hạn 12 kỳ", "/xuhuong Gia Lai theo hạng"],
    },
  },
  title: ({ unit, indicator }) => bold(`Trend · ${fullName(unit)} · ${figures.indicatorShort(indicator)}`),
  point: ({ period, value, beside }) =>
    text`${capital(periods.name(period))}: ${bold(value)}${beside.map((fact) => ` · ${fact}`).join("")}`,
  compared: "Changes: against the period before.",
  place: (rank, of) => `rank ${rank}${of === null ? "" : `/${of}`}`,
  unfinished: "period not over",
  missing: (missing) => `No figures: ${missing.map(periods.name).join(", ")}.`,
  onlyOne: "There are figures of one period only: no trend yet.",
  noPlaces: "There is no place in any period to show.",
  ends: ({ highest, highestIn, lowest, lowestIn }) =>
    `Highest ${highest} (${periods.name(highestIn)}), lowest ${lowest} (${periods.name(lowestIn)}).`,
  usual: ({ low, high, mean, of, last }) =>
    `Usual range: ${low} to ${high}, mean ${mean} (from ${of} periods); ${LAST[last]}.`,
  target: ({ comparison, value, met, of }) =>
    `Target in force ${SIGNS[comparison]}${value}: met in ${met} of ${of} periods.`,
  chart: {
    title: ({ units, indicators: [named, ...others] }) =>
      [
        units.map(shortUnit).join(", "),
        ...(named && others.length === 0 ? [figures.indicatorShort(named)] : []),
      ].join(" · "),
    subtitle: ({ from, to, places }) =>
      `${places ? "Places" : "Figures"} from ${periods.name(from)} to ${periods.name(to)}`,
    head: ({ unit, indicator }) =>
      [...(unit ? [shortUnit(unit)] : []), ...(indicator ? [figures.indicatorShort(indicator)] : [])].join(
        " · ",
      ),
    period: periods.short,
    value: figures.value,
    tick: (value) => figures.number(value),
    place: (place) => String(place),
    dot: (places) => (places ? "place, 1 is the best" : "figure of each period"),
    target: (target, indicator) =>
      target ? `target ${SIGNS[target.comparison]}${figures.value(target.value, indicator)}` : "target",
    band: "usual range",
    broken: "upright: before and after cannot be compared",
    footer: (given) => evidence.footer(given, null, null),
    alt: (period, value) => `${period}: ${value}`,
  },
  actions: { periods: (count) => `${count} periods`, places: "By place", values: "By figure" },
};
