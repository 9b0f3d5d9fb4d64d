import { evidence, figures } from "#locales/vi/common.ts";
import { period as periods } from "#locales/vi/period.ts";
import type {
  ActionWords,
  HomeWords,
  RankWords,
  StartWords,
  SummaryWords,
  UnitWords,
} from "#locales/words/answers.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, code, lines, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const andMore = (names: string, more: number): string =>
  more > 0 ? `${names} và ${figures.number(more)} đơn vị khác` : names;

const SIDES = { below: "dưới", above: "trên", from: "từ", upTo: "không quá" } as const;
const COMPARISONS = { ">=": "từ", "<=": "không quá", ">": "trên", "<": "dưới", "=": "" } as const;

const limitWords: RankWords["limit"] = ({ limit, indicator, target }) => {
  if (limit.kind === "band") return `xếp loại ${figures.band(limit.band)}`;
  if (limit.kind === "figure") return `${SIDES[limit.side]} ${measured(limit.value, indicator)}`;
  const level = target ? ` ${COMPARISONS[target.comparison]} ${measured(target.value, indicator)}` : "";
  return `${limit.isMet ? "đạt" : "chưa đạt"} chỉ tiêu${level}`;
};

/** "85 điểm", "95%", "12 hồ sơ". */
const measured = (value: number, indicator: Indicator): string =>
  indicator.measure === "points" ? `${figures.number(value)} điểm` : figures.value(value, indicator);

