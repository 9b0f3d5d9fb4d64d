import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { placeName, shortUnit } from "#locales/shared/unit-names.ts";
import type { WhatIfWords } from "#locales/words/what-if.ts";
import type { NoPoints } from "#services/analysis/what-if.ts";
import { bold, text } from "#services/reply/text.ts";

const REASONS: Readonly<Record<NoPoints, string>> = {
  "no-formula": "how this rate becomes points is not known",
  contradicted: "the known formula does not give the published points",
  "older-period": "the formula is known for 2026 on",
  "no-group": "the group's points are not held",
  "no-total": "there is no total of this period",
  "not-scored": "this figure is not scored by itself",
};

export const whatIf: WhatIfWords = {
  commands: {
    gialap: {
      purpose: "Which rank another figure would make",
      usage: "<unit> <indicator> <value> [period]",
      examples: [
        "/gialap Cương Chính đúng hạn 95%",
        "/gialap Thủ Sỹ tổng điểm 85",
        "/gialap Thủ Sỹ giảm 2 điểm",
      ],
    },
  },
  title: ({ unit, parent, period }) =>
    bold(`SUPPOSED · ${placeName(unit, parent)} · ${periods.name(period)}`),
  supposing: ({ indicator, value, actual }) =>
    `If ${figures.indicatorShort(indicator)} were ${figures.value(value, indicator)} (in fact ${figures.value(actual, indicator)}), all else unchanged:`,
  figure: ({ supposed: { indicator, value, actual, place }, band }) => {
    const rank = place
      ? ` · ${place.tied ? "tied" : "rank"} ${figures.number(place.rank)}/${figures.number(place.of)} (in fact ${figures.number(place.actual)})`
      : "";
    const level = band ? ` (${figures.band(band)})` : "";
    return text`${figures.indicatorShort(indicator)}: ${bold(`${figures.valueOfMax(value, indicator)}${level}`)}, in fact ${figures.value(actual, indicator)}${rank}`;
  },
  formula: ({ formula, checked }) =>
    checked
      ? `Points by formula ${formula.code ?? ""}, which agrees with the published ones.`
      : `Points by formula ${formula.code ?? ""}, not checked against published ones.`,
  lacking: ({ reason }) => `The new total cannot be told: ${REASONS[reason]}.`,
  noPlace: "No figures of like units are held to rank it among.",
  notReal: (line) => `SUPPOSED, not a published result. The actual figures: ${line}`,
  chart: {
    title: ({ unit, parent }) => `SUPPOSED · ${placeName(unit, parent)}`,
    subtitle: ({ supposed: { indicator, value, actual }, period }) =>
      `${figures.indicatorShort(indicator)} ${figures.value(value, indicator)} instead of ${figures.value(actual, indicator)}; others as in ${periods.name(period)}`,
    columns: ({ measure }) => ({
      value: measure === "rate" ? "%" : "points",
      change: "against actual",
      moved: "places",
    }),
    tick: (value) => figures.number(value),
    key: { dot: "result", ring: "the unit's actual one", rest: "orange: SUPPOSED" },
    unit: shortUnit,
    value: figures.number,
    change: figures.signed,
    footer: (given) => ["SUPPOSED, not a published result", ...evidence.footer(given, null, null)],
  },
};
