import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { placeName, shortUnit } from "#locales/shared/unit-names.ts";
import type { WhyWords } from "#locales/words/why.ts";
import type { NoDossierRule } from "#services/analysis/dossiers.ts";
import type { Formula } from "#services/indicators/formulas.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

/** What makes a dossier count. */
const DONE: Readonly<Record<string, string>> = {
  "on-time-rate": "handled on time",
  "online-payment-rate": "paid online",
};
const done = ({ indicator }: Formula): string => DONE[indicator] ?? "that meet the rule";

const REASONS: Readonly<Record<NoDossierRule, string>> = {
  "no-formula": "formula not known",
  "no-counts": "no dossier counts are held",
  contradicted: "the known formula does not give the published points",
  "older-period": "the formula is known for 2026 on",
};

const steps = (places: number): string => {
  if (places === 0) return "no move";
  return places > 0 ? `up ${number(places)}` : `down ${number(-places)}`;
};

const listed = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join(", ")} and ${number(more)} others` : names.join(", ");

export const why: WhyWords = {
  commands: {
    visao: {
      purpose: "Why a unit rose or fell, and what to do first",
      usage: "<unit>[, <unit>] [indicator] [period]",
      examples: ["/visao Cương Chính", "/visao Thủ Sỹ 8/2024", "/visao tỉnh Gia Lai 2026"],
    },
  },
  title: ({ unit, parent, period }) => bold(`Why · ${placeName(unit, parent)} · ${periods.name(period)}`),
  noTotal: "There is no total of this period: what follows is of the parts there are.",
  split: ({ before, now, against, over, byOwn, byOthers, alone }) => {
    const within = `of ${number(over)} units in both periods`;
    if (before === now && byOwn === 0) return `Rank ${against}: unchanged at ${number(now)} (${within}).`;
    const own = `its own result ${steps(byOwn)}, to rank ${number(alone)} had the others stayed`;
    return `Rank ${against}: ${number(before)} → ${number(now)} (${within}). Of this ${own}; the others' changes ${steps(byOthers)}.`;
  },
  overtakers: (names, more) => `Went ahead of it: ${listed(names, more)}.`,
  overtaken: (names, more) => `Fell behind it: ${listed(names, more)}.`,
  noSplit: (reason) => `Rank: ${reason}.`,
  publishedOnly: "Only a published rank is held, not the whole list: the others' part is not known.",
  onlyUnit: "No figures of like units are held to rank it among.",
  parts: ({ change, against, parts, rest }) =>
    `Total ${change} ${against}: ${parts.join("; ")}${rest === null ? "" : `; not split by group ${rest}`}.`,
  part: ({ indicator, change }) => `${figures.indicatorShort(indicator)} ${change}`,
  noParts: "Points of groups are not held for both periods: which of them moved the total is not known.",
  headroom: "What to do first, by points still to gain:",
  group: ({ indicator, value, lost, places }) =>
    text`${figures.indicatorShort(indicator)} ${value}: ${bold(lost === "" ? "full points" : `${lost} points left`)}${places.map((place) => ` · ${place}`).join("")}`,
  widerPlace: ({ scope, rank, of }) =>
    `${number(rank)}/${number(of)} ${scope.kind === "country" ? "in the country" : fullName(scope)}`,
  components: "Indicators to look at:",
  next: ({ unit, rank, value, gap }) =>
    `Next above: ${shortUnit(unit)}, rank ${number(rank)}, ${value}; ${gap} points ahead.`,
  first: "It leads the list.",
  closes: ({ formula, dossiers, gain }) =>
    `To catch up: ${number(dossiers)} more dossiers ${done(formula)} (≈ ${gain} points).`,
  notEnough: ({ formula, dossiers, gain }) =>
    dossiers === 0
      ? `All dossiers are ${done(formula)}: points of other groups are needed.`
      : `All ${number(dossiers)} others ${done(formula)} would make ≈ ${gain} points, not enough: points of other groups are needed.`,
  worth: ({ formula, group, some, all, checked }) => {
    const part = some
      ? `${number(some.dossiers)} more dossiers ${done(formula)} ≈ ${some.gain} points, `
      : "";
    const basis = `formula ${formula.code ?? ""}${checked ? ", agrees with the published points" : ""}`;
    return `${figures.indicatorShort(group)}: ${part}all ${number(all.dossiers)} others ${done(formula)} ≈ ${all.gain} points (${basis}).`;
  },
  reaches: ({ indicator, level, formula, dossiers }) =>
    dossiers === null
      ? `Target ${figures.indicatorShort(indicator)} ${level}: out of reach with this period's dossiers.`
      : `Target ${figures.indicatorShort(indicator)} ${level}: met with ${number(dossiers)} more dossiers ${done(formula)}.`,
  unruled: ({ reason, groups }) =>
    `Not told in dossiers: ${groups.map(figures.indicatorShort).join(", ")} (${REASONS[reason]}).`,
  twice: "Reckoned on this period's dossiers; overdue ones cost satisfaction (5.4) besides.",
  chart: {
    title: ({ unit, parent }) => `Why · ${placeName(unit, parent)}`,
    subtitle: ({ period, earlier }) =>
      earlier
        ? `Total from ${periods.name(earlier)} to ${periods.name(period)}, by group`
        : `Total of ${periods.name(period)}: where points are lost against the maximum`,
    total: (period) => (period === null ? "Maximum" : capital(periods.name(period))),
    name: figures.indicatorShort,
    rest: "Not split",
    unheld: "Groups without figures",
    value: (value) => number(value, 2),
    change: (value) => figures.signed(value, 2),
    tick: (value) => number(value),
    key: { total: "total", gain: "gained", loss: "lost" },
    footer: (given, unit) => evidence.footer(given, null, shortUnit(unit)),
  },
  actions: { why: "Why", trend: "Trend", formula: "Formulas" },
};
