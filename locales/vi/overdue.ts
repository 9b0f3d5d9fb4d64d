import { shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { OverdueWords } from "#locales/words/overdue.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const andMore = (names: readonly string[], separator: string, more: number): string =>
  `${names.join(separator)}${more > 0 ? ` và ${figures.number(more)} đơn vị khác` : ""}`;

export const overdue: OverdueWords = {
  commands: {
    quahan: {
      purpose: "Hồ sơ quá hạn, tạm dừng, trả lại, chưa số hóa: ở đâu",
      usage: "[kỳ] [loại hồ sơ] [địa bàn] [excel]",
      examples: ["/quahan", "/quahan tháng 8/2024 Tiên Lữ", "/quahan chưa số hóa"],
    },
  },
  title: ({ period, scope, units }) =>
    bold(`Hồ sơ cần xử lý · ${periods.name(period)} · ${fullName(scope)} · ${units}`),
  own: ({ period, unit }) => bold(`Hồ sơ cần xử lý · ${periods.name(period)} · ${fullName(unit)}`),
  inBrackets: (against) =>
    text`${bold("Trong ngoặc")}: ${
      against
        ? `tăng giảm ${against}; tỷ trọng trong tổng số`
        : "tỷ trọng trong tổng số; chưa có kỳ trước để so"
    }`,
  total: ({ indicator, total, change, units, of, whole }) =>
    text`${capital(figures.indicator(indicator))}: ${bold(total)}${change ? ` (${change})` : ""} ở ${units}/${of} đơn vị${
      whole ? ` · ${whole.label.toLocaleLowerCase("vi")} công bố ${whole.value}` : ""
    }`,
  most: ({ units, more }) => `– ${andMore(units, " · ", more)}`,
  unit: ({ name, count, change, share }) => {
    const beside = [...(change ? [change] : []), ...(share ? [`${share}%`] : [])];
    return `${name} ${count}${beside.length > 0 ? ` (${beside.join("; ")})` : ""}`;
  },
  missing: (names, more) => `– Chưa có số liệu: ${andMore(names, ", ", more)}`,
  listed: (total) => `Theo danh sách đã nhập (${total} hồ sơ):`,
  noOverdue: "Kỳ này chưa có số hồ sơ quá hạn.",
  notOnTime:
    "Chưa đúng hạn = tiếp nhận trừ đúng hạn tại thời điểm trích xuất; phần lớn còn đang giải quyết, không phải hồ sơ quá hạn.",
  chart: {
    title: ({ period, scope }) => `Hồ sơ cần xử lý ${periods.name(period)} · ${capital(fullName(scope))}`,
    subtitle: ({ against, page, pages }) =>
      [
        against ? `Trong ngoặc: ${against}` : "Số hồ sơ từng đơn vị",
        ...(pages > 1 ? [`trang ${page}/${pages}`] : []),
      ].join(" · "),
    head: ({ indicator, total, units }) =>
      `${capital(figures.indicator(indicator))}: ${figures.number(total)} ở ${units} đơn vị`,
    unit: shortUnit,
    value: ({ count, change }, indicator) =>
      `${figures.number(count)}${change === null ? "" : ` (${change === 0 ? "0" : figures.change(change, indicator)})`}`,
    key: { more: "tăng so với kỳ trước", other: "còn lại", all: "số hồ sơ" },
    footer: (given) => evidence.footer(given, null, null),
    alt: ({ head, figures: said }) =>
      `${head}: ${said.map(({ name, value }) => `${name} ${value}`).join(" · ")}`,
  },
  actions: { whole: (indicator) => `Đủ: ${figures.indicatorShort(indicator)}` },
};
