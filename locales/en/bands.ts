import { evidence, figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import { shortUnit } from "#locales/shared/unit-names.ts";
import type { BandWords } from "#locales/words/bands.ts";
import { bold, text } from "#services/reply/text.ts";
import type { BandLevels, VolumeBand } from "#services/results/volume-bands.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

/** "Below 500 dossiers", "From 500 to 2,000 dossiers", "Above 2,000 dossiers". */
function rangeOf({ from, upTo }: VolumeBand): string {
  if (from === null) return upTo === null ? "Any number of dossiers" : `Below ${number(upTo)} dossiers`;
  const least = `${from.isIn ? "From" : "Above"} ${number(from.dossiers)}`;
  if (upTo === null) return `${least} dossiers`;
  return `${least} to ${number(upTo)} dossiers`;
}

const levelsOf = (levels: BandLevels): string => levels.map((level) => number(level)).join(", ");

export const bands: BandWords = {
  title: ({ period, scope, units, indicator }) =>
    bold(
      [
        `Ranking by dossiers received, ${periods.name(period)}`,
        fullName(scope),
        units,
        ...(indicator ? [figures.indicator(indicator)] : []),
      ].join(" · "),
    ),
  head: ({ band, shown }) =>
    bold(
      shown === null
        ? `${rangeOf(band)} · ${number(band.rows.length)} units`
        : `${rangeOf(band)} · ${number(shown)}/${number(band.rows.length)} units`,
    ),
  leaders: (list) => text`Leading: ${list}`,
  laggards: (list) => text`Last: ${list}`,
  row: ({ rank, name, value, overall, received, ahead }) => {
    const share = ahead === null ? "" : `, ahead of ${number(ahead)}% of the band`;
    return `${rank}. ${name} ${value} (${number(received)} dossiers; ${number(overall)} overall${share})`;
  },
  unknown: (names, more) =>
    `Dossiers received not known: ${names.join(", ")}${more > 0 ? ` and ${number(more)} more` : ""}`,
  levels: (levels) =>
    `Bands by dossiers received in the period, parted at ${levelsOf(levels)} (change: /caidat nhóm hồ sơ)`,
  setting: (levels, isUsual) =>
    `Bands by dossiers: parted at ${levelsOf(levels)}${isUsual ? " (default)" : ""}`,
  chart: {
    title: ({ period, scope }) =>
      `Ranking by dossiers received, ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ indicator, units, page, pages }) =>
      [
        indicator ? capital(figures.indicator(indicator)) : "Total score (out of 100)",
        `${number(units)} units`,
        "in brackets: overall place",
        ...(pages > 1 ? [`page ${page}/${pages}`] : []),
      ].join(" · "),
    head: ({ band, isRest }) =>
      `${rangeOf(band)} · ${number(band.rows.length)} units${isRest ? " (continued)" : ""}`,
    name: ({ rank, unit, isFew }) => `${rank}. ${shortUnit(unit)}${isFew ? " †" : ""}`,
    value: ({ value, indicator, overall }) => `${figures.value(value, indicator)} (${number(overall)})`,
    key: ({ marked }) => ({
      first: `first ${marked} of a band`,
      missed: "misses its target",
      other: "others",
    }),
    footer: (given, indicator) =>
      evidence.footer(given, null, indicator && figures.indicatorShort(indicator)),
  },
  action: "By dossiers received",
};
