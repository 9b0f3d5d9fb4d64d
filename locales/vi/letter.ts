import { roman } from "#locales/shared/roman.ts";
import { titlesOf } from "#locales/shared/titles.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { monthExport } from "#locales/vi/month-export.ts";
import { periods } from "#locales/vi/period.ts";
import { WEEKDAYS } from "#locales/vi/phrases.ts";
import { targetLevel } from "#locales/vi/target-level.ts";
import type { AppendixNumber, LetterPaperWords, LetterWords, OwnFigure } from "#locales/words/letter.ts";
import { bold } from "#services/reply/text.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { TaskDue } from "#services/tasks/task.ts";
import { capital } from "#services/text/capital.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const BLANK = "……";

const COMMITTEE = "Ủy ban nhân dân";

const office = (scope: Unit): string =>
  ["department", "country"].includes(scope.kind) ? capital(fullName(scope)) : `UBND ${fullName(scope)}`;

const appendixName = (number: AppendixNumber): string =>
  number === null ? "Phụ lục" : `Phụ lục ${roman(number)}`;

function deadline(due: TaskDue): string {
  if (due.on === "weekly") return `trước ${due.time} ${WEEKDAYS[due.weekday - 1]} hằng tuần`;
  return `${due.includesDay ? "chậm nhất ngày" : "trước ngày"} ${figures.date(due.date)}`;
}

function listedUnits(units: readonly Unit[]): string {
  const titles = titlesOf(units);
  return titles.length > 0 ? `các ${titles.join(", ")}` : "các sở, ngành";
}

/** Of all figures alike it is said as reports say it; where they differ, beside each of them. */
function asOf(given: Evidence, isOneMoment: boolean): string {
  if (!given.asOf || isOneMoment) return evidence.asOf(given);
  const { from, to } = given.asOf;
  const span =
    from === to ? `đến ${figures.moment(to)}` : `từ ${figures.moment(from)} đến ${figures.moment(to)}`;
  return given.partlyDated ? `một phần số liệu ${span}, một phần không nêu thời điểm` : `số liệu ${span}`;
}

/** "16/16 đơn vị" of "16 đơn vị". */
const outOf = (value: string, of: number): string => value.replace(/(?= |$)/u, `/${figures.number(of)}`);

/** Of a rate whose place alone is known, the name says that it is one. */
function ownName({ indicator, isTotal, value }: OwnFigure): string {
  if (isTotal) return "Chỉ số Tổng hợp";
  return `${figures.indicator(indicator)}${value === null && indicator.measure === "rate" ? " (%)" : ""}`;
}

function reached({ indicator, value, of, change, apart }: OwnFigure): string | null {
  if (value === null) return null;
  const whole = of === null ? value : outOf(value, of);
  if (change === null) return whole;
  if (change === 0) return `${whole} (${figures.change(change, indicator)})`;
  const points = indicator.measure === "points" ? " điểm" : "";
  return `${whole} (${change > 0 ? "tăng" : "giảm"} ${apart}${points})`;
}

const placed = ({ place }: OwnFigure): string | null =>
  place && `xếp hạng ${figures.number(place.rank)}${place.of === null ? "" : `/${figures.number(place.of)}`}`;

