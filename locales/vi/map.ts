import { shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { MapWords } from "#locales/words/map.ts";
import type { MapShade } from "#services/charts/map-steps.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold } from "#services/reply/text.ts";
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

const named = (names: readonly string[], count: number): string =>
  `${names.length < count ? "trong đó có " : ""}${names.join(", ")}`;

const moved = (places: number): string => {
  if (places === 0) return "giữ hạng";
  return `${places > 0 ? "tăng" : "giảm"} ${figures.number(Math.abs(places))} bậc`;
};

const head = (indicator: Indicator): string => capital(figures.indicator(indicator));

const unitOf = ({ measure, noun }: Indicator): string => {
  if (measure === "rate") return " (%)";
  if (measure === "points") return " (điểm)";
  return noun ? ` (${noun.vi})` : "";
};

const BETTER: Readonly<Record<Indicator["direction"], string>> = {
  up: "màu đậm hơn là cao hơn",
  down: "màu đậm hơn là ít hơn, tốt hơn",
  neutral: "màu đậm hơn là lớn hơn",
};

const whatOf = (shade: MapShade, indicator: Indicator, target: Target | null): string => {
  if (shade === "moved") return "Tăng, giảm thứ hạng";
  if (shade === "target" && target)
    return `Chỉ tiêu ${figures.indicator(indicator).toLocaleLowerCase("vi")} ${SIGNS[target.comparison]}${figures.value(target.value, indicator)}`;
  return `${head(indicator)}${unitOf(indicator)}, ${BETTER[indicator.direction]}`;
};

/** "80,25–85,31"; the ends of places lost are written as they grow. */
const rangeOf = (from: number, to: number, write: (value: number) => string): string =>
  from === to ? write(from) : `${write(from)}–${write(to)}`;

export const map: MapWords = {
  commands: {
    bando: {
      purpose: "Bản đồ kết quả các xã, phường hoặc các tỉnh",
      usage: "[kỳ] [chỉ số] [tăng giảm / chỉ tiêu] [địa bàn]",
      examples: ["/bando cả nước", "/bando Gia Lai", "/bando 2026 cả nước"],
    },
  },
  title: ({ period, scope, units, named, shade }) =>
    bold(
      [
        `Bản đồ ${periods.name(period)}`,
        fullName(scope),
        figures.unitCount(units),
        ...(named ? [figures.indicator(named)] : []),
        ...(shade === "moved" ? ["tăng, giảm thứ hạng"] : shade === "target" ? ["so với chỉ tiêu"] : []),
      ].join(" · "),
    ),
  steps: ({ legend, steps }) =>
    `${legend}: ${steps.map(({ range, count }) => `${range} (${count})`).join(" · ")}`,
  movers: ({ way, names, more }) =>
    `${way === "rose" ? "Tăng" : "Giảm"} hạng nhiều nhất: ${names.join(" · ")}${
      more > 0 ? ` và ${figures.number(more)} đơn vị khác cùng mức` : ""
    }`,
  moves: ({ rose, fell, same, against }) =>
    `${figures.number(rose)} đơn vị tăng hạng, ${figures.number(same)} giữ hạng, ${figures.number(fell)} giảm hạng ${against}`,
  met: ({ target, indicator, met, of }) =>
    `Đạt chỉ tiêu ${SIGNS[target.comparison]}${figures.value(target.value, indicator)}: ${figures.number(met)}/${figures.number(of)} đơn vị có số liệu`,
  grey: ({ count, of, names, shade }) =>
    `Màu xám, ${shade === "moved" ? "chưa so sánh được thứ hạng" : "chưa có số liệu"}: ${figures.number(count)}/${figures.number(of)} đơn vị (${named(names, count)})`,
  absent: ({ count, names }) =>
    `Có số liệu nhưng không có trên bản đồ: ${figures.number(count)} đơn vị (${named(names, count)})`,
  chart: {
    title: ({ period, scope }) => `Bản đồ ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ indicator, units, shade, against }) =>
      [
        shade === "moved" ? `${head(indicator)}: tăng, giảm thứ hạng` : head(indicator),
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
        return `${from > 0 ? "tăng" : "giảm"} ${rangeOf(least, most, figures.number)} bậc`;
      }
      const range = rangeOf(from, to, (value) =>
        figures.number(value, indicator.measure === "points" ? 2 : undefined),
      );
      return shade === "target" ? `${met ? "đạt" : "chưa đạt"}: ${range}` : range;
    },
    count: (units) => `${figures.number(units)} đơn vị`,
    missing: (shade) => (shade === "moved" ? "chưa so được" : "chưa có số liệu"),
    label: ({ row, name, indicator, shade }) =>
      shade === "moved"
        ? `${name} ${moved(row.moved ?? 0)}`
        : `${row.rank}. ${name} ${figures.value(row.value, indicator)}`,
    unlabelled: (name) => `${name}: chưa có số liệu`,
    enlarged: "Khu vực trung tâm, phóng to",
    notes: (shade) => (shade === "moved" ? "" : "Số trước tên là thứ hạng; cam: cuối bảng."),
    footer: (given, named) => evidence.footer(given, null, named && figures.indicatorShort(named)),
    credit:
      "Ranh giới (tham khảo): Bản đồ tham khảo đơn vị hành chính, NXB Tài nguyên, Môi trường và Bản đồ Việt Nam, qua vietnamese-provinces-database (MIT)",
    unit: shortUnit,
  },
  actions: { value: "Theo kết quả", moved: "Tăng, giảm hạng", target: "Theo chỉ tiêu" },
};
