import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { AlertExportWords } from "#locales/words/alert-export.ts";
import { bold, text } from "#services/reply/text.ts";
import { foldWords } from "#services/text/fold.ts";
import { fullName } from "#services/units/unit.ts";

export const alertExport: AlertExportWords = {
  title: ({ scope, period }) => bold(`Cảnh báo · ${fullName(scope)} · ${periods.name(period)}`),
  counts: ({ alerts, units, open, explained, accepted }) =>
    [
      `${figures.number(alerts)} cảnh báo của ${figures.number(units)} đơn vị`,
      `đang mở: ${figures.number(open)}`,
      `đã kết thúc: ${figures.number(alerts - open)}`,
      `có giải trình: ${figures.number(explained)} (được chấp nhận: ${figures.number(accepted)})`,
    ].join(" · "),
  covers: "Gồm cảnh báo mở trong kỳ này hoặc còn mở từ trước, và cảnh báo về số liệu của kỳ này.",
  none: ({ scope, period, others }) =>
    text`${bold(`Cảnh báo · ${fullName(scope)} · ${periods.name(period)}`)}: không có cảnh báo nào.${
      others ? " Kỳ gần nhất có cảnh báo:" : ""
    }`,
  file: {
    name: ({ scope, period }) =>
      `canh-bao-${foldWords(fullName(scope)).replaceAll(/[^a-z0-9]+/gu, "-")}-${period}.xlsx`,
    sheet: "Cảnh báo",
    columns: {
      number: "Số",
      unit: "Đơn vị",
      rule: "Quy tắc",
      indicator: "Chỉ số",
      told: "Giá trị đã báo",
      toldPeriod: "Kỳ đã báo",
      base: "Mức phải đạt / trước đó",
      basePeriod: "Kỳ so sánh",
      gap: "Chênh lệch",
      latest: "Giá trị mới nhất",
      latestPeriod: "Kỳ mới nhất",
      source: "Nguồn",
      asOf: "Thời điểm trích xuất",
      opened: "Mở lúc",
      chats: "Số nơi đã báo",
      seenBy: "Người nhận",
      seenAt: "Nhận lúc",
      state: "Tình trạng",
      cause: "Nguyên nhân",
      remedy: "Biện pháp",
      deadline: "Thời hạn",
      explainedBy: "Người giải trình",
      reviewer: "Người duyệt",
      result: "Kết quả duyệt",
      ended: "Kết thúc lúc",
    },
    result: (state, reason) => (reason ? `${state}: ${reason}` : state),
  },
};
