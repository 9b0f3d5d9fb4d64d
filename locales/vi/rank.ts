import { shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { RankWords } from "#locales/words/rank.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, text } from "#services/reply/text.ts";
import type { ListTitle } from "#services/results/titled.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const andMore = (names: string, more: number): string =>
  more > 0 ? `${names} và ${figures.number(more)} đơn vị khác` : names;

const SIDES = { below: "dưới", above: "trên", from: "từ", upTo: "không quá" } as const;
const COMPARISONS = { ">=": "từ", "<=": "không quá", ">": "trên", "<": "dưới", "=": "" } as const;

const limitWords: RankWords["limit"] = ({ limit, indicator, target }) => {
  if (limit.kind === "band") return `xếp loại ${figures.band(limit.band)}`;
  if (limit.kind === "place")
    return `hạng ${figures.number(limit.place)}${limit.from === "bottom" ? " từ dưới lên" : ""}`;
  if (limit.kind === "figure") return `${SIDES[limit.side]} ${measured(limit.value, indicator)}`;
  const level = target ? ` ${COMPARISONS[target.comparison]} ${measured(target.value, indicator)}` : "";
  return `${limit.isMet ? "đạt" : "chưa đạt"} chỉ tiêu${level}`;
};

/** "85 điểm", "95%", "12 hồ sơ". */
const measured = (value: number, indicator: Indicator): string =>
  indicator.measure === "points" ? `${figures.number(value)} điểm` : figures.value(value, indicator);

export const LIST_TITLES: Readonly<Record<ListTitle, string>> = {
  ward: "phường",
  town: "thị trấn",
  zone: "đặc khu",
  district: "huyện, quận, thị xã",
};

export const rank: RankWords = {
  commands: {
    xephang: {
      purpose: "Bảng xếp hạng kèm hình",
      usage:
        "[kỳ] [chỉ số] [top N / cuối N] [dưới 85 / dưới chỉ tiêu / loại tốt / hạng 3] [theo nhóm hồ sơ] [xã / sở] [địa bàn]",
      examples: [
        "/xephang thang 8",
        "/xephang tiến độ top 5",
        "/xephang cuối 3 t8/2024",
        "/xephang sở Gia Lai",
        "/xephang dưới 95% đúng hạn",
      ],
    },
  },
  title: ({ period, scope, units, indicator }) =>
    bold(
      [
        `Xếp hạng ${periods.name(period)}`,
        fullName(scope),
        units,
        ...(indicator ? [figures.indicator(indicator)] : []),
      ].join(" · "),
    ),
  titledAlone: (title) => `Chỉ nêu ${LIST_TITLES[title]}; hạng tính trong cả bảng`,
  leaders: (list) => text`Dẫn đầu: ${list}`,
  laggards: (list) => text`Cuối bảng: ${list}`,
  rose: (name, change) => `Tăng nhiều nhất: ${name} ${change}`,
  fell: (name, change) => `Giảm nhiều nhất: ${name} ${change}`,
  movers: (said, against) => [...said, against].join(" · "),
  inBrackets: (against) => `Trong ngoặc: tăng giảm ${against}`,
  otherwise: ({ names, more, against }) =>
    `Mức tăng giảm công bố ${against}, khác số đã lưu: ${andMore(names, more)}`,
  whole: ({ label, value, band, rank: place }) =>
    text`${label}: ${bold(value)}${band ? ` (${band})` : ""}${place ? `, ${place}` : ""}`,
  tied: ({ count, rank: place, value }) => `${count} đơn vị đồng hạng ${place} (${value})`,
  tiedToo: ({ count, rank: place }) => `và ${count} đơn vị khác cùng hạng ${place}`,
  tiedRow: "đồng hạng",
  row: ({ rank: place, name, value, note }) => `${place}. ${name} ${value}${note ? ` (${note})` : ""}`,
  table: {
    place: "Hạng",
    unit: "Đơn vị",
    value: ({ measure }) => (measure === "points" ? "Điểm" : measure === "rate" ? "Tỷ lệ" : "Số"),
    note: "Ghi chú",
    change: "Tăng giảm",
  },
  missing: (names, more) => `Chưa có số liệu: ${andMore(names, more)}`,
  idle: (names, more) => `Không phát sinh hồ sơ, không xếp hạng: ${andMore(names, more)}`,
  few: ({ units, more, most }) =>
    `† Từ ${most} hồ sơ trở xuống, không xét dẫn đầu, cuối bảng: ${andMore(units.map(({ name, dossiers }) => `${name} (${figures.number(dossiers)})`).join(", "), more)}`,
  published: (held, of) => `Mới có số liệu ${held}/${of} đơn vị; thứ hạng do cơ quan công bố`,
  withoutTotal: (indicator) =>
    `Bảng này không có điểm tổng hợp; xếp theo ${figures.indicator(indicator).toLocaleLowerCase("vi")}`,
  partial: (held, expected) =>
    `Có số liệu ${figures.number(held)}/${figures.number(expected)} đơn vị; chỉ tính các đơn vị này`,
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
  changed: ({ from, by, count, of, period, before }) => {
    const what = { change: { top: "tăng", bottom: "giảm" }, places: { top: "lên bậc", bottom: "xuống bậc" } };
    const since = before ? ` so với ${periods.relative(before, period)}` : "";
    const which = what[by][from];
    if (count === 0) return `Không có đơn vị nào ${which}${since}`;
    if (count === of) return bold(`${count} đơn vị ${which}${since}`);
    return text`${bold(`${count} đơn vị ${which} nhiều nhất${since}`)} (trong ${figures.number(of)} đơn vị ${which})`;
  },
  limit: limitWords,
  limited: ({ count, of, limits, source }) => {
    const head = `${count === 0 ? "Không có đơn vị nào" : `${figures.number(count)}/${figures.number(of)} đơn vị`} ${limits.join(", ")}`;
    return text`${bold(head)}${count === 0 ? ` (trong ${figures.number(of)} đơn vị có số liệu)` : ""}${
      source ? `; chỉ tiêu theo ${source}` : ""
    }`;
  },
  among: (head) => text`${head}, trong đó:`,
  inAll: (names) =>
    names.length === 0
      ? bold("Không có đơn vị nào có đủ các điều kiện.")
      : text`${bold(`${figures.number(names.length)} đơn vị có đủ các điều kiện`)}: ${names.join(", ")}`,
  more: (count) => `và ${figures.number(count)} đơn vị khác`,
  untargeted: (indicators) =>
    `Không có chỉ tiêu nào cho ${indicators.map((one) => figures.indicator(one).toLocaleLowerCase("vi")).join(", ")}.`,
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
    whole: ({ scope, value, indicator }) =>
      `${figures.whole(scope).toLocaleLowerCase("vi")} ${figures.value(value, indicator)}`,
    target: ({ target, indicator }) =>
      `chỉ tiêu ${COMPARISONS[target.comparison]} ${measured(target.value, indicator)}`.replace("  ", " "),
    tick: (value) => figures.number(value),
    key: ({ period, earlier, missed }) => ({
      dot: periods.relative(period, period),
      ring: earlier ? periods.relative(earlier, period) : null,
      rest:
        missed === null
          ? ""
          : missed === 0
            ? "đều đạt chỉ tiêu"
            : `cam: ${figures.number(missed)} chưa đạt chỉ tiêu`,
    }),
    missing: (names, more) => `chưa có số liệu: ${andMore(names.join(", "), more)}`,
    footer: (given, derived, indicator) =>
      evidence.footer(given, derived, indicator && figures.indicatorShort(indicator)),
    notes: ({ over, otherwise, few }) => [
      ...(over === null ? [] : [`Bậc: so trên ${figures.number(over)} đơn vị có ở cả hai kỳ`]),
      ...(otherwise.length === 0 ? [] : [`Mức tăng giảm công bố khác số đã lưu: ${otherwise.join(", ")}`]),
      ...(few === null ? [] : [`† Từ ${few} hồ sơ trở xuống, không xét dẫn đầu, cuối bảng`]),
    ],
    unit: shortUnit,
    marked: (name) => `${name} †`,
    value: (value, decimals) => figures.number(value, decimals),
    change: (value) => figures.signed(value, 2),
    inBrackets: (earlier, comparison) => rank.inBrackets(evidence.against(earlier, comparison)),
    alt: ({ rank: place, name, value, change }) =>
      `${place}. ${name}: ${value}${change ? ` (${change})` : ""}`,
  },
};

function indicatorHead(indicator: Indicator): string {
  const head = capital(figures.indicator(indicator));
  return indicator.max === null ? head : `${head} (tối đa ${figures.number(indicator.max)})`;
}

const nounOf = ({ noun }: Indicator): string => noun?.vi ?? "";
