import { roman } from "#locales/shared/roman.ts";
import { figures } from "#locales/vi/common.ts";
import { letter } from "#locales/vi/letter.ts";
import { monthExport } from "#locales/vi/month-export.ts";
import { periods } from "#locales/vi/period.ts";
import { targetLevel } from "#locales/vi/target-level.ts";
import type { Move, ReportPaperWords, ReportWords } from "#locales/words/report.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

const BLANK = "……";
const INDEX = "Bộ chỉ số phục vụ người dân, doanh nghiệp";

const moved = ({ unit, change }: Move, indicator: Indicator): string =>
  `${fullName(unit)} (${change > 0 ? "tăng" : "giảm"} ${figures.apart(change, indicator)}${indicator.measure === "points" ? " điểm" : ""})`;

const paper: ReportPaperWords = {
  title: (period) => `Báo cáo kết quả đánh giá ${INDEX} ${periods.name(period)}`,
  number: `Số: ${BLANK}/BC-${BLANK}`,
  kind: "BÁO CÁO",
  about: ({ scope, period }) => `Kết quả đánh giá ${INDEX} ${periods.name(period)} của ${fullName(scope)}`,
  reports: ({ scope, period, months, provisional }) =>
    `${scope.kind === "country" ? BLANK : `UBND ${fullName(scope)}`} báo cáo kết quả đánh giá ${INDEX} của ${fullName(scope)} trong ${periods.name(period)}, theo số liệu ${months.map(periods.name).join(", ")}${
      provisional ? " (có số liệu tạm tính, có thể thay đổi)" : ""
    } như sau:`,
  heads: { own: "KẾT QUẢ CHUNG", units: "KẾT QUẢ CỦA CÁC ĐƠN VỊ", orders: "NHIỆM VỤ THỜI GIAN TỚI" },
  head: (number, text) => `${roman(number)}. ${text}`,
  own: ({ month, figure }) =>
    letter.paper
      .own(figure)
      .replace(/^- ([^:]+):/u, (_, name: string) => `- ${name} ${periods.name(month)}:`),
  column: ({ indicator, month }) => `${monthExport.file.values(indicator)} ${periods.name(month)}`,
  monthEnds: ({ month, indicator, leaders, laggards }) =>
    `- ${figures.indicator(indicator)} ${periods.name(month)}: ${[
      ...(leaders.length > 0 ? [`dẫn đầu là ${leaders.join(", ")}`] : []),
      ...(laggards.length > 0 ? [`còn thấp là ${laggards.join(", ")}`] : []),
    ].join("; ")}.`,
  movers: ({ from, to, indicator, rose, fell }) =>
    `- So sánh ${periods.name(to)} với ${periods.name(from)} về ${figures.indicator(indicator)}: ${[
      ...(rose.length > 0 ? [`tăng nhiều nhất ${rose.map((one) => moved(one, indicator)).join(", ")}`] : []),
      ...(fell.length > 0 ? [`giảm nhiều nhất ${fell.map((one) => moved(one, indicator)).join(", ")}`] : []),
    ].join("; ")}.`,
  always: ({ indicator, target, units, more }) =>
    `- Chưa đạt chỉ tiêu ${figures.indicator(indicator)} (${targetLevel(target, indicator)}) ở tất cả các tháng: ${units.map(fullName).join(", ")}${
      more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""
    }.`,
  ends: ({ scope, period }) =>
    `Trên đây là báo cáo kết quả đánh giá ${INDEX} ${periods.name(period)} của ${fullName(scope)}./.`,
  receivers: [`- ${BLANK};`, `- Lưu: VT, ${BLANK}.`],
};

export const report: ReportWords = {
  commands: {
    baocao: {
      purpose: "Dự thảo báo cáo quý, 6 tháng, năm (Word, pdf)",
      usage: "[quý / năm] [địa bàn] [pdf]",
      examples: ["/baocao quý 3", "/baocao năm 2026 Gia Lai", "/baocao 6 tháng đầu năm pdf"],
    },
  },
  title: ({ scope, period }) => bold(`Dự thảo báo cáo · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ months, units }) =>
    `Gồm số liệu ${months.map(periods.name).join(", ")}${
      units.length > 0 ? `; phụ lục ${figures.unitCount(units)} qua từng tháng` : ""
    }.`,
  paper,
};
