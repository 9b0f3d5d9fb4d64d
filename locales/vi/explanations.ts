import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import { weekdayOf } from "#locales/vi/phrases.ts";
import type { ExplanationWords } from "#locales/words/explanations.ts";
import type { ExplanationPart } from "#services/explanations/explanation.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const PARTS: Readonly<Record<ExplanationPart, string>> = {
  cause: "Nguyên nhân",
  remedy: "Biện pháp",
  deadline: "Thời hạn",
};

const QUESTIONS: Readonly<Record<ExplanationPart, string>> = {
  cause: "Nguyên nhân là gì? Anh/chị gõ câu trả lời vào đây.",
  remedy: "Biện pháp khắc phục là gì?",
  deadline: "Thời hạn hoàn thành? Ví dụ: 30/11, thứ Sáu tuần sau, 10 ngày làm việc.",
};

export const explanations: ExplanationWords = {
  commands: {
    giaitrinh: {
      purpose: "Giải trình cảnh báo; chấp nhận, trả lại",
      usage: "[đơn vị / số cảnh báo] · <số> xem, chấp nhận, trả lại <lý do>",
      examples: ["/giaitrinh", "/giaitrinh Cương Chính"],
    },
  },
  title: (number, state) =>
    bold(`Giải trình cảnh báo #${number}${state === null ? "" : ` · ${explanations.state[state]}`}`),
  matter: ({ unit, period, matter }) => `${capital(fullName(unit))}, ${periods.name(period)}: ${matter}`,
  said: (part, words) => text`${bold(`${PARTS[part]}:`)} ${words}`,
  day: (date) => `${weekdayOf(date)} ngày ${figures.date(date)}`,
  ask: (part, { at, of }) => text`${bold(`${at}/${of}.`)} ${QUESTIONS[part]}`,
  now: (words) => `Đang ghi: ${words}`,
  howToStop: "Gõ “thôi” để dừng; phần đã gõ được giữ lại.",
  lookOver: "Anh/chị xem lại rồi chọn Gửi để trình người duyệt và báo các nơi đã nhận cảnh báo.",
  changeFirst: "Anh/chị sửa phần cần sửa rồi gửi lại.",
  returned: (reason) => text`${bold("Bị trả lại:")} ${reason}`,
  sent: (number) =>
    text`${bold(`Đã gửi giải trình cảnh báo #${number}.`)} Có ý kiến của người duyệt, bot sẽ báo lại.`,
  discarded: (number) => `Đã bỏ nội dung đang soạn cho cảnh báo #${number}.`,
  toldInPrivate: "Bot đã nhắn riêng cho anh/chị.",
  signatory: ({ name, role, unit }) =>
    [...(name ? [name] : []), unit ? `${role} ${fullName(unit)}` : role].join(", "),
  signed: ({ who, at }) => `Người giải trình: ${who}, ${at}`,
  decided: ({ isAccepted, reason, who, at }) =>
    isAccepted
      ? text`${bold("Đã chấp nhận:")} ${who}, ${at}`
      : text`${bold("Bị trả lại:")} ${reason ?? ""} (${who}, ${at})`,
  state: {
    waiting: "chờ duyệt",
    accepted: "được chấp nhận",
    returned: "bị trả lại",
    replaced: "được thay bằng bản sau",
  },
  earlier: ({ nth, day, state, reason }) =>
    `Lần ${nth}, ngày ${day}: ${state}${reason ? ` – ${reason}` : ""}`,
  askReason: (number) =>
    text`${bold(`Trả lại giải trình cảnh báo #${number}.`)} Anh/chị gõ lý do, cần bổ sung gì; gõ “thôi” để dừng.`,
  gaveBack: (number) => `Đã trả lại giải trình cảnh báo #${number}. Người giải trình được báo kèm lý do.`,
  due: ({ number, day }) => bold(`Đến hạn khắc phục cảnh báo #${number}: ${day}`),
  choose: (unit, count) =>
    bold(`${capital(fullName(unit))} có ${figures.number(count)} cảnh báo đang mở. Anh/chị giải trình:`),
  toReview: bold("Giải trình chờ anh/chị duyệt"),
  toExplain: bold("Cảnh báo chưa giải trình"),
  nothing: "Không có giải trình nào chờ anh/chị. Giải trình một đơn vị: /giaitrinh <đơn vị>.",
  listed: (number, matter) => text`#${number} ${matter}`,
  actions: {
    send: "Gửi",
    change: { cause: "Sửa nguyên nhân", remedy: "Sửa biện pháp", deadline: "Sửa thời hạn" },
    discard: "Huỷ",
    accept: "Chấp nhận",
    giveBack: "Trả lại",
    again: "Giải trình lại",
    view: "Xem giải trình",
    viewOf: (number) => `Xem #${number}`,
    explain: (number) => `Giải trình #${number}`,
    sameFor: (number) => `Dùng cho cảnh báo #${number}`,
  },
};
