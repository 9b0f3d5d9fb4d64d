import { placeName, shortUnit } from "#locales/shared/unit-names.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { WhyWords } from "#locales/words/why.ts";
import type { NoDossierRule } from "#services/analysis/dossiers.ts";
import type { Formula } from "#services/indicators/formulas.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

/** What makes a dossier count. */
const DONE: Readonly<Record<string, string>> = {
  "on-time-rate": "xử lý đúng hạn",
  "online-payment-rate": "thanh toán trực tuyến",
};
const done = ({ indicator }: Formula): string => DONE[indicator] ?? "đạt yêu cầu";

const REASONS: Readonly<Record<NoDossierRule, string>> = {
  "no-formula": "chưa rõ công thức",
  "no-counts": "chưa có số đếm hồ sơ",
  contradicted: "công thức đã biết không cho ra đúng điểm công bố",
  "older-period": "công thức chỉ biết chắc từ năm 2026",
};

const steps = (places: number): string => {
  if (places === 0) return "không làm đổi hạng";
  return places > 0 ? `lên ${number(places)} bậc` : `xuống ${number(-places)} bậc`;
};

const listed = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join(", ")} và ${number(more)} đơn vị khác` : names.join(", ");

export const why: WhyWords = {
  commands: {
    visao: {
      purpose: "Vì sao đơn vị tăng, giảm; nên làm gì trước",
      usage: "<đơn vị>[, <đơn vị>] [chỉ số] [kỳ]",
      examples: ["/visao Cương Chính", "/visao Thủ Sỹ 8/2024", "/visao tỉnh Gia Lai 2026"],
    },
  },
  title: ({ unit, parent, period }) => bold(`Vì sao · ${placeName(unit, parent)} · ${periods.name(period)}`),
  noTotal: "Chưa có tổng điểm kỳ này, xét theo phần đã có.",
  split: ({ before, now, against, over, byOwn, byOthers, alone }) => {
    const within = `trong ${number(over)} đơn vị có ở cả hai kỳ`;
    if (before === now && byOwn === 0) return `Thứ hạng ${against}: giữ nguyên ${number(now)} (${within}).`;
    const own = `riêng kết quả của đơn vị ${steps(byOwn)}, thành hạng ${number(alone)} nếu các đơn vị khác giữ nguyên`;
    return `Thứ hạng ${against}: ${number(before)} → ${number(now)} (${within}). Trong đó ${own}; phần do các đơn vị khác thay đổi: ${steps(byOthers)}.`;
  },
  overtakers: (names, more) => `Các đơn vị đã vượt lên trên: ${listed(names, more)}.`,
  overtaken: (names, more) => `Đã vượt được: ${listed(names, more)}.`,
  noSplit: (reason) => `Thứ hạng: ${reason}.`,
  publishedOnly: "Chỉ có thứ hạng công bố, chưa có cả bảng để tách phần do các đơn vị khác.",
  onlyUnit: "Chưa có số liệu các đơn vị cùng cấp để xét thứ hạng.",
  parts: ({ change, against, parts, rest }) =>
    `Tổng điểm ${change} ${against}, gồm: ${parts.join("; ")}${rest === null ? "" : `; chưa tách được theo nhóm ${rest}`}.`,
  part: ({ indicator, change }) => `${figures.indicatorShort(indicator)} ${change}`,
  noParts: "Chưa có điểm từng nhóm ở cả hai kỳ nên chưa biết nhóm nào làm tổng điểm thay đổi.",
  headroom: "Nên làm trước, theo số điểm còn có thể lấy:",
  group: ({ indicator, value, lost, places }) =>
    text`${figures.indicatorShort(indicator)} ${value}: ${bold(lost === "" ? "đã đủ điểm" : `còn ${lost} điểm`)}${places.map((place) => ` · ${place}`).join("")}`,
  widerPlace: ({ scope, rank, of }) =>
    `${number(rank)}/${number(of)} ${scope.kind === "country" ? "cả nước" : fullName(scope)}`,
  components: "Chỉ số cần xem:",
  next: ({ unit, rank, value, gap }) =>
    `Đơn vị liền trên: ${shortUnit(unit)}, hạng ${number(rank)}, ${value}; hơn ${gap} điểm.`,
  first: "Đơn vị đang dẫn đầu.",
  closes: ({ formula, dossiers, gain }) =>
    `Để đuổi kịp: ${done(formula)} thêm ${number(dossiers)} hồ sơ (≈ ${gain} điểm).`,
  notEnough: ({ formula, dossiers, gain }) =>
    dossiers === 0
      ? `Mọi hồ sơ đã ${done(formula)}: cần thêm điểm ở nhóm khác.`
      : `Cả ${number(dossiers)} hồ sơ còn lại ${done(formula)} cũng mới ≈ ${gain} điểm, chưa đuổi kịp: cần thêm điểm ở nhóm khác.`,
  worth: ({ formula, group, some, all, checked }) => {
    const part = some ? `thêm ${number(some.dossiers)} hồ sơ ≈ ${some.gain} điểm, ` : "";
    const basis = `công thức ${formula.code ?? ""}${checked ? ", khớp điểm công bố" : ""}`;
    return `${figures.indicatorShort(group)}: ${done(formula)} ${part}thêm cả ${number(all.dossiers)} hồ sơ còn lại ≈ ${all.gain} điểm (${basis}).`;
  },
  reaches: ({ indicator, level, formula, dossiers }) =>
    dossiers === null
      ? `Chỉ tiêu ${figures.indicatorShort(indicator)} ${level}: không đạt được với số hồ sơ kỳ này.`
      : `Chỉ tiêu ${figures.indicatorShort(indicator)} ${level}: đạt nếu ${done(formula)} thêm ${number(dossiers)} hồ sơ.`,
  unruled: ({ reason, groups }) =>
    `Chưa quy ra hồ sơ: ${groups.map(figures.indicatorShort).join(", ")} (${REASONS[reason]}).`,
  twice: "Tính trên số hồ sơ kỳ này; chưa kể hồ sơ quá hạn còn trừ điểm hài lòng (5.4).",
  chart: {
    title: ({ unit, parent }) => `Vì sao · ${placeName(unit, parent)}`,
    subtitle: ({ period, earlier }) =>
      earlier
        ? `Tổng điểm từ ${periods.name(earlier)} đến ${periods.name(period)}, theo nhóm`
        : `Tổng điểm ${periods.name(period)}: mất ở nhóm nào so với điểm tối đa`,
    total: (period) => (period === null ? "Điểm tối đa" : capital(periods.name(period))),
    name: figures.indicatorShort,
    rest: "Chưa tách được",
    unheld: "Nhóm chưa có số liệu",
    value: (value) => number(value, 2),
    change: (value) => figures.signed(value, 2),
    tick: (value) => number(value),
    key: { total: "tổng điểm", gain: "tăng", loss: "giảm, mất điểm" },
    footer: (given, unit) => evidence.footer(given, null, shortUnit(unit)),
  },
  actions: { why: "Vì sao", trend: "Xu hướng", formula: "Công thức" },
};
