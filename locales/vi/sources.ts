import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { CheckWords, SourceWords } from "#locales/words/sources.ts";
import { bold, code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const sources: SourceWords = {
  commands: {
    nguon: {
      purpose: "Văn bản và các bản số liệu; xem, so, khôi phục bản cũ",
      usage:
        "[kỳ] [địa bàn] [bản <số>] · các kỳ · so bản <số> bản <số> · khôi phục bản <số> · rút số liệu · bản gốc",
      examples: ["/nguon", "/nguon 2026 cả nước", "/nguon 8/2024 v1"],
    },
  },
  title: ({ scope, period, version }) =>
    bold(
      `Nguồn số liệu ${periods.name(period)} · ${fullName(scope)}${version === undefined ? "" : ` · bản ${version}`}`,
    ),
  version: ({ version, at, code: check, current, state }) =>
    text`${bold(`Bản ${version}`)}${current ? " (hiện hành)" : ""} · ${state ?? "đã rút số liệu"} · lưu ${at} · mã ${code(check)}`,
  stored: ({ at, code: check, state }) => text`${state ?? "Đã rút số liệu"} · lưu ${at} · mã ${code(check)}`,
  superseded: (by) => bold(`Bản này đã thay bằng bản ${by} (hiện hành).`),
  inForce: "Đây là bản hiện hành.",
  confirmedBy: (names) => `Người xác nhận: ${names.join(", ")}`,
  counted: ({ changed, added, gone, before, restores }) => {
    const counts = [
      ...(changed > 0 ? [`${figures.number(changed)} số đổi`] : []),
      ...(added > 0 ? [`${figures.number(added)} số thêm`] : []),
      ...(gone > 0 ? [`${figures.number(gone)} số bỏ`] : []),
    ];
    const said = counts.length > 0 ? counts.join(", ") : "các số giữ nguyên";
    return `${restores === null ? "" : `Lấy lại số liệu bản ${restores}. `}So với bản ${before}: ${said}`;
  },
  saidByPersons: "Người nhập sửa, bổ sung khi nhập:",
  withdrew: "Rút toàn bộ số liệu của kỳ này.",
  olderVersions: (count) =>
    `Còn ${figures.number(count)} bản cũ hơn: gõ thêm “bản 1”, “bản 2”… sau lệnh để xem.`,
  document: ({ name, detail }) => `– ${capital(name)}${detail ? ` · ${detail}` : ""}`,
  issued: (date) => `ban hành ${date}`,
  hash: (short) => `dấu tệp ${short}`,
  rows: (rows, units) => `${figures.number(rows)} số liệu của ${figures.number(units)} đơn vị`,
  completeness: ({ held, expected, groups, of }) =>
    `Mức đầy đủ: ${figures.number(held)}/${figures.number(expected)} đơn vị có tổng điểm · ${groups}/${of} nhóm chỉ số`,
  allPeriods: "Các kỳ",
  periodsHeld: (scope) => bold(`Số liệu đang giữ từng kỳ · ${fullName(scope)}`),
  held: ({ period, units, indicators, whole, asOf }) =>
    [
      `– ${capital(periods.name(period))}: ${
        whole
          ? `${figures.number(whole.held)}/${figures.number(whole.expected)} đơn vị có tổng điểm, ${whole.groups}/${whole.of} nhóm`
          : `${figures.number(units)} đơn vị, ${figures.number(indicators)} chỉ số`
      }`,
      ...(asOf === null ? [] : [`trích xuất ${asOf}`]),
    ].join(" · "),
  notHeld: ({ from, to }) =>
    `– ${capital(periods.name(from))}${from === to ? "" : ` đến ${periods.name(to)}`}: chưa có số liệu`,
  earlierPeriods: (count) => `Còn ${figures.number(count)} kỳ trước đó.`,
  compared: ({ scope, period, from, version, page, pages }) =>
    bold(
      [
        `Thay đổi ${periods.name(period)}`,
        fullName(scope),
        `bản ${from} → bản ${version}`,
        ...(pages > 1 ? [`trang ${page}/${pages}`] : []),
      ].join(" · "),
    ),
  changes: bold,
  same: "Hai bản có số liệu giống nhau.",
  compare: (from, version) => `So bản ${from} với bản ${version}`,
  comparedWithBefore: "So với bản trước",
  comparedWithCurrent: "So với bản hiện hành",
  open: (version) => `Xem bản ${version}`,
  rankingOf: (version) => `Xếp hạng theo bản ${version}`,
  allVersions: "Các bản số liệu",
  restore: "Khôi phục bản này",
  restoring: ({ scope, period, version }) =>
    bold(
      `${version === 0 ? "Rút số liệu" : `Khôi phục bản ${version}`} · ${periods.name(period)} · ${fullName(scope)}`,
    ),
  wouldChange: ({ version, over }) =>
    version === 0
      ? `Sẽ lưu bản ${over + 1} không có số liệu; các bản cũ vẫn giữ. So với bản ${over} đang hiện hành:`
      : `Sẽ lưu bản ${over + 1} với số liệu của bản ${version}; không bản nào bị xoá. So với bản ${over} đang hiện hành:`,
  nothingToRestore: ({ version, over }) =>
    version === 0
      ? "Kỳ này không còn số liệu để rút."
      : `Bản ${version} có số liệu giống bản ${over} đang hiện hành, không có gì để khôi phục.`,
  moreChanges: (count) => `… và ${figures.number(count)} thay đổi khác`,
  willBeCorrected: "Nơi đã nhận số liệu cũ sẽ được báo đính chính.",
  agree: (version) => (version === 0 ? "Rút số liệu" : `Khôi phục bản ${version}`),
  overtaken: (current) => `Vừa có bản ${current} mới hơn. Chưa lưu gì; anh/chị xem lại các thay đổi:`,
  restoreOneMore: (command) =>
    `Đã ghi nhận (1/2), số liệu chưa đổi. Cần một người khác có quyền nhập liệu đồng ý trong 24 giờ: chọn nút dưới tin này, hoặc gõ ${command}`,
  restored: ({ scope, period, version, restores }) =>
    bold(
      `Đã lưu bản ${version}${restores === 0 ? ", rút toàn bộ số liệu" : ` với số liệu của bản ${restores}`} · ${periods.name(period)} · ${fullName(scope)}`,
    ),
  isCorrected: "Nơi đã nhận số liệu trước sẽ được báo đính chính; cảnh báo được xét lại.",
  openOriginals: "Văn bản gốc",
  originals: "Văn bản gốc của bản này có nhiều tệp, anh/chị chọn một tệp:",
  noOriginals: "Bot không lưu văn bản gốc của bản này.",
  original: (part) => `Tệp ${part}`,
  originalSent: (name) => `Văn bản gốc: ${name}`,
  unnamedOriginal: (part) => `anh-trang-${part}`,
  file: {
    name: ({ scope, period, from, version }) =>
      `thay-doi-${period}-${fullName(scope).replaceAll(" ", "-")}-ban-${from}-${version}.xlsx`,
    sheet: "Thay đổi",
    columns: (from, version) => [
      "Đơn vị",
      "Chỉ số",
      `Bản ${from}`,
      `Bản ${version}`,
      "Chênh lệch",
      `Hạng công bố, bản ${from}`,
      `Hạng công bố, bản ${version}`,
      `Tăng giảm công bố, bản ${from}`,
      `Tăng giảm công bố, bản ${version}`,
    ],
  },
  ownRow: (parent) => bold(`Số liệu của chính đơn vị (bảng ${fullName(parent)})`),
};

export const check: CheckWords = {
  commands: {
    kiemtra: {
      purpose: "Đối chiếu mã ghi dưới hình",
      usage: "<mã> [chỉ số / đơn vị]",
      examples: ["/kiemtra 7KQ2", "/kiemtra 7KQ2 đúng hạn"],
    },
  },
  title: ({ code: typed, scope, period, version }) =>
    bold(`Mã ${typed} · ${fullName(scope)} · ${periods.name(period)} · bản ${version}`),
  current: "Đây là bản hiện hành.",
  replaced: (version) => `Bản này đã được thay bằng bản ${version}.`,
  compare: "So từng số dưới đây với hình anh/chị nhận được:",
  list: ({ indicator, units, page, pages }) =>
    bold(
      [capital(figures.indicator(indicator)), units, ...(pages > 1 ? [`trang ${page}/${pages}`] : [])].join(
        " · ",
      ),
    ),
  others: (typed, indicators) =>
    text`Mã này còn có: ${indicators.map(figures.indicatorShort).join(", ")}. Gõ thêm tên chỉ số hoặc tên đơn vị sau mã, ví dụ ${code(`/kiemtra ${typed} ${indicators.slice(0, 1).map(figures.indicatorShort).join("")}`)}`,
};
