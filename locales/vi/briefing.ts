import { figures } from "#locales/vi/common.ts";
import { monthExport } from "#locales/vi/month-export.ts";
import { periods } from "#locales/vi/period.ts";
import type { BriefingWords } from "#locales/words/briefing.ts";
import { bold } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

export const briefing: BriefingWords = {
  commands: {
    giaoban: {
      purpose: "Một trang A4 cho cuộc họp giao ban (pdf, Word)",
      usage: "[kỳ] [địa bàn] [word]",
      examples: ["/giaoban", "/giaoban tháng 8/2024 Tiên Lữ", "/giaoban word"],
    },
  },
  action: "Trang giao ban",
  title: ({ scope, period }) => bold(`Trang giao ban · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ missed, alerts, tasks }) =>
    `Một trang A4: ${[
      missed === null ? "chưa có chỉ tiêu nào" : `${figures.number(missed)} chỉ tiêu còn đơn vị chưa đạt`,
      `${figures.number(alerts)} cảnh báo chưa giải trình`,
      `${figures.number(tasks)} nhiệm vụ đến hạn trong tuần`,
    ].join(", ")}.`,
  paper: {
    language: "vi-VN",
    title: ({ scope, period }) =>
      `Giao ban kết quả Bộ chỉ số 766 ${periods.name(period)} – ${fullName(scope)}`.toLocaleUpperCase("vi"),
    nobody: "……",
    spoken: (number, text) => `${number}. ${text}`,
    decide: "Việc cần cho ý kiến",
    nothing: ({ hasTargets }) =>
      `Không có ${hasTargets ? "đơn vị dưới chỉ tiêu, " : ""}cảnh báo chưa giải trình hay nhiệm vụ đến hạn trong tuần.${hasTargets ? "" : " Chưa có chỉ tiêu nào được nhập."}`,
    columns: { kind: "Việc", who: "Đơn vị", what: "Nội dung" },
    task: ({ date, isOverdue }) => `Nhiệm vụ ${isOverdue ? "QUÁ HẠN từ" : "đến hạn"} ${figures.date(date)}`,
    missed: "Chưa đạt chỉ tiêu",
    units: (names) => names.join(", "),
    target: ({ indicator, target, count }) =>
      `${figures.number(count)} đơn vị chưa đạt ${monthExport.file.missed(indicator, target)}`,
    alert: (number) => `Cảnh báo #${number} chưa giải trình`,
  },
};
