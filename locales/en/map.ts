import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { MapWords } from "#locales/words/map.ts";
import type { MapShade } from "#services/charts/map-steps.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold } from "#services/reply/text.ts";
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

const named = (names: readonly string[], count: number): string =>
  `${names.length < count ? "among them " : ""}${names.join(", ")}`;

const moved = (places: number): string => {
  if (places === 0) return "same place";
  return `${places > 0 ? "up" : "down"} ${figures.number(Math.abs(places))}`;
};

const head = (indicator: Indicator): string => capital(figures.indicator(indicator));

const unitOf = ({ measure, noun }: Indicator): string => {
  if (measure === "rate") return " (%)";
  if (measure === "points") return " (points)";
  return noun ? ` (${noun.en})` : "";
};

const BETTER: Readonly<Record<Indicator["direction"], string>> = {
  up: "darker is higher",
  down: "darker is less, which is better",
  neutral: "darker is more",
};

const whatOf = (shade: MapShade, indicator: Indicator, target: Target | null): string => {
  if (shade === "moved") return "Places gained and lost";
  if (shade === "target" && target)
    return `Target of ${figures.indicator(indicator).toLowerCase()}: ${SIGNS[target.comparison]}${figures.value(target.value, indicator)}`;
  return `${head(indicator)}${unitOf(indicator)}, ${BETTER[indicator.direction]}`;
};

/** "80,25–85,31"; the ends of places lost are written as they grow. */
const rangeOf = (from: number, to: number, write: (value: number) => string): string =>
  from === to ? write(from) : `${write(from)}–${write(to)}`;

export const map: MapWords = {
  commands: {
    bando: {
      purpose: "Results of communes or provinces on a map",
      usage: "[period] [indicator] [tăng giảm / chỉ tiêu] [place]",
      examples: ["/bando cả nước", "/bando Gia Lai", "/bando 2026 cả nước"],
    },
  },
  title: ({ period, scope, units, named, shade }) =>
    bold(
      [
        `Map of ${periods.name(period)}`,
        fullName(scope),
        figures.unitCount(units),
        ...(named ? [figures.indicator(named)] : []),
        ...(shade === "moved"
          ? ["places gained and lost"]
          : shade === "target"
            ? ["against the target"]
            : []),
      ].join(" · "),
    ),
  steps: ({ legend, steps }) =>
    `${legend}: ${steps.map(({ range, count }) => `${range} (${count})`).join(" · ")}`,
  movers: ({ way, names, more }) =>
    `${way === "rose" ? "Gained" : "Lost"} the most places: ${names.join(" · ")}${
      more > 0 ? ` and ${figures.number(more)} more by as many` : ""
    }`,
  moves: ({ rose, fell, same, against }) =>
    `${figures.number(rose)} units went up, ${figures.number(same)} kept their place, ${figures.number(fell)} went down ${against}`,
  met: ({ target, indicator, met, of }) =>
    `Meet the target of ${SIGNS[target.comparison]}${figures.value(target.value, indicator)}: ${figures.number(met)} of ${figures.number(of)} units with figures`,
  grey: ({ count, of, names, shade }) =>
    `Grey, ${shade === "moved" ? "no earlier place to compare" : "no figures yet"}: ${figures.number(count)} of ${figures.number(of)} units (${named(names, count)})`,
  absent: ({ count, names }) =>
    `Have figures but no place on the map: ${figures.number(count)} units (${named(names, count)})`,
  chart: {
    title: ({ period, scope }) => `Map of ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ indicator, units, shade, against }) =>
      [
        shade === "moved" ? `${head(indicator)}: places gained and lost` : head(indicator),
        figures.unitCount(units),
        ...(against ? [against] : []),
      ].join(" · "),
    legend: ({ indicator, shade, target }) => whatOf(shade, indicator, target),
    range: ({ from, to, indicator, shade, met }) => {
      if (shade === "moved") {
        if (from === 0 && to === 0) return moved(0);
        const [least, most] = [
          Math.min(Math.abs(from), Math.abs(to)),
          Math.max(Math.abs(from), Math.abs(to)),
        ];
        return `${from > 0 ? "up" : "down"} ${rangeOf(least, most, figures.number)}`;
      }
      const range = rangeOf(from, to, (value) =>
        figures.number(value, indicator.measure === "points" ? 2 : undefined),
      );
      return shade === "target" ? `${met ? "met" : "missed"}: ${range}` : range;
    },
    count: (units) => `${figures.number(units)} units`,
    missing: (shade) => (shade === "moved" ? "not compared" : "no figures"),
    label: ({ row, name, indicator, shade }) =>
      shade === "moved"
        ? `${name} ${moved(row.moved ?? 0)}`
        : `${row.rank}. ${name} ${figures.value(row.value, indicator)}`,
    unlabelled: (name) => `${name}: no figures yet`,
    enlarged: "The inner city, enlarged",
    notes: (shade) => (shade === "moved" ? "" : "Before the names: places; orange: the last ones."),
    footer: (given, named) => evidence.footer(given, null, named && figures.indicatorShort(named)),
    credit:
      "Boundaries (for reference): Vietnam Administrative Units Reference Map, Vietnam Natural Resources, Environment and Cartography Publishing House, by vietnamese-provinces-database (MIT)",
    unit: shortUnit,
  },
  actions: { value: "By results", moved: "Places gained, lost", target: "By target" },
};
