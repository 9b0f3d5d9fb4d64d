import { shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { TrendWords } from "#locales/words/trend.ts";
import { bold, text } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const SIGNS: Readonly<Record<Target["comparison"], string>> = {
  ">=": "từ ",
  "<=": "không quá ",
  ">": "trên ",
  "<": "dưới ",
  "=": "",
};

const LAST: Readonly<Record<"inside" | "above" | "below", string>> = {
  inside: "kỳ cuối nằm trong mức này",
  above: "kỳ cuối vượt lên trên mức này, nên tìm nguyên nhân",
  below: "kỳ cuối xuống dưới mức này, nên tìm nguyên nhân",
};

export const trend: TrendWords = {
  commands: {
    xuhuong: {
      purpose: "Diễn biến của một đơn vị qua các kỳ",
      usage: "<đơn vị>[, <đơn vị>] [chỉ số] [N kỳ] [theo hạng] [excel]",
      examples: ["/xuhuong Cương Chính", "/xuhuong Mê Linh đúng hạn 12 kỳ", "/xuhuong Gia Lai theo hạng"],
    },
  },
  title: ({ unit, indicator }) => bold(`Xu hướng · ${fullName(unit)} · ${figures.indicatorShort(indicator)}`),
  point: ({ period, value, beside }) =>
    text`${capital(periods.name(period))}: ${bold(value)}${beside.map((fact) => ` · ${fact}`).join("")}`,
  compared: "Tăng, giảm: so với kỳ liền trước.",
  place: (rank, of) => `hạng ${rank}${of === null ? "" : `/${of}`}`,
  unfinished: "kỳ chưa kết thúc",
  missing: (missing) => `Chưa có số liệu: ${missing.map(periods.name).join(", ")}.`,
  onlyOne: "Mới có số liệu của một kỳ, chưa thành xu hướng.",
  noPlaces: "Chưa có thứ hạng ở kỳ nào để xem theo hạng.",
  ends: ({ highest, highestIn, lowest, lowestIn }) =>
    `Cao nhất ${highest} (${periods.name(highestIn)}), thấp nhất ${lowest} (${periods.name(lowestIn)}).`,
  usual: ({ low, high, mean, of, last }) =>
    `Mức thường thấy: từ ${low} đến ${high}, bình quân ${mean} (tính từ ${of} kỳ); ${LAST[last]}.`,
  target: ({ comparison, value, met, of }) =>
    `Chỉ tiêu hiện nay ${SIGNS[comparison]}${value}: đạt ${met}/${of} kỳ.`,
  chart: {
    title: ({ units, indicators: [named, ...others] }) =>
      [
        units.map(shortUnit).join(", "),
        ...(named && others.length === 0 ? [figures.indicatorShort(named)] : []),
      ].join(" · "),
    subtitle: ({ from, to, places }) =>
      `${places ? "Thứ hạng" : "Diễn biến"} từ ${periods.name(from)} đến ${periods.name(to)}`,
    head: ({ unit, indicator }) =>
      [...(unit ? [shortUnit(unit)] : []), ...(indicator ? [figures.indicatorShort(indicator)] : [])].join(
        " · ",
      ),
    period: periods.short,
    value: figures.value,
    tick: (value) => figures.number(value),
    place: (place) => String(place),
    dot: (places) => (places ? "thứ hạng, 1 là cao nhất" : "kết quả từng kỳ"),
    target: (target, indicator) =>
      target ? `chỉ tiêu ${SIGNS[target.comparison]}${figures.value(target.value, indicator)}` : "chỉ tiêu",
    band: "mức thường thấy",
    broken: "vạch đứng: trước và sau không so sánh được với nhau",
    footer: (given) => evidence.footer(given, null, null),
    alt: (period, value) => `${period}: ${value}`,
  },
  actions: { periods: (count) => `${count} kỳ`, places: "Theo hạng", values: "Theo kết quả" },
};
