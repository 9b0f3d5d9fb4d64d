import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { CheckWords, SourceWords } from "#locales/words/sources.ts";
import { bold, code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const sources: SourceWords = {
  commands: {
    nguon: {
      purpose: "Văn bản và các bản số liệu; so hai bản",
      usage: "[kỳ] [địa bàn] · so bản <số> bản <số>",
      examples: ["/nguon", "/nguon 2026 cả nước"],
    },
  },
  title: ({ scope, period }) => bold(`Nguồn số liệu ${periods.name(period)} · ${fullName(scope)}`),
  version: ({ version, at, code: check, current, state }) =>
    text`${bold(`Bản ${version}`)}${current ? " (hiện hành)" : ""} · ${state} · lưu ${at} · mã ${code(check)}`,
  document: ({ name, detail }) => `– ${capital(name)}${detail ? ` · ${detail}` : ""}`,
  issued: (date) => `ban hành ${date}`,
  hash: (short) => `dấu tệp ${short}`,
  rows: (rows, units) => `${figures.number(rows)} số liệu của ${figures.number(units)} đơn vị`,
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