export const rank: RankWords = {
  title: ({ period, scope, units, indicator }) =>
    bold(
      [
        `Xếp hạng ${periods.name(period)}`,
        fullName(scope),
        units,
        ...(indicator ? [figures.indicator(indicator)] : []),
      ].join(" · "),
    ),
  leaders: (list) => text`Dẫn đầu: ${list}`,
  laggards: (list) => text`Cuối bảng: ${list}`,
  rose: (name, change) => `Tăng nhiều nhất: ${name} ${change}`,
  fell: (name, change) => `Giảm nhiều nhất: ${name} ${change}`,
  movers: (said, against) => [...said, against].join(" · "),
  inBrackets: (against) => `Trong ngoặc: tăng giảm ${against}`,
  otherwise: (names, more) => `Mức tăng giảm công bố khác số đã lưu: ${andMore(names, more)}`,
  whole: ({ label, value, band, rank: place }) =>
    text`${label}: ${bold(value)}${band ? ` (${band})` : ""}${place ? `, ${place}` : ""}`,
  tied: ({ count, rank: place, value }) => `${count} đơn vị đồng hạng ${place} (${value})`,
  tiedToo: ({ count, rank: place }) => `và ${count} đơn vị khác cùng hạng ${place}`,
  tiedRow: "đồng hạng",
  row: ({ rank: place, name, value, note }) => `${place}. ${name} ${value}${note ? ` (${note})` : ""}`,
  missing: (names, more) => `Chưa có số liệu: ${andMore(names, more)}`,
  idle: (names, more) => `Không phát sinh hồ sơ, không xếp hạng: ${andMore(names, more)}`,
  published: (held, of) => `Mới có số liệu ${held}/${of} đơn vị; thứ hạng do cơ quan công bố`,
  withoutTotal: (indicator) =>
    `Bảng này không có điểm tổng hợp; xếp theo ${figures.indicator(indicator).toLocaleLowerCase("vi")}`,
  partial: (held, expected) =>
    `Có số liệu ${figures.number(held)}/${figures.number(expected)} đơn vị; chỉ xếp hạng các đơn vị này`,
  belowTarget: ({ indicator, target, names, more }) =>
    text`Chưa đạt chỉ tiêu ${indicator} ${target}: ${andMore(names, more)}`,
  taken: ({ from, count, isAll }) => {
    if (isAll) return bold(`Tất cả ${figures.number(count)} đơn vị`);
    return bold(from === "top" ? `${count} đơn vị dẫn đầu` : `${count} đơn vị cuối bảng`);
  },
  one: ({ from, by, names }) => {
    const which =
      by === "value" ? { top: "Cao nhất", bottom: "Thấp nhất" } : { top: "Dẫn đầu", bottom: "Cuối bảng" };
    return text`${which[from]}: ${bold(names)}`;
  },
  changed: ({ from, by, count, period, before }) => {
    const what = { change: { top: "tăng", bottom: "giảm" }, places: { top: "lên bậc", bottom: "xuống bậc" } };
    const since = before ? ` so với ${periods.relative(before, period)}` : "";
    const which = what[by][from];
    return count === 0
      ? `Không có đơn vị nào ${which}${since}`
      : bold(`${count} đơn vị ${which} nhiều nhất${since}`);
  },
  limit: limitWords,
  limited: ({ count, of, limits, source }) => {
    const head = `${count === 0 ? "Không có đơn vị nào" : `${figures.number(count)}/${figures.number(of)} đơn vị`} ${limits.join(", ")}`;
    return text`${bold(head)}${count === 0 ? ` (trong ${figures.number(of)} đơn vị có số liệu)` : ""}${
      source ? `; chỉ tiêu theo ${source}` : ""
    }`;
  },
  more: (count) => `và ${figures.number(count)} đơn vị khác`,
  levelInstead: "Chưa có chỉ tiêu nào từ văn bản; xét theo ngưỡng cảnh báo đang dùng (/nguong).",
  noneOf: ({ indicator, scope }) =>
    `Bảng của ${fullName(scope)} không có ${figures.indicator(indicator).toLocaleLowerCase("vi")}.`,
  sum: ({ units, value }) => text`Tổng của ${figures.number(units)} đơn vị: ${bold(value)}`,
  earlierInstead: ({ lacking, shown, indicator }) =>
    `${capital(periods.name(lacking))} chưa có ${figures.indicator(indicator).toLocaleLowerCase("vi")}; đây là ${periods.name(shown)}.`,
  ownInstead: ({ scope, indicator, period }) =>
    `Chưa có ${figures.indicator(indicator).toLocaleLowerCase("vi")} của từng đơn vị ${periods.name(period)}; đây là số của ${fullName(scope)}.`,
  chart: {
    title: ({ period, scope }) => `Xếp hạng ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ indicator, units, page, pages }) =>
      [
        indicator ? indicatorHead(indicator) : "Điểm tổng hợp Bộ chỉ số 766 (thang 100)",
        figures.unitCount(units),
        ...(pages > 1 ? [`trang ${page}/${pages}`] : []),
      ].join(" · "),
    columns: ({ indicator, period, earlier }) => ({
      value: { points: "điểm", rate: "%", count: nounOf(indicator), duration: nounOf(indicator) }[
        indicator.measure
      ],
      change: earlier ? `so ${periods.relative(earlier, period)}` : "",
      moved: earlier ? "bậc" : "",
    }),
    line: ({ scope, value, indicator }) =>
      `${figures.whole(scope).toLocaleLowerCase("vi")} ${figures.value(value, indicator)}`,
    key: ({ period, earlier, attention, axis }) => ({
      dot: periods.relative(period, period),
      ring: earlier ? periods.relative(earlier, period) : null,
      rest: [
        ...(attention > 0 ? [`cam: ${attention} đơn vị cuối`] : []),
        `trục từ ${figures.number(axis.min)} đến ${figures.number(axis.max)}`,
      ].join(" · "),
    }),
    missing: (names, more) => `chưa có số liệu: ${andMore(names.join(", "), more)}`,
    footer: (given, derived, indicator) =>
      evidence.footer(given, derived, indicator && figures.indicatorShort(indicator)),
    notes: ({ over, otherwise }) => [
      ...(over === null ? [] : [`Bậc: so trên ${figures.number(over)} đơn vị có ở cả hai kỳ`]),
      ...(otherwise.length === 0 ? [] : [`Mức tăng giảm công bố khác số đã lưu: ${otherwise.join(", ")}`]),
    ],
    unit: shortUnit,
    value: (value, decimals) => figures.number(value, decimals),
    change: (value) => figures.signed(value, 2),
    alt: ({ rank: place, name, value, change }) =>
      `${place}. ${name}: ${value}${change ? ` (${change})` : ""}`,
  },
};

export const unit: UnitWords = {
  title: ({ unit: named, parent, period }) => bold(`${placeName(named, parent)} · ${periods.name(period)}`),
  total: ({ value, band }) => `${value}${band ? ` (${band})` : ""}`,
  rank: (place, of, tied) => `${tied ? "đồng hạng" : "hạng"} ${place}/${of}`,
  publishedRank: (place, of) => `xếp hạng công bố ${place}${of === null ? "" : `/${of}`}`,
  idle: "không phát sinh hồ sơ, không xếp hạng",
  change({ amount, indicator, moved, published, against }) {
    const parts = [figures.went(amount, indicator), ...(moved === null ? [] : [moved])];
    const other = published === null ? "" : ` (công bố ${figures.change(published, indicator)})`;
    return `${parts.join(", ")} ${against}${other}`;
  },
  outOf: (value, of) => `${value}/${of}`,
  target: ({ comparison, value, met, gap }) => {
    const sign = { ">=": "từ ", "<=": "không quá ", ">": "trên ", "<": "dưới ", "=": "" }[comparison];
    const side = comparison === "<=" || comparison === "<" ? "cao hơn" : "thấp hơn";
    const missed = gap ? `: chưa đạt, ${side} ${gap}` : ": chưa đạt";
    return `chỉ tiêu ${sign}${value}${met === null ? "" : met ? ": đạt" : missed}`;
  },
  lost: (list) => text`Mất điểm nhiều nhất: ${list}`,
  lostItem: (name, lost) => `${name} −${lost}`,
  trend: (points) => text`Diễn biến: ${points}`,
  trendPoint: (period, value) => `${period} ${value}`,
  nothing: ({ unit: named, period }) =>
    `${capital(fullName(named))}: chưa có số liệu${period ? ` ${periods.name(period)}` : ""}`,
  noneOf: ({ indicator, unit: named }) =>
    `${capital(figures.indicator(indicator))}: chưa có số liệu của ${fullName(named)}`,
  noPlace: (named) => `Chưa có xếp hạng của ${fullName(named)}: chưa có số liệu các đơn vị cùng cấp để xếp.`,
  successors: (units) => `Nay thuộc: ${units}`,
  chart: {
    title: ({ unit: named, parent }) => placeName(named, parent),
    subtitle: (period) => `Kết quả ${periods.name(period)}, % so với điểm tối đa`,
    headline: ({ total, rank: place, of }) =>
      [
        ...(total === null ? [] : [`${figures.number(total, 2)} điểm`]),
        ...(place === null ? [] : [`hạng ${place}${of === null ? "" : `/${of}`}`]),
      ].join(" · "),
    columns: { value: "kết quả", average: "bình quân" },
    name: figures.indicatorShort,
    value: figures.valueOfMax,
    percent: (value) => `${figures.number(value, 0)}%`,
    key: { bar: "đơn vị", ring: "bình quân các đơn vị cùng cấp", rest: "thang từ 0 đến 100%" },
    footer: (given, unit) => evidence.footer(given, null, shortUnit(unit)),
  },
};

export const summary: SummaryWords = {
  title: ({ period, scope }) => bold(`Tổng hợp ${periods.name(period)} · ${fullName(scope)}`),
  bands: (list) => text`Xếp loại: ${list}`,
  band: (name, count) => `${name} ${count}`,
  counts: ({ indicator, list }) => text`${indicator}: ${list}`,
  noList: (scope) => `Chưa có số liệu từng đơn vị của ${fullName(scope)}.`,
};

export const home: HomeWords = {
  is: (scope) => text`Địa bàn đang xem: ${bold(fullName(scope))}.`,
  set: (scope) => text`Đã đặt địa bàn là ${bold(fullName(scope))}.`,
  how: "Đổi địa bàn: /diaban <tên huyện, tỉnh>, ví dụ /diaban tỉnh Gia Lai.",
};

export const start: StartWords = {
  welcome: ({ home: scope, sample }) =>
    lines(
      bold("Bot 766 – kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp"),
      `Địa bàn đang xem: ${fullName(scope)}.`,
      sample && "Đang dùng SỐ LIỆU MẪU từ các văn bản đã công bố để anh/chị xem thử.",
      "Anh/chị gõ lệnh hoặc chọn mục bên dưới. Gõ không dấu cũng được.",
    ),
  joined: ({ home: scope, byCode }) =>
    lines(
      bold("Xin chào, đây là Bot 766."),
      `Bot trả lời tự động về kết quả Bộ chỉ số 766 của ${fullName(scope)}.`,
      `Đổi địa bàn của nhóm: /diaban <tên đơn vị> (${byCode ? "người được giao nhóm" : "quản trị viên nhóm"}).`,
    ),
  privacy:
    "Trong nhóm này bot chỉ nhận được tin có @tên_bot, tin trả lời bot và lệnh gõ đầy đủ. Muốn bot nhận mọi lệnh, nhờ quản trị viên đặt bot làm quản trị viên nhóm.",
  yourId: (id) => text`Mã của anh/chị (để khai báo OPERATORS): ${code(id)}`,
};

export const actions: ActionWords = {
  period: (period) => capital(periods.name(period)),
  indicator: figures.indicatorShort,
  nextPage: (page, pages) => `Trang ${page}/${pages} ›`,
  previousPage: (page, pages) => `‹ Trang ${page}/${pages}`,
  ranking: "Bảng xếp hạng",
  summary: "Tổng hợp",
  sources: "Nguồn",
  takeIn: "Nhập văn bản",
  sideBySide: "Xem cạnh nhau",
  allFigures: "Mọi số liệu",
  asText: "Bảng chữ",
  asPicture: "Xem hình",
  list: { areas: "Khối địa phương", communes: "Các xã, phường", departments: "Khối sở, ngành" },
  help: "Trợ giúp",
  goOn: "Làm tiếp",
  unit: shortUnit,
};

function placeName(named: Unit, parent: Unit): string {
  return capital(fullName(named)) + (parent.kind === "country" ? "" : `, ${fullName(parent)}`);
}

/** The bare name; one that is a number keeps its title. */
function shortUnit(named: Unit): string {
  if (named.title === "thị trấn") return `TT ${named.name}`;
  return /^\d/.test(named.name) ? capital(fullName(named)) : named.name;
}

function indicatorHead(indicator: Indicator): string {
  const head = capital(figures.indicator(indicator));
  return indicator.max === null ? head : `${head} (tối đa ${figures.number(indicator.max)})`;
}

const nounOf = ({ noun }: Indicator): string => noun?.vi ?? "";
