import { noun } from "#locales/vi/alert-matter.ts";
import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import { RULE_NAMES } from "#locales/vi/phrases.ts";
import type { RuleFacts, RuleWords, TestCount } from "#locales/words/rules.ts";
import type { ChangeRule, LevelRule, Rule } from "#services/alerts/rule.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period, PeriodKind } from "#services/periods/period.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName, type UnitKind } from "#services/units/unit.ts";

const LABELS: Readonly<Record<string, string>> = {
  "on-time": "Đúng hạn",
  targets: "Theo chỉ tiêu văn bản",
  overdue: "Quá hạn",
  backlog: "Tồn đọng",
  "score-drop": "Tụt điểm",
  "rank-drop": "Tụt hạng",
  falling: "Giảm liên tiếp",
  missing: "Chưa có số liệu",
  "daily-falling": "Giảm từng ngày",
};

const KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  country: "cả nước",
  province: "cấp tỉnh",
  district: "cấp huyện",
  commune: "cấp xã",
  department: "sở ngành",
};

const SPANS: Readonly<Record<PeriodKind, string>> = {
  month: "tháng",
  quarter: "quý",
  half: "nửa năm",
  year: "năm",
  cumulative: "kỳ",
  week: "tuần",
  "month-week": "tuần",
};

/** A rule that a scope made goes by what it measures. */
function nameOf({ rule, indicators: [indicator] }: RuleFacts): string {
  const shipped = RULE_NAMES[rule.id];
  if (shipped !== undefined || !indicator) return shipped ?? rule.id;
  const measured = noun(figures.indicator(indicator));
  if (rule.kind === "streak") return `${measured} giảm liên tiếp`;
  if (rule.kind !== "change") return measured;
  if (rule.of === "rank") return `tụt hạng về ${measured}`;
  return indicator.direction === "down" ? `${measured} tăng` : `${measured} giảm`;
}

function ownLabel({ rule, indicators: [indicator] }: RuleFacts): string {
  const measured = indicator ? figures.indicatorShort(indicator) : rule.id;
  if (rule.kind === "change") return `${rule.of === "rank" ? "Tụt hạng" : "Xấu đi"}: ${measured}`;
  return indicator?.measure === "count" ? `Mức: ${measured}` : measured;
}

function meansLevel({ fire, reset }: LevelRule, indicator: Indicator): string {
  const at = amountOf(fire, indicator);
  const good = amountOf(reset, indicator);
  return indicator.direction === "down"
    ? `báo khi trên ${at}, hết khi còn không quá ${good}`
    : `báo khi dưới ${at}, hết khi đạt từ ${good}`;
}

function meansChange({ of, by, reset }: ChangeRule, indicator: Indicator): string {
  if (of === "rank") {
    const back =
      reset === 0 ? "trở lại hạng cũ" : `chỉ còn kém hạng cũ không quá ${figures.number(reset)} bậc`;
    return `báo khi tụt từ ${figures.number(by)} bậc, hết khi ${back}`;
  }
  const moved = indicator.direction === "down" ? "tăng" : "giảm";
  const back = reset === 0 ? "trở lại mức cũ" : `chỉ còn kém mức cũ không quá ${changeOf(reset, indicator)}`;
  return `báo khi ${moved} từ ${changeOf(by, indicator)} so với kỳ trước, hết khi ${back}`;
}

/** "2 điểm", "5 điểm phần trăm", "3 hồ sơ": what lies between two values. */
function changeOf(amount: number, indicator: Indicator): string {
  return indicator.measure === "rate"
    ? `${figures.number(amount)} điểm phần trăm`
    : amountOf(amount, indicator);
}

/** "2 điểm", "5%", "3 hồ sơ". */
function amountOf(amount: number, indicator: Indicator): string {
  return indicator.measure === "points" ? `${figures.number(amount)} điểm` : figures.value(amount, indicator);
}

function means({ rule, indicators: [indicator] }: RuleFacts): string {
  switch (rule.kind) {
    case "target":
      return "báo khi chưa đạt chỉ tiêu, hết khi đạt";
    case "missing":
      return `báo nếu đến ngày ${rule.day} mà tháng trước chưa có tổng điểm, hết khi có`;
    case "daily":
      return `báo khi số từng ngày (tạm tính) giảm ${rule.times} lần lấy liên tiếp, mỗi lần từ ${figures.number(rule.by)} điểm; hết khi ngừng giảm`;
    case "streak":
      return `báo khi giảm ${rule.periods} kỳ liên tiếp, hết khi ngừng giảm`;
    case "level":
      return indicator ? meansLevel(rule, indicator) : "";
    case "change":
      return indicator ? meansChange(rule, indicator) : "";
  }
}

const kinds = (named: Rule["kinds"]): string =>
  named === null ? "mọi đơn vị" : named.map((kind) => KIND_NAMES[kind]).join(", ");

const counted = ({ times, units }: TestCount): string =>
  `${figures.number(times)} lần, ${figures.number(units)} đơn vị`;

const span = (first: Period, last: Period): string =>
  first === last ? periods.name(first) : `${periods.name(first)} – ${periods.name(last)}`;

