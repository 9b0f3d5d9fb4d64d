import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { MonthExportWords } from "#locales/words/month-export.ts";
import type { GroupId, Indicator } from "#services/indicators/indicator.ts";
import { bold } from "#services/reply/text.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Target } from "#services/targets/target.ts";
import { fullName } from "#services/units/unit.ts";

const LISTS: Readonly<Record<ListKind, string>> = {
  areas: "",
  communes: "Cấp xã",
  departments: "Sở ngành",
};

const GROUPS: Readonly<Record<GroupId, string>> = {
  CKMB: "Công khai, minh bạch",
  TDGQ: "Tiến độ giải quyết",
  CLGQ: "Dịch vụ công trực tuyến",
  TTTT: "Thanh toán trực tuyến",
  MDHL: "Mức độ hài lòng",
  MDSH: "Số hóa hồ sơ",
};

const SIGNS: Readonly<Record<Target["comparison"], string>> = {
  ">=": "≥",
  "<=": "≤",
  ">": ">",
  "<": "<",
  "=": "=",
};

const measured = (indicator: Indicator): string => {
  const name = figures.indicator(indicator);
  if (indicator.measure === "rate") return `${name} (%)`;
  if (indicator.measure === "points")
    return indicator.max === null ? `${name} (điểm)` : `${name} (/${indicator.max})`;
  return indicator.noun ? `${name} (${indicator.noun.vi})` : name;
};

export const monthExport: MonthExportWords = {
  commands: {
    xuat: {
      purpose: "Tệp Excel kết quả của một kỳ",
      usage: "[kỳ] [địa bàn] [csv]",
      examples: ["/xuat", "/xuat thang 8 Gia Lai", "/xuat csv"],
    },
  },
  title: ({ scope, period }) => bold(`Tệp kết quả · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ units, indicators }) =>
    `${figures.unitCount(units)} × ${figures.number(indicators)} chỉ số; ô trống là chưa có số liệu, khác với 0.`,
  without: (count) => `${figures.number(count)} đơn vị chưa có số liệu được ghi rõ trong tệp.`,
  as: (kind) => (kind === "csv" ? "Tệp csv" : "Tệp Excel"),
  file: {
    office: (scope) => (scope.kind === "country" ? null : `UBND ${fullName(scope)}`.toUpperCase()),
    heading: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    title: ({ scope, period, kind }) =>
      [
        `Kết quả đánh giá theo Bộ chỉ số 766 ${periods.name(period)}`,
        fullName(scope),
        ...(LISTS[kind] === "" ? [] : [LISTS[kind]]),
      ]
        .join(" – ")
        .toUpperCase(),
    sheet: ({ kind, part, group }) => {
      const name = part === "all" ? "Tổng hợp" : group ? GROUPS[group] : "Số liệu khác";
      return LISTS[kind] === "" ? name : `${LISTS[kind]} ${name}`.slice(0, 31);
    },
    sources: "Nguồn số liệu",
    columns: {
      rank: "Hạng",
      unit: "Đơn vị",
      band: "Xếp loại",
      missed: "Chỉ tiêu chưa đạt",
      note: "Ghi chú",
      document: "Văn bản, nguồn",
      period: "Kỳ",
      state: "Tình trạng",
      version: "Bản",
      asOf: "Thời điểm trích xuất",
      checkCode: "Mã kiểm tra",
    },
    values: measured,
    ranks: (indicator) => `Hạng: ${figures.indicatorShort(indicator)}`,
    changes: (indicator, against) => `Tăng, giảm: ${figures.indicatorShort(indicator)}, ${against}`,
    missed: (indicator, { comparison, value }) =>
      `${figures.indicatorShort(indicator)} ${SIGNS[comparison]} ${figures.value(value, indicator)}`,
    noFigures: "Chưa có số liệu",
    idle: "Không phát sinh hồ sơ",
  },
};
