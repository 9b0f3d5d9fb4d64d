import { figures } from "#locales/vi/common.ts";
import type { FormulaWords } from "#locales/words/formula.ts";
import type { Formula } from "#services/indicators/formulas.ts";
import { bold } from "#services/reply/text.ts";

const { number } = figures;

const points = (formula: Formula): string | null => {
  const { max, fullAt, doubt } = formula;
  if (max === 0) return null;
  if (max === null || fullAt === null) return "Chưa rõ cách quy ra điểm.";
  const half = `${number(fullAt / 2)}% được ${number(max / 2)} điểm`;
  const full =
    fullAt === 100
      ? `Điểm = ${number(max)} × tỷ lệ: ${half}`
      : `Đạt từ ${number(fullAt)}% được đủ ${number(max)} điểm, thấp hơn thì giảm theo tỷ lệ: ${half}`;
  return doubt ? `${full} (chưa chắc chắn).` : `${full}.`;
};

const worth = ({ max }: Formula): string => {
  if (max === null) return "chưa rõ số điểm";
  return max === 0 ? "không chấm điểm" : `${number(max)} điểm`;
};

export const formula: FormulaWords = {
  commands: {
    congthuc: {
      purpose: "Cách tính điểm của một chỉ số, một nhóm",
      usage: "[chỉ số]",
      examples: ["/congthuc", "/congthuc đúng hạn", "/congthuc số hóa"],
    },
  },
  index: bold("Công thức · Bộ chỉ số 766, tối đa 100 điểm"),
  group: ({ group, components }) =>
    `${figures.indicator(group)}: ${number(group.max ?? 0)} điểm, ${components} chỉ số thành phần`,
  how: "Xem từng chỉ số: /congthuc <tên chỉ số>, ví dụ /congthuc đúng hạn.",
  title: ({ indicator, code }) =>
    bold(`Công thức · ${figures.indicator(indicator)}${code ? ` (${code})` : ""}`),
  most: ({ group, max }) => {
    if (max === 0) return `Thuộc nhóm ${figures.indicator(group)}, không chấm điểm.`;
    const most = max === null ? "chưa rõ tối đa bao nhiêu" : `tối đa ${number(max)}`;
    return `Thuộc nhóm ${figures.indicator(group)} (${number(group.max ?? 0)} điểm): ${most} điểm.`;
  },
  components: ({ max, count }) => `Tối đa ${number(max)} điểm, ${count} chỉ số thành phần:`,
  component: ({ indicator, formula: one }) =>
    `${one.code ? `${one.code} ` : ""}${figures.indicator(indicator)}: ${worth(one)}${one.doubt && one.max !== null ? ", cách quy điểm chưa chắc chắn" : ""}`,
  ratio: ({ numerator, denominator, indicator }) => {
    if (!numerator || !denominator) return null;
    const name = indicator === "average-processing-days" ? "Thời gian trung bình" : "Tỷ lệ";
    return `${name} = ${numerator.vi} ÷ ${denominator.vi}.`;
  },
  points,
  rules: ({ rules }) => rules.map((rule) => rule.vi),
  doubt: ({ doubt }) => doubt && `Chưa chắc chắn: ${doubt.vi}`,
  unscored: ({ indicator, group }) => {
    const name = figures.indicator(indicator);
    const whose = group ? ` Số liệu này thuộc nhóm ${figures.indicator(group)}.` : "";
    return `${name}: không được chấm điểm riêng, hoặc chưa có công thức.${whose}`;
  },
  older: (groups) =>
    `Bảng của Cổng giai đoạn 2022–2025 gộp hai nhóm: ${groups.map((group) => `${figures.indicator(group)} ${number(group.max ?? 0)} điểm`).join(" và ")}.`,
  source:
    "Nguồn: bản “Mô tả công thức tính chỉ số 766” lưu hành năm 2026, chưa rõ cơ quan ban hành; điểm tối đa và cách quy điểm theo số liệu Cổng Dịch vụ công quốc gia tháng 8 và 9/2026. Chưa đối chiếu với toàn văn Quyết định 766/QĐ-TTg; trước năm 2026 có thể tính khác.",
  actions: { index: "Cả bộ chỉ số" },
};
