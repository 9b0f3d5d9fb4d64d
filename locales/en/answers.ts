import { evidence, figures } from "#locales/en/common.ts";
import { period as periods } from "#locales/en/period.ts";
import type {
  ActionWords,
  HomeWords,
  RankWords,
  StartWords,
  SummaryWords,
  UnitWords,
} from "#locales/words/answers.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, code, lines, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const andMore = (names: string, more: number): string =>
  more > 0 ? `${names} and ${figures.number(more)} more` : names;

const SIDES = { below: "below", above: "above", from: "from", upTo: "at most" } as const;
const COMPARISONS = { ">=": "from", "<=": "at most", ">": "above", "<": "below", "=": "" } as const;

const limitWords: RankWords["limit"] = ({ limit, indicator, target }) => {
  if (limit.kind === "band") return `classed ${figures.band(limit.band)}`;
  if (limit.kind === "figure") return `${SIDES[limit.side]} ${measured(limit.value, indicator)}`;
  const level = target ? ` ${COMPARISONS[target.comparison]} ${measured(target.value, indicator)}` : "";
  return `${limit.isMet ? "reaching" : "missing"} the target${level}`;
};

/** "85 points", "95%", "12 dossiers". */
const measured = (value: number, indicator: Indicator): string =>
  indicator.measure === "points" ? `${figures.number(value)} points` : figures.value(value, indicator);