export const rules: RuleWords = {
  commands: {
    nguong: {
      purpose: "Quy tắc cảnh báo; thử trước trên số liệu cũ",
      usage: "[địa bàn] · [thử] <chỉ số> <số> · tắt, bật, mặc định <quy tắc>",
      examples: ["/nguong", "/nguong tụt hạng", "/nguong thử đúng hạn 97"],
    },
  },
  title: (scope) => bold(`Quy tắc cảnh báo · ${fullName(scope)}`),
  name: nameOf,
  label: (facts) => LABELS[facts.rule.id] ?? ownLabel(facts),
  means,
  kinds,
  item: (facts) =>
    text`– ${bold(capital(nameOf(facts)))}: ${means(facts)} (${kinds(facts.rule.kinds)}; ${[
      ...(facts.rule.isOn ? [] : ["đang tắt"]),
      ...(facts.rule.urgent ? ["khẩn"] : []),
      facts.origin,
    ].join(", ")})`,
  origin: ({ scope, by, on }) =>
    scope === null ? "mặc định" : `${fullName(scope)} đặt ngày ${on}${by === "" ? "" : `, ${by}`}`,
  how: [
    "Người nhập liệu đổi bằng cách gõ, ví dụ: /nguong đúng hạn 90 · /nguong quá hạn 5 · /nguong tắt tụt hạng · /nguong mặc định đúng hạn",
    "Thử trước trên số liệu đã có: /nguong thử đúng hạn 97",
  ].join("\n"),
  cardTitle: (facts) => bold(`${capital(nameOf(facts))} · ${fullName(facts.scope)}`),
  reach: ({ kinds: named, urgent }) =>
    `Áp dụng: ${kinds(named)} · ${urgent ? "tin khẩn, báo cả ngoài giờ" : "tin thường, ngoài giờ để đến sáng ngày làm việc"}`,
  state: ({ isOn, origin }) => text`${isOn ? "Đang bật" : bold("Đang tắt")} (${origin})`,
  afterTargets: "Đơn vị đã có chỉ tiêu trong văn bản thì theo chỉ tiêu đó.",
  finishedOnly: "Không tính nơi còn hồ sơ đang giải quyết khi trích xuất số liệu.",
  open: ({ alerts: count, units }) =>
    count === 0
      ? "Không có cảnh báo nào đang mở."
      : `Đang mở: ${figures.number(count)} cảnh báo ở ${figures.number(units)} đơn vị`,
  set: (facts) =>
    text`Đã đặt cho ${fullName(facts.scope)}: ${bold(nameOf(facts))}, ${means(facts)} (${kinds(facts.rule.kinds)}${facts.rule.urgent ? "; khẩn" : ""}).`,
  off: (facts) =>
    text`Đã tắt ở ${fullName(facts.scope)}: ${bold(nameOf(facts))}.${facts.open > 0 ? ` ${figures.number(facts.open)} cảnh báo đang mở theo quy tắc này sẽ thôi, nơi đã nhận được báo lại.` : ""}`,
  usual: ({ was, now, scope }) =>
    now
      ? text`${capital(fullName(scope))} trở lại ${now.from ? `theo quy tắc của ${fullName(now.from)}` : "mặc định"}: ${bold(nameOf(now))}, ${now.rule.isOn ? means(now) : "đang tắt"}.`
      : text`Đã bỏ ở ${fullName(scope)}: ${bold(nameOf(was))}.`,
  nothingSet: "Quy tắc này đang theo mặc định, không có gì để bỏ.",
  fromNext: "Áp dụng từ lần công bố số liệu tới.",
  testTitle: (facts) =>
    text`${bold(`Thử: ${nameOf(facts)} · ${fullName(facts.scope)}`)}\n${capital(means(facts))}`,
  tested: ({ periods: count, kind, first, last, ...told }) =>
    bold(
      `Sẽ báo ${figures.number(told.times)} lần/${figures.number(count)} ${SPANS[kind]}, ${figures.number(told.units)} đơn vị (${span(first, last)})`,
    ),
  inForce: ({ isOn, ...told }) => `Quy tắc đang ${isOn ? "dùng" : "tắt"}: ${counted(told)}`,
  perPeriod: (counts) =>
    counts.map(({ period, times }) => `${periods.short(period)}: ${figures.number(times)}`).join(" · "),
  mostTold: (units, more) =>
    `Bị báo nhiều nhất: ${units.map(({ name, times }) => `${name} ${figures.number(times)}`).join(" · ")}${more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""}`,
  inhibited: (named) =>
    `${capital(named.map(periods.name).join(", "))}: quá nửa đơn vị cùng giảm, bot chỉ báo người vận hành.`,
  nothingStored: (scope) => `Chưa có số liệu nào của ${fullName(scope)} để thử.`,
  dailyTested: ({ day, names, count, of }) =>
    text`${bold(`Nếu bật, theo số ngày ${figures.date(day)} sẽ báo ${figures.number(count)}/${figures.number(of)} đơn vị`)}${names.length === 0 ? "" : `: ${names.join(", ")}${count > names.length ? ` và ${figures.number(count - names.length)} đơn vị khác` : ""}`}. Số từng ngày là tạm tính.`,
  nothingDaily: (scope) => `Chưa có số liệu từng ngày của các đơn vị thuộc ${fullName(scope)} để thử.`,
  onlyTried: "Mới thử trên số liệu đã lưu, chưa đổi gì.",
  actions: {
    all: "Các quy tắc",
    test: "Thử",
    off: "Tắt",
    on: "Bật",
    usual: "Về mặc định",
    undo: "Hoàn tác",
    set: "Đặt quy tắc này",
  },
};
