import { placeName, shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { ActionWords, HomeWords, StartWords, SummaryWords, UnitWords } from "#locales/words/answers.ts";
import { bold, code, lines, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const unit: UnitWords = {
  commands: {
    xa: {
      purpose: "Mọi số liệu của một đơn vị",
      usage: "<đơn vị>[, <đơn vị>] [chỉ số] [kỳ]",
      examples: ["/xa Cương Chính", "/xa p. Pleiku 2/2026", "/huyen Mê Linh t7/2024"],
    },
  },
  title: ({ unit: named, parent, period }) => bold(`${placeName(named, parent)} · ${periods.name(period)}`),
  total: ({ value, band }) => `${value}${band ? ` (${band})` : ""}`,
  rank: (place, of, tied) => `${tied ? "đồng hạng" : "hạng"} ${place}/${of}`,
  publishedRank: (place, of) => `xếp hạng công bố ${place}${of === null ? "" : `/${of}`}`,
  idle: "không phát sinh hồ sơ, không xếp hạng",
  few: (dossiers) => `† mới có ${figures.number(dossiers)} hồ sơ, không nêu hạng`,
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
  place: {
    title: ({ unit: named, parent }) => placeName(named, parent),
    subtitle: ({ indicator, period, rank, tied, of }) =>
      `${capital(figures.indicator(indicator))} ${periods.name(period)} · ${unit.rank(rank, of, tied)} · các đơn vị liền kề, đầu và cuối bảng`,
  },
};

export const summary: SummaryWords = {
  commands: {
    tonghop: {
      purpose: "Cả kỳ trên một màn hình",
      usage: "[kỳ] [địa bàn]",
      examples: ["/tonghop", "/tonghop tháng 8/2024 Tiên Lữ"],
    },
  },
  title: ({ period, scope }) => bold(`Tổng hợp ${periods.name(period)} · ${fullName(scope)}`),
  bands: (list) => text`Xếp loại: ${list}`,
  band: (name, count) => `${name} ${count}`,
  counts: ({ indicator, list }) => text`${indicator}: ${list}`,
  noList: (scope) => `Chưa có số liệu từng đơn vị của ${fullName(scope)}.`,
};

export const home: HomeWords = {
  commands: {
    diaban: {
      purpose: "Xem, đặt địa bàn của nhóm",
      usage: "[đơn vị]",
      examples: ["/diaban", "/diaban tỉnh Gia Lai"],
    },
  },
  is: (scope) => text`Địa bàn đang xem: ${bold(fullName(scope))}.`,
  set: (scope) => text`Đã đặt địa bàn là ${bold(fullName(scope))}.`,
  how: "Đổi địa bàn: /diaban <tên huyện, tỉnh>, ví dụ /diaban tỉnh Gia Lai.",
};

export const start: StartWords = {
  commands: {
    batdau: { purpose: "Giới thiệu và bắt đầu", usage: "", examples: ["/batdau"] },
  },
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
  map: "Bản đồ",
  sources: "Nguồn",
  takeIn: "Nhập văn bản",
  allFigures: "Mọi số liệu",
  asText: "Bảng chữ",
  asPicture: "Xem hình",
  list: { areas: "Khối địa phương", communes: "Các xã, phường", departments: "Khối sở, ngành" },
  help: "Trợ giúp",
  goOn: "Làm tiếp",
  unit: shortUnit,
};
