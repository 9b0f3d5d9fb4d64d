import { chart } from "#locales/vi/alert-chart.ts";
import { fixed, matter, measured, type Named, named, noun } from "#locales/vi/alert-matter.ts";
import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import { RULE_NAMES } from "#locales/vi/phrases.ts";
import type { AlertTone, AlertWords } from "#locales/words/alerts.ts";
import type { Said } from "#services/alerts/alert.ts";
import { bold, concat, join, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const TITLES: Readonly<Record<AlertTone, string>> = {
  amiss: "Cảnh báo",
  fixed: "Đã khắc phục",
  revised: "Cập nhật cảnh báo",
};

/** Rules that a scope made for an indicator, by what their ids begin with. */
const OWN_RULES: readonly (readonly [begins: string, name: string])[] = [
  ["level-", "ngoài ngưỡng"],
  ["rank-drop-", "tụt hạng"],
  ["drop-", "xấu đi so với kỳ trước"],
  ["falling-", "giảm nhiều kỳ liên tiếp"],
];

export const alerts: AlertWords = {
  commands: {
    canhbao: {
      purpose: "Cảnh báo đang mở; nhận, tạm dừng nhắc, ai đã xem, xuất tệp",
      usage:
        "[đơn vị / địa bàn] · nhận <đơn vị> · dừng nhắc [số ngày / đến ngày] <đơn vị> · nhắn lại <đơn vị> · ai đã xem · xuất [tháng]",
      examples: ["/canhbao", "/canhbao Cương Chính", "/canhbao ai đã xem"],
    },
  },
  title: ({ place: where, period, tone }) =>
    bold(`${TITLES[tone]} · ${fullName(where)} · ${periods.name(period)}`),
  digestTitle: ({ day }) => bold(`Điểm tin cảnh báo ngày ${day}`),
  matter,
  event({ kind, matter, event, indicator }) {
    const facts = { reading: event, indicator };
    const said = event.said === null ? "" : saidBefore(event.said, facts);
    switch (kind) {
      case "fired":
        return matter;
      case "worse":
        return `${matter} — xấu hơn lần báo trước (${said})`;
      case "resolved":
        return fixed(facts);
      case "corrected":
        return text`${bold("Đính chính:")} ${matter} (số đã báo: ${said})`;
      case "unfounded":
        return text`${bold("Rút cảnh báo:")} số liệu ${noun(figures.indicator(indicator))} đã được rút, chưa có số thay (số đã báo: ${said})`;
      case "lifted":
        return text`${bold("Thôi cảnh báo:")} ${noun(figures.indicator(indicator))}, quy tắc “${alerts.rule(event.rule)}” không còn áp dụng (số đã báo: ${said})`;
      case "withdrawn":
        return text`${bold("Rút cảnh báo:")} theo số liệu mới, ${named(facts)} (số đã báo: ${said})`;
    }
  },
  ofPeriod: (matter, period) => `${periods.name(period)}: ${matter}`,
  unitLine: (name, matters) => concat(bold(name), ": ", join(matters, "; ")),
  moreUnits: (count) => `và ${figures.number(count)} đơn vị khác`,
  moreMatters: (count) => `và ${figures.number(count)} nội dung khác`,
  formerly: ({ old, now }) => `Anh/chị đăng ký ${fullName(old)}, nay thuộc ${now.map(fullName).join(", ")}.`,
  state: {
    open: "chưa ai nhận",
    acknowledged: "đã nhận",
    explained: "đã giải trình, chờ duyệt",
    accepted: "giải trình được chấp nhận",
    returned: "giải trình bị trả lại",
    resolved: "đã khắc phục",
  },
  ended: {
    resolved: "đã khắc phục",
    withdrawn: "đã rút theo số liệu mới",
    unfounded: "số liệu đã được rút",
    lifted: "quy tắc không còn áp dụng",
  },
  chart,
  boardTitle: ({ scope, period }) =>
    bold(["Bảng cảnh báo", fullName(scope), ...(period ? [periods.name(period)] : [])].join(" · ")),
  boardCounts: ({ open, units, unseen, unexplained, late }) =>
    [
      `${figures.number(open)} cảnh báo đang mở ở ${figures.number(units)} đơn vị`,
      `chưa nhận: ${figures.number(unseen)}`,
      `chưa giải trình: ${figures.number(unexplained)}`,
      ...(late > 0 ? [`quá hạn giải trình: ${figures.number(late)}`] : []),
    ].join(" · "),
  boardUnit: ({ name, state, matters }) => text`${bold(name)} (${state}): ${matters.join("; ")}`,
  none: "Không có cảnh báo nào đang mở.",
  behind: "Có số liệu vừa nhập chưa được xét cảnh báo. Khi đang chạy, bot xét trong vài phút.",
  noneOf: (unit) => text`${bold(capital(fullName(unit)))}: không có cảnh báo nào đang mở.`,
  boardLine: ({ number, matter, period, state }) =>
    `#${number} ${matter} · ${periods.name(period)} (${alerts.state[state]})`,
  rollCall: ({ scope, period, seen, of }) =>
    text`${bold(`Đã xem ${figures.number(seen)}/${figures.number(of)} đơn vị có cảnh báo`)} · ${fullName(scope)} · ${periods.name(period)}`,
  notSeen: (names, more) =>
    `Chưa xem: ${names.join(", ")}${more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""}`,
  notFollowed: (names, more) =>
    `Trong đó chưa nơi nào đăng ký nhận: ${names.join(", ")}${more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""}`,
  reminded: ({ scope, units, now, of }) => {
    if (of === 0) return `Không có nơi nào cần nhắc ở ${fullName(scope)}.`;
    if (now === 0) return `Hôm nay đã nhắc ${fullName(scope)}; mỗi nơi chỉ nhắc một lần một ngày.`;
    return `Đã nhắc ${figures.number(now)} nơi nhận cảnh báo của ${figures.number(units)} đơn vị chưa xem.`;
  },
  reminder: ({ place: where, period }) =>
    bold(["Nhắc xem cảnh báo", fullName(where), ...(period ? [periods.name(period)] : [])].join(" · ")),
  allSeen: (scope) => `Các cảnh báo được nhắc của ${fullName(scope)} đều đã có người xem.`,
  acknowledged: ({ unit, count, by }) =>
    text`Đã ghi nhận: ${by ?? "anh/chị"} đã xem ${figures.number(count)} cảnh báo của ${bold(fullName(unit))}.`,
  nothingNew: (unit) => `${capital(fullName(unit))} không có cảnh báo nào chưa nhận.`,
  silenced: ({ unit, until }) =>
    text`Tạm dừng nhắc cảnh báo của ${bold(fullName(unit))} đến hết ${until}. Cảnh báo vẫn được theo dõi và báo lại khi hết hạn.`,
  unsilenced: ({ unit, count }) =>
    count > 0
      ? text`Cảnh báo của ${bold(fullName(unit))} lại được nhắn như thường.`
      : text`${bold(capital(fullName(unit)))} không bị tạm dừng nhắc.`,
  silentUntil: ({ until, reason }) => `Đang tạm dừng nhắc đến hết ${until}${reason ? `: ${reason}` : ""}.`,
  fellTogether: ({ scope, period, items }) =>
    text`${bold(`Nhiều đơn vị của ${fullName(scope)} cùng giảm trong ${periods.name(period)}`)}: ${items.join("; ")}. Có thể Cổng đổi cách tính hoặc dữ liệu chưa đủ, nên bot chưa nhắn từng đơn vị. Đề nghị anh/chị kiểm tra số liệu.`,
  fellItem: ({ rule, indicator, units, of }) =>
    `${rule}, ${noun(figures.indicator(indicator))}: ${figures.number(units)}/${figures.number(of)} đơn vị`,
  noFigures: ({ scope, period, missing, listed }) =>
    listed === 0
      ? text`${bold(`Chưa có số liệu ${periods.name(period)} của ${fullName(scope)}`)}. Bot chưa nhắn các đơn vị.`
      : text`${bold(`Số liệu ${periods.name(period)} của ${fullName(scope)} còn thiếu`)}: ${figures.number(missing)}/${figures.number(listed)} đơn vị chưa có tổng điểm. Bot chưa nhắn từng đơn vị.`,
  rule: (id) => RULE_NAMES[id] ?? OWN_RULES.find(([begins]) => id.startsWith(begins))?.[1] ?? id,
  actions: {
    acknowledge: "Đã nhận",
    explain: "Giải trình",
    silence: "Tạm dừng nhắc 7 ngày",
    unsilence: "Nhắn lại",
    detail: "Chi tiết",
    board: "Bảng cảnh báo",
    rollCall: "Ai đã xem",
    remind: "Nhắc các đơn vị chưa xem",
    asText: "Bảng chữ",
  },
};

/** "83,28 của tháng 8/2024". */
function saidBefore({ value, period }: Said, facts: Named): string {
  return `${measured(value, facts)}${period ? ` của ${periods.name(period)}` : ""}`;
}
