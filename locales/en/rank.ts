import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { RankWords } from "#locales/words/rank.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, text } from "#services/reply/text.ts";
import type { ListTitle } from "#services/results/titled.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const andMore = (names: string, more: number): string =>
  more > 0 ? `${names} and ${figures.number(more)} more` : names;

const SIDES = { below: "below", above: "above", from: "from", upTo: "at most" } as const;
const COMPARISONS = { ">=": "from", "<=": "at most", ">": "above", "<": "below", "=": "" } as const;

const limitWords: RankWords["limit"] = ({ limit, indicator, target }) => {
  if (limit.kind === "band") return `classed ${figures.band(limit.band)}`;
  if (limit.kind === "place")
    return `in place ${figures.number(limit.place)}${limit.from === "bottom" ? " from the bottom" : ""}`;
  if (limit.kind === "figure") return `${SIDES[limit.side]} ${measured(limit.value, indicator)}`;
  const level = target ? ` ${COMPARISONS[target.comparison]} ${measured(target.value, indicator)}` : "";
  return `${limit.isMet ? "reaching" : "missing"} the target${level}`;
};

/** "85 points", "95%", "12 dossiers". */
const measured = (value: number, indicator: Indicator): string =>
  indicator.measure === "points" ? `${figures.number(value)} points` : figures.value(value, indicator);

export const LIST_TITLES: Readonly<Record<ListTitle, string>> = {
  ward: "wards",
  town: "towns",
  zone: "special zones",
  district: "districts",
};

export const rank: RankWords = {
  commands: {
    xephang: {
      purpose: "Ranking with a picture",
      usage:
        "[period] [indicator] [top N / cuối N] [dưới 85 / dưới chỉ tiêu / loại tốt / hạng 3] [xã / sở] [area]",
      examples: [
        "/xephang thang 8",
        "/xephang tiến độ top 5",
        "/xephang cuối 3 t8/2024",
        "/xephang sở Gia Lai",
      ],
    },
  },
  title: ({ period, scope, units, indicator }) =>
    bold(
      [
        `Ranking ${periods.name(period)}`,
        fullName(scope),
        units,
        ...(indicator ? [figures.indicator(indicator)] : []),
      ].join(" · "),
    ),
  titledAlone: (title) => `${capital(LIST_TITLES[title])} only; ranks are those of the whole list`,
  leaders: (list) => text`Leading: ${list}`,
  laggards: (list) => text`Last: ${list}`,
  rose: (name, change) => `Rose most: ${name} ${change}`,
  fell: (name, change) => `Fell most: ${name} ${change}`,
  movers: (said, against) => [...said, against].join(" · "),
  inBrackets: (against) => `In brackets: changes ${against}`,
  otherwise: ({ names, more, against }) =>
    `Published changes ${against} that differ from the stored figures: ${andMore(names, more)}`,
  whole: ({ label, value, band, rank: place }) =>
    text`${label}: ${bold(value)}${band ? ` (${band})` : ""}${place ? `, ${place}` : ""}`,
  tied: ({ count, rank: place, value }) => `${count} units tied at ${place} (${value})`,
  tiedToo: ({ count, rank: place }) => `and ${count} more at rank ${place}`,
  tiedRow: "tied",
  row: ({ rank: place, name, value, note }) => `${place}. ${name} ${value}${note ? ` (${note})` : ""}`,
  table: {
    place: "Rank",
    unit: "Unit",
    value: ({ measure }) => (measure === "points" ? "Score" : measure === "rate" ? "Rate" : "Figure"),
    note: "Note",
    change: "Change",
  },
  missing: (names, more) => `No figures yet: ${andMore(names, more)}`,
  idle: (names, more) => `No dossiers, not ranked: ${andMore(names, more)}`,
  few: ({ units, more, most }) =>
    `† ${most} dossiers or fewer, neither leading nor last: ${andMore(units.map(({ name, dossiers }) => `${name} (${figures.number(dossiers)})`).join(", "), more)}`,
  published: (held, of) => `Figures for ${held} of ${of} units; ranks as published`,
  withoutTotal: (indicator) => `This list has no total score; ranked on ${figures.indicator(indicator)}`,
  partial: (held, expected) =>
    `Figures for ${figures.number(held)} of ${figures.number(expected)} units; only these count`,
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
  changed: ({ from, by, count, of, period, before }) => {
    const what = { change: { top: "rose", bottom: "fell" }, places: { top: "gained", bottom: "lost" } };
    const since = before ? ` since ${periods.relative(before, period)}` : "";
    const places = by === "places" ? " places" : "";
    const which = `${what[by][from]}${places}${since}`;
    if (count === 0) return `No unit ${which}`;
    return count === of
      ? bold(`${count} units ${which}`)
      : bold(`${count} of ${figures.number(of)} units that ${which}, by the most`);
  },
  limit: limitWords,
  limited: ({ count, of, limits, source }) =>
    text`${bold(`${figures.number(count)} of ${figures.number(of)} units ${limits.join(", ")}`)}${
      source ? `; target set by ${source}` : ""
    }`,
  among: (head) => text`${head}, of which:`,
  inAll: (names) =>
    names.length === 0
      ? bold("No unit meets all of these.")
      : text`${bold(`${figures.number(names.length)} units meet all of these`)}: ${names.join(", ")}`,
  more: (count) => `and ${figures.number(count)} more`,
  untargeted: (indicators) =>
    `No target is set for ${indicators.map((one) => figures.indicator(one).toLowerCase()).join(", ")}.`,
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
    whole: ({ scope, value, indicator }) => `${figures.whole(scope)} ${figures.value(value, indicator)}`,
    target: ({ target, indicator }) =>
      `target ${COMPARISONS[target.comparison]} ${measured(target.value, indicator)}`.replace("  ", " "),
    tick: (value) => figures.number(value),
    key: ({ period, earlier, missed }) => ({
      dot: periods.relative(period, period),
      ring: earlier ? periods.relative(earlier, period) : null,
      rest:
        missed === null
          ? ""
          : missed === 0
            ? "all meet the target"
            : `orange: ${figures.number(missed)} miss the target`,
    }),
    missing: (names, more) => `no figures yet: ${andMore(names.join(", "), more)}`,
    footer: (given, derived, indicator) =>
      evidence.footer(given, derived, indicator && figures.indicatorShort(indicator)),
    notes: ({ over, otherwise, few }) => [
      ...(over === null ? [] : [`Places: over the ${figures.number(over)} units of both periods`]),
      ...(otherwise.length === 0
        ? []
        : [`Published changes that differ from the stored figures: ${otherwise.join(", ")}`]),
      ...(few === null ? [] : [`† ${few} dossiers or fewer, neither leading nor last`]),
    ],
    unit: shortUnit,
    marked: (name) => `${name} †`,
    value: (value, decimals) => figures.number(value, decimals),
    change: (value) => figures.signed(value, 2),
    inBrackets: (earlier, comparison) => rank.inBrackets(evidence.against(earlier, comparison)),
    alt: ({ rank: place, name, value, change }) =>
      `${place}. ${name}: ${value}${change ? ` (${change})` : ""}`,
  },
};

function indicatorHead(indicator: Indicator): string {
  const head = figures.indicator(indicator);
  return indicator.max === null ? head : `${head} (of ${figures.number(indicator.max)})`;
}

const nounOf = ({ noun }: Indicator): string => noun?.en ?? "";
