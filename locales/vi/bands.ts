import { shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { BandWords } from "#locales/words/bands.ts";
import { bold, text } from "#services/reply/text.ts";
import type { BandLevels, VolumeBand } from "#services/results/volume-bands.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

/** "Dưới 500 hồ sơ", "Từ 500 đến 2.000 hồ sơ", "Trên 2.000 hồ sơ". */
function rangeOf({ from, upTo }: VolumeBand): string {
  if (from === null) return upTo === null ? "Mọi mức hồ sơ" : `Dưới ${number(upTo)} hồ sơ`;
  const least = `${from.isIn ? "Từ" : "Trên"} ${number(from.dossiers)}`;
  if (upTo === null) return from.isIn ? `${least} hồ sơ trở lên` : `${least} hồ sơ`;
  return `${least} đến ${number(upTo)} hồ sơ`;
}

const levelsOf = (levels: BandLevels): string => levels.map((level) => number(level)).join(", ");

export const bands: BandWords = {
  title: ({ period, scope, units, indicator }) =>
    bold(
      [
        `Xếp hạng theo nhóm hồ sơ ${periods.name(period)}`,
        fullName(scope),
        units,
        ...(indicator ? [figures.indicator(indicator)] : []),
      ].join(" · "),
    ),
  head: ({ band, shown }) =>
    bold(
      shown === null
        ? `${rangeOf(band)} · ${number(band.rows.length)} đơn vị`
        : `${rangeOf(band)} · ${number(shown)}/${number(band.rows.length)} đơn vị`,
    ),
  leaders: (list) => text`Dẫn đầu: ${list}`,
  laggards: (list) => text`Cuối nhóm: ${list}`,
  row: ({ rank, name, value, overall, received, ahead }) => {
    const share = ahead === null ? "" : `, hơn ${number(ahead)}% đơn vị trong nhóm`;
    return `${rank}. ${name} ${value} (${number(received)} hồ sơ; hạng chung ${number(overall)}${share})`;
  },
  unknown: (names, more) =>
    `Chưa có số hồ sơ tiếp nhận, không xếp nhóm: ${names.join(", ")}${more > 0 ? ` và ${number(more)} đơn vị khác` : ""}`,
  levels: (levels) =>
    `Nhóm theo số hồ sơ tiếp nhận trong kỳ, mốc ${levelsOf(levels)} (đổi: /caidat nhóm hồ sơ)`,
  setting: (levels, isUsual) => `Nhóm hồ sơ: mốc ${levelsOf(levels)}${isUsual ? " (mặc định)" : ""}`,
  chart: {
    title: ({ period, scope }) =>
      `Xếp hạng theo nhóm hồ sơ ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ indicator, units, page, pages }) =>
      [
        indicator ? capital(figures.indicator(indicator)) : "Điểm tổng hợp (thang 100)",
        `${number(units)} đơn vị`,
        "trong ngoặc: hạng chung",
        ...(pages > 1 ? [`trang ${page}/${pages}`] : []),
      ].join(" · "),
    head: ({ band, isRest }) =>
      `${rangeOf(band)} · ${number(band.rows.length)} đơn vị${isRest ? " (tiếp)" : ""}`,
    name: ({ rank, unit, isFew }) => `${rank}. ${shortUnit(unit)}${isFew ? " †" : ""}`,
    value: ({ value, indicator, overall }) => `${figures.value(value, indicator)} (${number(overall)})`,
    key: ({ marked }) => ({
      first: `${marked} hạng đầu mỗi nhóm`,
      missed: "chưa đạt chỉ tiêu",
      other: "còn lại",
    }),
    footer: (given, indicator) =>
      evidence.footer(given, null, indicator && figures.indicatorShort(indicator)),
  },
  action: "Theo nhóm hồ sơ",
};
