import { chart } from "#locales/vi/alert-chart.ts";
import { figures } from "#locales/vi/common.ts";
import { period as periods } from "#locales/vi/period.ts";
import type { AlertWords, ReadingFacts } from "#locales/words/alerts.ts";
import { bold, concat, join, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const RULES: Readonly<Record<string, string>> = {
  "on-time": "hồ sơ giải quyết đúng hạn",
  targets: "chỉ tiêu trong văn bản",
  overdue: "hồ sơ quá hạn tăng",
  backlog: "hồ sơ tạm dừng, trả lại, chưa số hóa tăng",
  "score-drop": "tụt điểm",
  "rank-drop": "tụt hạng",
  falling: "giảm điểm nhiều kỳ liên tiếp",
  missing: "chưa có số liệu",
};

/** Rules that a scope made for an indicator, by what their ids begin with. */
const OWN_RULES: readonly (readonly [begins: string, name: string])[] = [
  ["level-", "ngoài ngưỡng"],
  ["rank-drop-", "tụt hạng"],
  ["drop-", "xấu đi so với kỳ trước"],
  ["falling-", "giảm nhiều kỳ liên tiếp"],
];

/** "hồ sơ quá hạn" in the middle of a sentence; abbreviations stay as they are. */
export function noun(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase("vi") + name.slice(1) : name;
}

function level({ reading, indicator }: ReadingFacts): string {
  const { value, level: target, comparison } = reading;
  const said = `${figures.indicator(indicator)} ${figures.value(value, indicator)}`;
  if (target === null) return said;
  const aim = figures.value(target, indicator);
  const gap = figures.change(Math.abs(value - target), indicator).replace(/^\+/u, "");
  const isCap = comparison === "<=" || comparison === "<";
  if (comparison === "=") return `${said} — khác chỉ tiêu ${aim}`;
  return isCap ? `${said} — vượt mức ${aim} (vượt ${gap})` : `${said} — dưới chỉ tiêu ${aim} (thiếu ${gap})`;
}

function change({ reading: { value, before }, indicator }: ReadingFacts): string {
  const now = figures.value(value, indicator);
  if (before === null) return `${figures.indicator(indicator)} ${now}`;
  const moved = figures.change(value - before, indicator);
  if (indicator.measure === "count")
    return `${moved} ${noun(figures.indicator(indicator))} (tổng ${figures.number(value)})`;
  return `${figures.indicator(indicator)} ${now} (${moved})`;
}

function place({ reading: { value, before } }: ReadingFacts): string {
  const now = `hạng ${figures.number(value)}`;
  return before === null
    ? capital(now)
    : `Tụt ${figures.number(value - before)} bậc, từ hạng ${figures.number(before)} xuống ${now}`;
}

export const alerts: AlertWords = {
  title: ({ place: where, period, onlyGood }) =>
    bold(`${onlyGood ? "Đã khắc phục" : "Cảnh báo"} · ${fullName(where)} · ${periods.name(period)}`),
  digestTitle: ({ day }) => bold(`Điểm tin cảnh báo ngày ${day}`),
  matter(facts) {
    const { reading, indicator } = facts;
    if (reading.of === "presence") return reading.value === 0 ? "Chưa có số liệu" : "Đã có số liệu";
    if (reading.of === "rank") return place(facts);
    if (reading.of === "falls")
      return reading.value === 0
        ? `${figures.indicator(indicator)} đã ngừng giảm`
        : `${figures.indicator(indicator)} giảm ${figures.number(reading.value)} kỳ liên tiếp`;
    return reading.level === null ? change(facts) : level(facts);
  },
  event({ kind, matter, event, indicator }) {
    const said = event.said === null ? "" : measured(event.said, { reading: event, indicator });
    switch (kind) {
      case "fired":
        return matter;
      case "worse":
        return `${matter} — xấu hơn lần báo trước (${said})`;
      case "resolved":
        return text`${bold("Đã đạt:")} ${fixed({ reading: event, indicator })}`;
      case "corrected":
        return text`${bold("Đính chính:")} ${matter} (số đã báo: ${said})`;
      case "lifted":
        return text`${bold("Thôi cảnh báo:")} ${noun(figures.indicator(indicator))}, quy tắc “${alerts.rule(event.rule)}” không còn áp dụng (số đã báo: ${said})`;
      case "withdrawn":
        return text`${bold("Rút cảnh báo:")} theo số liệu mới, ${noun(figures.indicator(indicator))} ${measured(event.value, { reading: event, indicator })} (số đã báo: ${said})`;
    }
  },
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
    lifted: "quy tắc không còn áp dụng",
  },
  chart,
  boardTitle: (scope) => bold(`Bảng cảnh báo · ${fullName(scope)}`),
  boardCounts: ({ open, units, unseen, unexplained, late }) =>
    [
      `${figures.number(open)} cảnh báo đang mở ở ${figures.number(units)} đơn vị`,
      `chưa nhận: ${figures.number(unseen)}`,
      `chưa giải trình: ${figures.number(unexplained)}`,
      ...(late > 0 ? [`quá hạn giải trình: ${figures.number(late)}`] : []),
    ].join(" · "),
  boardUnit: ({ name, state, matters }) => text`${bold(name)} (${state}): ${matters.join("; ")}`,
  none: "Không có cảnh báo nào đang mở.",
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
    bold(`Nhắc xem cảnh báo · ${fullName(where)} · ${periods.name(period)}`),
  allSeen: (scope) => `Các cảnh báo được nhắc của ${fullName(scope)} đều đã có người xem.`,
  acknowledged: ({ unit, count, by }) =>
    text`Đã ghi nhận: ${by ?? "anh/chị"} đã xem ${figures.number(count)} cảnh báo của ${bold(fullName(unit))}.`,
  nothingNew: (unit) => `${capital(fullName(unit))} không có cảnh báo nào chưa nhận.`,
  silenced: ({ unit, until }) =>
    text`Tạm không nhắn cảnh báo của ${bold(fullName(unit))} đến hết ${until}. Cảnh báo vẫn được theo dõi và báo lại khi hết hạn.`,
  unsilenced: ({ unit, count }) =>
    count > 0
      ? text`Cảnh báo của ${bold(fullName(unit))} lại được nhắn như thường.`
      : text`${bold(capital(fullName(unit)))} không bị tạm im.`,
  silentUntil: ({ until, reason }) => `Đang tạm im đến hết ${until}${reason ? `: ${reason}` : ""}.`,
  fellTogether: ({ scope, period, items }) =>
    text`${bold(`Nhiều đơn vị của ${fullName(scope)} cùng giảm trong ${periods.name(period)}`)}: ${items.join("; ")}. Có thể Cổng đổi cách tính hoặc dữ liệu chưa đủ, nên bot chưa nhắn từng đơn vị. Đề nghị anh/chị kiểm tra số liệu.`,
  fellItem: ({ rule, indicator, units, of }) =>
    `${rule}, ${noun(figures.indicator(indicator))}: ${figures.number(units)}/${figures.number(of)} đơn vị`,
  noFigures: ({ scope, period, missing, listed }) =>
    listed === 0
      ? text`${bold(`Chưa có số liệu ${periods.name(period)} của ${fullName(scope)}`)}. Bot chưa nhắn các đơn vị.`
      : text`${bold(`Số liệu ${periods.name(period)} của ${fullName(scope)} còn thiếu`)}: ${figures.number(missing)}/${figures.number(listed)} đơn vị chưa có tổng điểm. Bot chưa nhắn từng đơn vị.`,
  rule: (id) => RULES[id] ?? OWN_RULES.find(([begins]) => id.startsWith(begins))?.[1] ?? id,
  actions: {
    acknowledge: "Đã nhận",
    explain: "Giải trình",
    silence: "Tạm im 7 ngày",
    unsilence: "Nhắn lại",
    detail: "Chi tiết",
    board: "Bảng cảnh báo",
    rollCall: "Điểm danh đã xem",
    remind: "Nhắc các đơn vị chưa xem",
    asText: "Bảng chữ",
  },
};

function measured(value: number, { reading, indicator }: ReadingFacts): string {
  if (reading.of === "rank") return `hạng ${figures.number(value)}`;
  if (reading.of === "falls") return `${figures.number(value)} kỳ`;
  return figures.value(value, indicator);
}

/** A matter that is settled, in the words of its figure now. */
function fixed(facts: ReadingFacts): string {
  const { reading, indicator } = facts;
  if (reading.of === "presence" || reading.of === "falls") return alerts.matter(facts);
  if (reading.of === "rank") return measured(reading.value, facts);
  const now = `${noun(figures.indicator(indicator))} ${figures.value(reading.value, indicator)}`;
  return reading.level === null ? now : `${now} (chỉ tiêu ${figures.value(reading.level, indicator)})`;
}