const paper: LetterPaperWords = {
  language: "vi-VN",
  office(scope, parent) {
    if (scope.kind === "country") return { superior: null, issuer: BLANK };
    if (scope.kind === "department")
      return { superior: parent && office(parent).toUpperCase(), issuer: fullName(scope).toUpperCase() };
    return { superior: null, issuer: `${COMMITTEE}\n${fullName(scope)}`.toUpperCase() };
  },
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  number: `Số: ${BLANK}/${BLANK}`,
  about: (period) =>
    `V/v công bố kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp ${periods.name(period)}`,
  placeAndDay: (scope) =>
    `${scope.kind === "country" ? BLANK : scope.name}, ngày ${BLANK} tháng ${BLANK} năm ${BLANK}`,
  to: "Kính gửi:",
  addressees: (scope, units) => [
    ...(scope.kind === "province" ? ["- Các sở, ban, ngành thuộc tỉnh, thành phố;"] : []),
    ...(scope.kind === "district" ? [`- Các phòng, ban chuyên môn thuộc ${office(scope)};`] : []),
    ...(titlesOf(units).length > 0 ? [`- UBND ${listedUnits(units)};`] : []),
    `- ${BLANK}.`,
  ],
  sample: "SỐ LIỆU MẪU để dùng thử, không phải số liệu của cơ quan.",
  grounds: ({ documents, evidence: given, isOneMoment }) => [
    "Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ phê duyệt Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo thời gian thực trên môi trường điện tử;",
    `Căn cứ ${BLANK};`,
    `Theo số liệu tại: ${documents.join("; ")} (${asOf(given, isOneMoment)}).`,
  ],
  announces: ({ scope, parent, period, provisional }) =>
    `${scope.kind === "country" ? BLANK : office(scope)} công bố kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp ${periods.name(period)} của ${[scope, ...(parent ? [parent] : [])].map(fullName).join(", ")}${
      provisional ? " (số liệu tạm tính, có thể thay đổi)" : ""
    } như sau:`,
  own(figure) {
    const at = figure.asOf === null ? "" : ` (đến ${figures.moment(figure.asOf)})`;
    const said = [reached(figure), placed(figure)].filter((part) => part !== null);
    return `- ${ownName(figure)}${at}: ${said.join(", ")}.`;
  },
  lists: ({ units, missing, appendix }) =>
    `- Kết quả của ${figures.unitCount(units)}: có ${appendixName(appendix)} kèm theo${
      missing > 0 ? `; ${figures.number(missing)} đơn vị chưa có số liệu` : ""
    }.`,
  leaders: ({ indicator, names }) =>
    `- Các đơn vị dẫn đầu về ${figures.indicator(indicator)}: ${names.join("; ")}.`,
  laggards: ({ indicator, names }) =>
    `- Các đơn vị có ${figures.indicator(indicator)} còn thấp: ${names.join("; ")}.`,
  missed: ({ indicator, target, names, more }) =>
    `- Chưa đạt chỉ tiêu ${figures.indicator(indicator)} (${targetLevel(target, indicator)}): ${names.join("; ")}${
      more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""
    }.`,
  named: ({ unit, value }) => `${fullName(unit)} ${value}`,
  asks: "Căn cứ kết quả nêu trên, đề nghị các đơn vị thực hiện một số nội dung sau:",
  goOn: "Duy trì các chỉ số đang ở mức tốt; tập trung nâng cao các chỉ số còn thấp.",
  explain:
    "Các đơn vị có kết quả còn thấp, chưa đạt chỉ tiêu phân tích, làm rõ nguyên nhân và có biện pháp khắc phục trong kỳ tiếp theo.",
  tasks: (count, appendix) =>
    `Tiếp tục thực hiện ${figures.number(count)} nhiệm vụ đã giao, chưa hoàn thành (có ${appendixName(appendix)} kèm theo).`,
  ownOrders: `${BLANK}${BLANK}`,
  ends: ({ scope, period }) =>
    `Trên đây là kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp ${periods.name(period)} của ${fullName(scope)}./.`,
  receiversHead: "Nơi nhận:",
  receivers: ["- Như trên;", `- ${BLANK};`, `- Lưu: VT, ${BLANK}.`],
  signer: [BLANK.repeat(3), BLANK.repeat(3)],
  signerName: BLANK.repeat(3),
  appendix: {
    head: appendixName,
    title: monthExport.file.title,
    attached: ({ scope, of }) =>
      `(Kèm theo ${of === "letter" ? `Công văn số ${BLANK}/${BLANK}` : `Báo cáo số ${BLANK}/BC-${BLANK}`} ngày ${BLANK} tháng ${BLANK} năm ${BLANK} của ${scope.kind === "country" ? BLANK : office(scope)})`,
    rank: monthExport.file.columns.rank,
    unit: monthExport.file.columns.unit,
    note: monthExport.file.columns.note,
    noFigures: monthExport.file.noFigures,
    idle: monthExport.file.idle,
    values: monthExport.file.values,
    changes: monthExport.file.changes,
    tasks: {
      title: "NHIỆM VỤ ĐÃ GIAO, CHƯA HOÀN THÀNH",
      columns: { order: "TT", text: "Nội dung nhiệm vụ", owners: "Cơ quan thực hiện", due: "Thời hạn" },
      due: ({ due, isOverdue }) => `${deadline(due)}${isOverdue ? " (quá hạn)" : ""}`,
    },
    key: "Ô trống: chưa có số liệu, khác với 0. Ô in đậm, tô màu: chưa đạt chỉ tiêu được giao.",
  },
};

export const letter: LetterWords = {
  commands: {
    congvan: {
      purpose: "Dự thảo công văn công bố kết quả (Word, pdf)",
      usage: "[kỳ] [địa bàn] [pdf]",
      examples: ["/congvan", "/congvan thang 8 Tiên Lữ", "/congvan pdf"],
    },
  },
  title: ({ scope, period }) => bold(`Dự thảo công văn · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ own, units, tasks }) =>
    `Gồm: ${[
      ...(own > 0 ? [`${figures.number(own)} chỉ số của đơn vị`] : []),
      ...(units.length > 0 ? [`phụ lục ${figures.unitCount(units)}`] : []),
      ...(tasks > 0 ? [`${figures.number(tasks)} nhiệm vụ đang mở`] : []),
    ].join(", ")}.`,
  blanks: "Số, ngày, căn cứ riêng, nơi nhận và người ký để trống (……) cho người soạn điền.",
  as: "Công văn",
  paper,
};
