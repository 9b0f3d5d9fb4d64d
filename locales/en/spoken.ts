import { evidence, figures } from "#locales/en/common.ts";
import { monthExport } from "#locales/en/month-export.ts";
import { periods } from "#locales/en/period.ts";
import type { BulletinWords, NamedFigure, SpokenWords } from "#locales/words/spoken.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import { fullName } from "#services/units/unit.ts";

const measured = (value: number, indicator: Indicator): string =>
  indicator.measure === "points"
    ? `${figures.value(value, indicator)} points`
    : figures.value(value, indicator);

const went = (change: number, indicator: Indicator): string => {
  const way = change < 0 ? "down" : "up";
  return `${way} ${figures.apart(change, indicator)}${indicator.measure === "points" ? " points" : ""}`;
};

const named = ({ unit, value, indicator }: NamedFigure): string =>
  `${figures.unit(unit)} (${measured(value, indicator)})`;

const list = (units: readonly NamedFigure[]): string => units.map(named).join(", ");

const comparedWith = (period: Period | null): string =>
  `against ${period ? periods.name(period) : "the period before"}`;

const ofWhat = ({ indicator }: { readonly indicator: Indicator | null }): string =>
  indicator === null ? "" : ` in ${figures.indicator(indicator)}`;

const tiedList = ({
  units,
  tied,
}: {
  readonly units: readonly NamedFigure[];
  readonly tied: number;
}): string => (tied === 0 ? list(units) : `${list(units)}, tied with ${figures.number(tied)} more`);

export const spoken: SpokenWords = {
  whole: ({ scope, indicator, value, band, change, against, rank, of }) =>
    `${[
      `${figures.whole(scope)}: ${
        indicator.measure === "points" && indicator.max !== null
          ? `${figures.valueOfMax(value, indicator)} points${band ? "" : ` (${figures.indicator(indicator)})`}`
          : `${measured(value, indicator)} (${figures.indicator(indicator)})`
      }`,
      ...(band ? [`class ${band}`] : []),
      ...(change === null
        ? []
        : [`${change === 0 ? "unchanged" : went(change, indicator)} ${comparedWith(against)}`]),
      ...(rank === null
        ? []
        : [`rank ${figures.number(rank)}${of === null ? "" : `/${figures.number(of)}`}`]),
    ].join(", ")}.`,
  order: (facts) => `From the best to the last${ofWhat(facts)}: ${tiedList(facts)}.`,
  leaders: (facts) => `Leading${ofWhat(facts)}: ${tiedList(facts)}.`,
  laggards: (facts) => `Lowest${ofWhat(facts)}: ${tiedList(facts)}.`,
  movers: ({ rose, fell, against }) =>
    `${[
      ...(rose ? [`Rose most: ${figures.unit(rose.unit)} (${went(rose.value, rose.indicator)})`] : []),
      ...(fell ? [`Fell most: ${figures.unit(fell.unit)} (${went(fell.value, fell.indicator)})`] : []),
    ].join("; ")}, ${comparedWith(against)}.`,
  missed: ({ indicator, target, count, of, units }) =>
    `${figures.number(count)}/${figures.number(of)} units miss the target ${monthExport.file.missed(indicator, target)}, ${
      count > units.length ? "farthest off " : "namely "
    }${list(units)}.`,
  owed: ({ indicator, total, change, count, units }) =>
    `${figures.indicator(indicator)}: ${figures.value(total, indicator)} in ${figures.number(count)} units${
      change === null || change === 0 ? "" : ` (${went(change, indicator)})`
    }, ${count > units.length ? "most in " : "namely "}${list(units)}.`,
  missing: (count) => `${figures.number(count)} units have no figures.`,
};

export const bulletin: BulletinWords = {
  commands: {
    bangtin: {
      purpose: "A text to copy into other groups",
      usage: "[period] [scope]",
      examples: ["/bangtin", "/bangtin 8/2024 Tiên Lữ"],
    },
  },
  action: "Bulletin",
  title: ({ scope, period }) =>
    `RESULTS OF INDEX 766, ${periods.name(period)} – ${fullName(scope)}`.toUpperCase(),
  opening: ({ scope, period, units }) =>
    `How ${figures.unitCount(units)} of ${fullName(scope)} served citizens and businesses under Decision 766/QĐ-TTg, ${periods.name(period)}:`,
  item: (line) => `- ${line}`,
  closing: (facts) => {
    const papers = [...new Set(facts.documents.map((one) => evidence.document(one, one.period)))];
    return `(${evidence.state(facts.provisional)} figures${facts.sample ? ", SAMPLE DATA" : ""}; source: ${papers.slice(0, 2).join("; ")}; ${evidence.asOf(facts)}.)`;
  },
};
