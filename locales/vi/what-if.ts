import { placeName, shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { WhatIfWords } from "#locales/words/what-if.ts";
import type { NoPoints } from "#services/analysis/what-if.ts";
import { bold, text } from "#services/reply/text.ts";

const REASONS: Readonly<Record<NoPoints, string>> = {
  "no-formula": "chưa rõ cách quy tỷ lệ này ra điểm",
  contradicted: "công thức đã biết không cho ra đúng điểm công bố",
  "older-period": "công thức chỉ biết chắc từ năm 2026",
  "no-group": "chưa có điểm của nhóm",
  "no-total": "chưa có tổng điểm kỳ này",
  "not-scored": "số liệu này không được chấm điểm riêng",
};

export const whatIf: WhatIfWords = {
  commands: {
    gialap: {
      purpose: "Giả định một kết quả khác đi thì được hạng nào",
      usage: "<đơn vị> <chỉ số> <giá trị> [kỳ]",
      examples: [
        "/gialap Cương Chính đúng hạn 95%",
        "/gialap Thủ Sỹ tổng điểm 85",
        "/gialap Thủ Sỹ giảm 2 điểm",
      ],
    },
  },
  title: ({ unit, parent, period }) =>
    bold(`GIẢ ĐỊNH · ${placeName(unit, parent)} · ${periods.name(period)}`),
  supposing: ({ indicator, value, actual }) =>
    `Nếu ${figures.indicatorShort(indicator)} là ${figures.value(value, indicator)} (thực tế ${figures.value(actual, indicator)}), mọi số khác giữ nguyên:`,
  figure: ({ supposed: { indicator, value, actual, place }, band }) => {
    const rank = place
      ? ` · ${place.tied ? "đồng hạng" : "hạng"} ${figures.number(place.rank)}/${figures.number(place.of)} (thực tế ${figures.number(place.actual)})`
      : "";
    const level = band ? ` (${figures.band(band)})` : "";
    return text`${figures.indicatorShort(indicator)}: ${bold(`${figures.valueOfMax(value, indicator)}${level}`)}, thực tế ${figures.value(actual, indicator)}${rank}`;
  },
  formula: ({ formula, checked }) =>
    checked
      ? `Điểm tính theo công thức ${formula.code ?? ""}, khớp điểm công bố.`
      : `Điểm tính theo công thức ${formula.code ?? ""}, chưa đối chiếu được với điểm công bố.`,
  lacking: ({ reason }) => `Không tính được tổng điểm mới: ${REASONS[reason]}.`,
  noPlace: "Chưa có số liệu các đơn vị cùng cấp để xếp hạng.",
  notReal: (line) => `GIẢ ĐỊNH, không phải kết quả công bố. Số thực tế: ${line}`,
  chart: {
    title: ({ unit, parent }) => `GIẢ ĐỊNH · ${placeName(unit, parent)}`,
    subtitle: ({ supposed: { indicator, value, actual }, period }) =>
      `${figures.indicatorShort(indicator)} ${figures.value(value, indicator)} thay vì ${figures.value(actual, indicator)}; đơn vị khác như ${periods.name(period)}`,
    columns: ({ measure }) => ({
      value: measure === "rate" ? "%" : "điểm",
      change: "so thực tế",
      moved: "bậc",
    }),
    tick: (value) => figures.number(value),
    key: { dot: "kết quả", ring: "thực tế của đơn vị", rest: "cam: GIẢ ĐỊNH" },
    unit: shortUnit,
    value: figures.number,
    change: figures.signed,
    footer: (given) => ["GIẢ ĐỊNH, không phải kết quả công bố", ...evidence.footer(given, null, null)],
  },
};
