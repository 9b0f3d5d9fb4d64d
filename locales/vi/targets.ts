import { shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { TargetsWords } from "#locales/words/targets.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, text } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const SIGNS: Readonly<Record<Target["comparison"], string>> = {
  ">=": "từ",
  "<=": "không quá",
  ">": "trên",
  "<": "dưới",
  "=": "bằng",
};

const level = ({ comparison, value }: Target, indicator: Indicator): string =>
  `${SIGNS[comparison]} ${figures.value(value, indicator)}`;
/** Short enough for a cell: what is counted stands at the head. */
const inCell = (value: number, indicator: Indicator): string =>
  indicator.measure === "count" ? figures.number(value) : figures.value(value, indicator);
const short = ({ comparison, value }: Target, indicator: Indicator): string =>
  `${SIGNS[comparison]} ${inCell(value, indicator)}`;
const andMore = (names: readonly string[], separator: string, more: number): string =>
  `${names.join(separator)}${more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""}`;

export const targets: TargetsWords = {
  commands: {
    chitieu: {
      purpose: "Chỉ tiêu được giao: ai đạt, ai thiếu bao nhiêu",
      usage: "[kỳ] [chỉ số] [địa bàn] [excel]",
      examples: ["/chitieu", "/chitieu huyện Mê Linh", "/chitieu đúng hạn"],
    },
  },
  title: ({ period, scope, units }) =>
    bold(`Chỉ tiêu · ${periods.name(period)} · ${fullName(scope)} · ${units}`),
  own: ({ period, unit }) => bold(`Chỉ tiêu · ${periods.name(period)} · ${fullName(unit)}`),
  papers: (papers) => `Theo ${papers.join("; ")}.`,
  all: ({ targets: count, met, missed, of }) =>
    text`Đạt cả ${count} chỉ tiêu: ${bold(`${met}/${of} đơn vị`)} · chưa đạt ít nhất một: ${missed}${
      met + missed < of ? ` · chưa đủ số liệu: ${of - met - missed}` : ""
    }`,
  column: ({ indicator, target, met, of, papers }) => {
    const name = capital(figures.indicator(indicator));
    const head = target ? `${name} ${level(target, indicator)}` : `${name} (mức riêng từng đơn vị)`;
    const paper =
      papers === null
        ? ""
        : papers.length > 0
          ? ` · theo ${papers.join("; ")}`
          : " · chưa lưu tên văn bản giao";
    return text`${bold(head)}: đạt ${met}/${of}${paper}`;
  },
  inBrackets: "Trong ngoặc: phần còn cách chỉ tiêu (tỷ lệ tính bằng điểm phần trăm).",
  missed: ({ units, more }) => `– Chưa đạt: ${andMore(units, " · ", more)}`,
  missedUnit: ({ name, value, gap, target, indicator }) =>
    target ? `${name} ${value} (chỉ tiêu ${level(target, indicator)})` : `${name} ${value} (${gap})`,
  missing: (names, more) => `– Chưa có số liệu: ${andMore(names, ", ", more)}`,
  idle: (names, more) => `– Không phát sinh hồ sơ: ${andMore(names, ", ", more)}`,
  lost: (set) =>
    `Kỳ này chưa có số liệu: ${set
      .map(({ indicator, target }) => `${figures.indicatorShort(indicator)} (${level(target, indicator)})`)
      .join(", ")}.`,
  ofUnits: (set) =>
    `Chỉ tiêu cho các đơn vị trực thuộc, chưa có số liệu từng đơn vị: ${set
      .map(({ indicator, target }) => `${figures.indicatorShort(indicator)} (${level(target, indicator)})`)
      .join(", ")}.`,
  chart: {
    title: ({ period, scope }) => `Chỉ tiêu ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ page, pages }) =>
      ["Nhiều chỉ tiêu chưa đạt xếp trước", ...(pages > 1 ? [`trang ${page}/${pages}`] : [])].join(" · "),
    unit: shortUnit,
    head: figures.indicatorShort,
    target: (target, indicator) => (target ? short(target, indicator) : "mức riêng"),
    value: inCell,
    key: ([near, far]) => ["đạt", `thiếu đến ${near}%`, `đến ${far}%`, `hơn ${far}% mức tối đa`],
    marked: (value) => `${value} †`,
    footer: (given, few) => [
      ...(few === null ? [] : [`† Từ ${few} hồ sơ trở xuống`]),
      ...evidence.footer(given, null, null),
    ],
    alt: ({ name, cells }) =>
      `${name}: ${cells.map(({ head, value, isMet }) => `${head} ${value}${isMet ? "" : " (chưa đạt)"}`).join(" · ")}`,
  },
  actions: { missed: (indicator) => `Chưa đạt: ${figures.indicatorShort(indicator)}` },
};
