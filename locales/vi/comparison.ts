import { shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { ComparisonWords } from "#locales/words/comparison.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, text } from "#services/reply/text.ts";
import type { UnitView } from "#services/results/views.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

/** Names told one by one. */
const NAMED = 6;

const unitsOf = (sides: readonly UnitView[]) => [...new Set(sides.map(({ unit }) => unit))];
const periodsOf = (sides: readonly UnitView[]): string =>
  [...new Set(sides.map(({ period }) => periods.name(period)))].join(" với ");
/** A single unit is named in full. */
const namesOf = (sides: readonly UnitView[]): string => {
  const [first, ...others] = unitsOf(sides);
  return first && others.length === 0 ? fullName(first) : unitsOf(sides).map(shortUnit).join(", ");
};
const listed = (indicators: readonly Indicator[]): string => {
  const names = indicators.slice(0, NAMED).map(figures.indicatorShort).join(", ");
  const more = indicators.length - NAMED;
  return more > 0 ? `${names} và ${more} chỉ số khác` : names;
};

export const comparison: ComparisonWords = {
  commands: {
    sosanh: {
      purpose: "So sánh các đơn vị, hoặc hai kỳ của một đơn vị",
      usage: "<đơn vị>, <đơn vị>[, …] [chỉ số] [kỳ] · <đơn vị> <kỳ> với <kỳ> [excel]",
      examples: [
        "/sosanh Thủ Sỹ, Cương Chính",
        "/sosanh Thủ Sỹ, Lệ Xá, Dị Chế đúng hạn 9/2024",
        "/sosanh Thủ Sỹ 8/2024 với 9/2024",
      ],
    },
  },
  title: (sides) => bold(`So sánh · ${namesOf(sides)} · ${periodsOf(sides)}`),
  lacking: ({ unit, period }) => `${capital(fullName(unit))}: chưa có số liệu ${periods.name(period)}.`,
  better: ({ counts, alike, of }) => {
    const said = counts.map(({ name, count }) => `${name} ${count}`).join(" · ");
    const head = counts.length > 2 ? "Tốt nhất, kể cả đồng hạng," : "Tốt hơn";
    return text`${head} ở (trong ${of} chỉ số so được): ${bold(said)}${alike > 0 ? ` · ngang nhau ${alike}` : ""}`;
  },
  noneBetter: "Không bên nào hơn bên nào ở các chỉ số này.",
  broken: (why) => `${capital(why)}. Số liệu nêu cạnh nhau, không kết luận bên nào hơn.`,
  otherKind: "Hai kỳ không cùng loại (tháng, quý, năm). Số liệu nêu cạnh nhau, không kết luận bên nào hơn.",
  unlike: "Các đơn vị không cùng cấp: so sánh chỉ để tham khảo.",
  row: (indicator) => capital(figures.indicator(indicator)),
  figure: ({ name, value, place }) => `${name} ${value}${place ? ` (${place})` : ""}`,
  value: (value, indicator) => {
    const { measure, max } = indicator;
    if (measure !== "points" || max === null || max === 100) return figures.value(value, indicator);
    return `${figures.valueOfMax(value, indicator)} = ${figures.number((value / max) * 100, 1)}%`;
  },
  nothing: (name) => `${name} chưa có số liệu`,
  idle: (name) => `${name} không phát sinh hồ sơ`,
  without: (names) => ` · chưa có số liệu: ${names.join(", ")}`,
  gap: (amount) => ` · chênh ${amount}`,
  changed: (amount) => ` (${amount})`,
  page: ({ page, pages, of }) => `Trang ${page}/${pages}, tất cả ${of} chỉ số.`,
  alone: (indicators) => `Chỉ một bên có số liệu: ${listed(indicators)}.`,
  lost: (indicators) => `Chưa có số liệu: ${listed(indicators)}.`,
  chart: {
    side: ({ unit, period }, { units, periods: several }) =>
      [...(units ? [shortUnit(unit)] : []), ...(several ? [periods.short(period)] : [])].join(" "),
    title: (sides) => `So sánh ${namesOf(sides)}`,
    subtitle: ({ sides, hasCounts }) =>
      [
        `Kết quả ${periodsOf(sides)}`,
        hasCounts ? "thanh: % của mức tối đa; số lượng: so với bên nhiều nhất" : "thanh: % của mức tối đa",
      ].join(" · "),
    head: (indicator) => {
      const head = capital(figures.indicator(indicator));
      if (indicator.measure === "points" && indicator.max)
        return `${head} (tối đa ${figures.number(indicator.max)})`;
      return indicator.direction === "down" ? `${head} (càng ít càng tốt)` : head;
    },
    value: (value, indicator) => comparison.value(value, indicator).replace(/\/\d+ = /u, " = "),
    nothing: "chưa có",
    key: { best: "tốt nhất", other: "còn lại" },
    footer: (given) => evidence.footer(given, null, null),
    alt: ({ head, figures: said }) =>
      `${head}: ${said.map(({ name, value }) => `${name} ${value}`).join(" · ")}`,
  },
  actions: { trend: "Xu hướng" },
};
