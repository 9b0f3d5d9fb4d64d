import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { placeName, shortUnit } from "#locales/shared/unit-names.ts";
import type { ActionWords, HomeWords, StartWords, SummaryWords, UnitWords } from "#locales/words/answers.ts";
import { bold, code, lines, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const unit: UnitWords = {
  commands: {
    xa: {
      purpose: "Everything about one unit",
      usage: "<unit>[, <unit>] [indicator] [period]",
      examples: ["/xa Cương Chính", "/xa p. Pleiku 2/2026", "/huyen Mê Linh t7/2024"],
    },
  },
  title: ({ unit: named, parent, period }) => bold(`${placeName(named, parent)} · ${periods.name(period)}`),
  total: ({ value, band }) => `${value}${band ? ` (${band})` : ""}`,
  rank: (place, of, tied) => `${tied ? "tied " : "rank "}${place}/${of}`,
  publishedRank: (place, of) => `published rank ${place}${of === null ? "" : `/${of}`}`,
  idle: "no dossiers, not ranked",
  few: (dossiers) => `† only ${figures.number(dossiers)} dossiers, no rank given`,
  change({ amount, indicator, moved, published, against }) {
    const parts = [figures.went(amount, indicator), ...(moved === null ? [] : [moved])];
    const other = published === null ? "" : ` (published ${figures.change(published, indicator)})`;
    return `${parts.join(", ")} ${against}${other}`;
  },
  outOf: (value, of) => `${value}/${of}`,
  target: ({ comparison, value, met, gap }) => {
    const sign = { ">=": "at least ", "<=": "at most ", ">": "above ", "<": "below ", "=": "" }[comparison];
    const missed = gap ? `: missed by ${gap}` : ": missed";
    return `target ${sign}${value}${met === null ? "" : met ? ": met" : missed}`;
  },
  lost: (list) => text`Most points lost: ${list}`,
  lostItem: (name, lost) => `${name} −${lost}`,
  trend: (points) => text`Course: ${points}`,
  trendPoint: (period, value) => `${period} ${value}`,
  nothing: ({ unit: named, period }) =>
    `${capital(fullName(named))}: no figures${period ? ` of ${periods.name(period)}` : ""}`,
  noneOf: ({ indicator, unit: named }) =>
    `${capital(figures.indicator(indicator))}: no figures of ${fullName(named)}`,
  noPlace: (named) =>
    `${capital(fullName(named))} is not ranked: there are no figures of its like to rank it among.`,
  successors: (units) => `Now part of: ${units}`,
  chart: {
    title: ({ unit: named, parent }) => placeName(named, parent),
    subtitle: (period) => `Results of ${periods.name(period)}, % of the maximum`,
    headline: ({ total, rank: place, of }) =>
      [
        ...(total === null ? [] : [`${figures.number(total, 2)} points`]),
        ...(place === null ? [] : [`rank ${place}${of === null ? "" : `/${of}`}`]),
      ].join(" · "),
    columns: { value: "result", average: "average" },
    name: figures.indicatorShort,
    value: figures.valueOfMax,
    percent: (value) => `${figures.number(value, 0)}%`,
    key: { bar: "unit", ring: "average of its like", rest: "scale 0 to 100%" },
    footer: (given, unit) => evidence.footer(given, null, shortUnit(unit)),
  },
  place: {
    title: ({ unit: named, parent }) => placeName(named, parent),
    subtitle: ({ indicator, period, rank, tied, of }) =>
      `${capital(figures.indicator(indicator))}, ${periods.name(period)} · ${unit.rank(rank, of, tied)} · its neighbours, first and last`,
  },
};

export const summary: SummaryWords = {
  commands: {
    tonghop: {
      purpose: "The whole period on one screen",
      usage: "[period] [area]",
      examples: ["/tonghop", "/tonghop tháng 8/2024 Tiên Lữ"],
    },
  },
  title: ({ period, scope }) => bold(`Summary ${periods.name(period)} · ${fullName(scope)}`),
  bands: (list) => text`Classes: ${list}`,
  band: (name, count) => `${name} ${count}`,
  counts: ({ indicator, list }) => text`${indicator}: ${list}`,
  noList: (scope) => `No figures yet of the units of ${fullName(scope)}.`,
};

export const home: HomeWords = {
  commands: {
    diaban: {
      purpose: "See or set this chat's area",
      usage: "[unit]",
      examples: ["/diaban", "/diaban tỉnh Gia Lai"],
    },
  },
  is: (scope) => text`This chat looks at ${bold(fullName(scope))}.`,
  set: (scope) => text`This chat now looks at ${bold(fullName(scope))}.`,
  how: "To change it: /diaban <name of a district or province>, e.g. /diaban tỉnh Gia Lai.",
};

export const start: StartWords = {
  commands: {
    batdau: { purpose: "Introduction", usage: "", examples: ["/batdau"] },
  },
  welcome: ({ home: scope, sample }) =>
    lines(
      bold("Bot 766 – results of the index of service to citizens and businesses"),
      `Looking at: ${fullName(scope)}.`,
      sample && "Showing SAMPLE DATA from published papers, for trying the bot.",
      "Type a command or choose below. Accents may be left out.",
    ),
  joined: ({ home: scope, byCode }) =>
    lines(
      bold("Hello, this is Bot 766."),
      `The bot answers automatically on the results of Index 766 of ${fullName(scope)}.`,
      `To look at another area: /diaban <name> (${byCode ? "who was given the group" : "the group's admins"}).`,
    ),
  privacy:
    "In this group the bot only hears messages with its @name, replies to it and full commands. To have it hear every command, ask an admin to make it an admin.",
  yourId: (id) => text`Your id (for OPERATORS): ${code(id)}`,
};

export const actions: ActionWords = {
  period: (period) => capital(periods.name(period)),
  indicator: figures.indicatorShort,
  nextPage: (page, pages) => `Page ${page}/${pages} ›`,
  previousPage: (page, pages) => `‹ Page ${page}/${pages}`,
  ranking: "Ranking",
  summary: "Summary",
  map: "Map",
  sources: "Sources",
  takeIn: "Take in a document",
  allFigures: "All figures",
  asText: "As text",
  asPicture: "As a picture",
  list: { areas: "Areas", communes: "All communes", departments: "Departments" },
  help: "Help",
  goOn: "Go on",
  unit: shortUnit,
};
