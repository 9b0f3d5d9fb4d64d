import { createAlertFigure } from "#locales/shared/alert-figure.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import { rank } from "#locales/vi/rank.ts";
import type { AlertChartFacts, AlertChartWords } from "#services/charts/alert-board.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

/** Figures under it bear their own "%". */
const short = ({ indicator }: AlertChartFacts): string =>
  figures.indicatorShort(indicator).replace(/ \(%\)$/u, "");

function column(facts: AlertChartFacts): string {
  const { alert, indicator, isTotal } = facts;
  if (alert.of === "rank") return "Tụt hạng (bậc)";
  if (alert.of === "falls") return "Giảm liên tiếp (kỳ)";
  if (alert.of === "dailyFalls") return "Giảm từng ngày (lần, tạm tính)";
  if (alert.of === "presence") return "Chưa có số liệu";
  if (alert.level !== null || indicator.measure === "count") return short(facts);
  return isTotal ? "Tụt điểm" : `Giảm: ${short(facts)}`;
}

export const chart: AlertChartWords = {
  title: ({ scope, period }) =>
    ["Bảng cảnh báo", capital(fullName(scope)), ...(period ? [periods.name(period)] : [])].join(" · "),
  subtitle: ({ open, units, marks }) =>
    [
      `${figures.number(open)} cảnh báo đang mở ở ${figures.number(units)} đơn vị`,
      ...(["late", "unseen"] as const).flatMap((mark) => {
        const count = marks.get(mark);
        return count === undefined ? [] : [`${chart.marks[mark]}: ${figures.number(count)}`];
      }),
    ].join(" · "),
  column,
  others: "Nội dung khác",
  figure: createAlertFigure({
    figures,
    periods,
    against: (period) => `so ${period}`,
    rank: (place) => `hạng ${place}`,
  }),
  marks: {
    unseen: "chưa nhận",
    seen: "đã nhận",
    explained: "đã giải trình",
    late: "quá hạn giải trình",
  },
  urgent: "chữ đỏ đậm: khẩn",
  urgentSaid: "khẩn",
  more: (units) => `và ${figures.number(units)} đơn vị khác`,
  footer: (given) => evidence.footer(given, null, null),
  bases: (of) =>
    of.length === 0 ? null : `Mức tăng giảm, số bậc: so với ${of.map(periods.name).join(", ")}`,
  changed: (moment) => `Tình trạng xử lý đến ${figures.moment(moment)}`,
  unit: rank.chart.unit,
  count: (count) => figures.number(count),
};