export const rank: RankWords = {
  title: ({ period, scope, units, indicator }) =>
    bold(
      [
        `Ranking ${periods.name(period)}`,
        fullName(scope),
        units,
        ...(indicator ? [figures.indicator(indicator)] : []),
      ].join(" · "),
    ),
  leaders: (list) => text`Leading: ${list}`,
  laggards: (list) => text`Last: ${list}`,
  rose: (name, change) => `Rose most: ${name} ${change}`,
  fell: (name, change) => `Fell most: ${name} ${change}`,
  movers: (said, against) => [...said, against].join(" · "),
  inBrackets: (against) => `In brackets: changes ${against}`,
  otherwise: (names, more) =>
    `Published changes that differ from the stored figures: ${andMore(names, more)}`,
  whole: ({ label, value, band, rank: place }) =>
    text`${label}: ${bold(value)}${band ? ` (${band})` : ""}${place ? `, ${place}` : ""}`,
  tied: ({ count, rank: place, value }) => `${count} units tied at ${place} (${value})`,
  tiedToo: ({ count, rank: place }) => `and ${count} more at rank ${place}`,
  tiedRow: "tied",
  row: ({ rank: place, name, value, note }) => `${place}. ${name} ${value}${note ? ` (${note})` : ""}`,
  missing: (names, more) => `No figures yet: ${andMore(names, more)}`,
  idle: (names, more) => `No dossiers, not ranked: ${andMore(names, more)}`,
  published: (held, of) => `Figures for ${held} of ${of} units; ranks as published`,
  withoutTotal: (indicator) => `This list has no total score; ranked on ${figures.indicator(indicator)}`,
  partial: (held, expected) =>
    `Figures for ${figures.number(held)} of ${figures.number(expected)} units; only these are ranked`,
  belowTarget: ({ indicator, target, names, more }) =>
    text`Below the target of ${indicator} ${target}: ${andMore(names, more)}`,
  taken: ({ from, count, isAll }) => {
    if (isAll) return bold(`All ${figures.number(count)} units`);
    return bold(from === "top" ? `First ${count}` : `Last ${count}`);
  },
  one: ({ from, by, names }) => {
    const which = by === "value" ? { top: "Highest", bottom: "Lowest" } : { top: "Leading", bottom: "Last" };
    return text`${which[from]}: ${bold(names)}`;
  },
  changed: ({ from, by, count, period, before }) => {
    const what = { change: { top: "rose", bottom: "fell" }, places: { top: "gained", bottom: "lost" } };
    const since = before ? ` since ${periods.relative(before, period)}` : "";
    const places = by === "places" ? " places" : "";
    return count === 0
      ? `No unit ${what[by][from]}${places}${since}`
      : bold(`${count} that ${what[by][from]} the most${places}${since}`);
  },
  limit: limitWords,
  limited: ({ count, of, limits, source }) =>
    text`${bold(`${figures.number(count)} of ${figures.number(of)} units ${limits.join(", ")}`)}${
      source ? `; target set by ${source}` : ""
    }`,
  more: (count) => `and ${figures.number(count)} more`,
  levelInstead: "No document sets a target; by the level at which alerts begin (/nguong).",
  noneOf: ({ indicator, scope }) =>
    `The list of ${fullName(scope)} has no ${figures.indicator(indicator).toLowerCase()}.`,
  sum: ({ units, value }) => text`Sum over ${figures.number(units)} units: ${bold(value)}`,
  earlierInstead: ({ lacking, shown, indicator }) =>
    `${capital(periods.name(lacking))} has no ${figures.indicator(indicator).toLowerCase()}; this is ${periods.name(shown)}.`,
  ownInstead: ({ scope, indicator, period }) =>
    `${capital(figures.indicator(indicator))} of single units is not known for ${periods.name(period)}; this is that of ${fullName(scope)}.`,
  chart: {
    title: ({ period, scope }) => `Ranking ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ indicator, units, page, pages }) =>
      [
        indicator ? indicatorHead(indicator) : "Total score of Index 766 (of 100)",
        figures.unitCount(units),
        ...(pages > 1 ? [`page ${page}/${pages}`] : []),
      ].join(" · "),
    columns: ({ indicator, period, earlier }) => ({
      value: { points: "points", rate: "%", count: nounOf(indicator), duration: nounOf(indicator) }[
        indicator.measure
      ],
      change: earlier ? `since ${periods.relative(earlier, period)}` : "",
      moved: earlier ? "places" : "",
    }),
    line: ({ scope, value, indicator }) => `${figures.whole(scope)} ${figures.value(value, indicator)}`,
    key: ({ period, earlier, attention, axis }) => ({
      dot: periods.relative(period, period),
      ring: earlier ? periods.relative(earlier, period) : null,
      rest: [
        ...(attention > 0 ? [`orange: last ${attention}`] : []),
        `axis from ${figures.number(axis.min)} to ${figures.number(axis.max)}`,
      ].join(" · "),
    }),
    missing: (names, more) => `no figures yet: ${andMore(names.join(", "), more)}`,
    footer: (given, derived, indicator) =>
      evidence.footer(given, derived, indicator && figures.indicatorShort(indicator)),
    notes: ({ over, otherwise }) => [
      ...(over === null ? [] : [`Places: over the ${figures.number(over)} units of both periods`]),
      ...(otherwise.length === 0
        ? []
        : [`Published changes that differ from the stored figures: ${otherwise.join(", ")}`]),
    ],
    unit: shortUnit,
    value: (value, decimals) => figures.number(value, decimals),
    change: (value) => figures.signed(value, 2),
    alt: ({ rank: place, name, value, change }) =>
      `${place}. ${name}: ${value}${change ? ` (${change})` : ""}`,
  },
};

export const unit: UnitWords = {
  title: ({ unit: named, parent, period }) => bold(`${placeName(named, parent)} · ${periods.name(period)}`),
  total: ({ value, band }) => `${value}${band ? ` (${band})` : ""}`,
  rank: (place, of, tied) => `${tied ? "tied " : "rank "}${place}/${of}`,
  publishedRank: (place, of) => `published rank ${place}${of === null ? "" : `/${of}`}`,
  idle: "no dossiers, not ranked",
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
};

export const summary: SummaryWords = {
  title: ({ period, scope }) => bold(`Summary ${periods.name(period)} · ${fullName(scope)}`),
  bands: (list) => text`Classes: ${list}`,
  band: (name, count) => `${name} ${count}`,
  counts: ({ indicator, list }) => text`${indicator}: ${list}`,
  noList: (scope) => `No figures yet of the units of ${fullName(scope)}.`,
};

export const home: HomeWords = {
  is: (scope) => text`This chat looks at ${bold(fullName(scope))}.`,
  set: (scope) => text`This chat now looks at ${bold(fullName(scope))}.`,
  how: "To change it: /diaban <name of a district or province>, e.g. /diaban tỉnh Gia Lai.",
};

export const start: StartWords = {
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
  sources: "Sources",
  takeIn: "Take in a document",
  sideBySide: "Side by side",
  allFigures: "All figures",
  asText: "As text",
  asPicture: "As a picture",
  list: { areas: "Areas", communes: "All communes", departments: "Departments" },
  help: "Help",
  goOn: "Go on",
  unit: shortUnit,
};

function placeName(named: Unit, parent: Unit): string {
  return capital(fullName(named)) + (parent.kind === "country" ? "" : `, ${fullName(parent)}`);
}

function shortUnit(named: Unit): string {
  if (named.title === "thị trấn") return `TT ${named.name}`;
  return /^\d/.test(named.name) ? capital(fullName(named)) : named.name;
}

function indicatorHead(indicator: Indicator): string {
  const head = figures.indicator(indicator);
  return indicator.max === null ? head : `${head} (of ${figures.number(indicator.max)})`;
}

const nounOf = ({ noun }: Indicator): string => noun?.en ?? "";
