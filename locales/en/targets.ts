import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { TargetsWords } from "#locales/words/targets.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, text } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const SIGNS: Readonly<Record<Target["comparison"], string>> = {
  ">=": "at least",
  "<=": "at most",
  ">": "above",
  "<": "below",
  "=": "exactly",
};

const level = ({ comparison, value }: Target, indicator: Indicator): string =>
  `${SIGNS[comparison]} ${figures.value(value, indicator)}`;
/** Short enough for a cell: what is counted stands at the head. */
const inCell = (value: number, indicator: Indicator): string =>
  indicator.measure === "count" ? figures.number(value) : figures.value(value, indicator);
const short = ({ comparison, value }: Target, indicator: Indicator): string =>
  `${SIGNS[comparison]} ${inCell(value, indicator)}`;
const andMore = (names: readonly string[], separator: string, more: number): string =>
  `${names.join(separator)}${more > 0 ? ` and ${figures.number(more)} others` : ""}`;

export const targets: TargetsWords = {
  commands: {
    chitieu: {
      purpose: "Targets set: who meets them, who misses by how much",
      usage: "[period] [indicator] [scope] [excel]",
      examples: ["/chitieu", "/chitieu huyện Mê Linh", "/chitieu đúng hạn"],
    },
  },
  title: ({ period, scope, units }) =>
    bold(`Targets · ${periods.name(period)} · ${fullName(scope)} · ${units}`),
  own: ({ period, unit }) => bold(`Targets · ${periods.name(period)} · ${fullName(unit)}`),
  papers: (papers) => `Set by ${papers.join("; ")}.`,
  all: ({ targets: count, met, missed, of }) =>
    text`All ${count} targets met: ${bold(`${met}/${of} units`)} · one or more missed: ${missed}${
      met + missed < of ? ` · figures missing: ${of - met - missed}` : ""
    }`,
  column: ({ indicator, target, met, of, papers }) => {
    const name = capital(figures.indicator(indicator));
    const head = target ? `${name} ${level(target, indicator)}` : `${name} (units have levels of their own)`;
    const paper =
      papers === null
        ? ""
        : papers.length > 0
          ? ` · set by ${papers.join("; ")}`
          : " · the paper is not kept";
    return text`${bold(head)}: met by ${met}/${of}${paper}`;
  },
  inBrackets: "In brackets: how far from the target (rates in percentage points).",
  missed: ({ units, more }) => `– Missed: ${andMore(units, " · ", more)}`,
  missedUnit: ({ name, value, gap, target, indicator }) =>
    target ? `${name} ${value} (target ${level(target, indicator)})` : `${name} ${value} (${gap})`,
  missing: (names, more) => `– No figures: ${andMore(names, ", ", more)}`,
  idle: (names, more) => `– No dossiers received: ${andMore(names, ", ", more)}`,
  lost: (set) =>
    `No figures in this period: ${set
      .map(({ indicator, target }) => `${figures.indicatorShort(indicator)} (${level(target, indicator)})`)
      .join(", ")}.`,
  ofUnits: (set) =>
    `Targets of its units, without figures of any: ${set
      .map(({ indicator, target }) => `${figures.indicatorShort(indicator)} (${level(target, indicator)})`)
      .join(", ")}.`,
  chart: {
    title: ({ period, scope }) => `Targets ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ page, pages }) =>
      ["Most targets missed first", ...(pages > 1 ? [`page ${page}/${pages}`] : [])].join(" · "),
    unit: shortUnit,
    head: figures.indicatorShort,
    target: (target, indicator) => (target ? short(target, indicator) : "own level"),
    value: inCell,
    key: ([near, far]) => ["met", `short by ≤ ${near}%`, `≤ ${far}%`, `more, of the maximum`],
    marked: (value) => `${value} †`,
    footer: (given, few) => [
      ...(few === null ? [] : [`† ${few} dossiers or fewer`]),
      ...evidence.footer(given, null, null),
    ],
    alt: ({ name, cells }) =>
      `${name}: ${cells.map(({ head, value, isMet }) => `${head} ${value}${isMet ? "" : " (missed)"}`).join(" · ")}`,
  },
  actions: { missed: (indicator) => `Missed: ${figures.indicatorShort(indicator)}` },
};
