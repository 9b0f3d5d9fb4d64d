import { figures } from "#locales/en/common.ts";
import type { FormulaWords } from "#locales/words/formula.ts";
import type { Formula } from "#services/indicators/formulas.ts";
import { bold } from "#services/reply/text.ts";

const { number } = figures;

const points = (formula: Formula): string | null => {
  const { max, fullAt, doubt } = formula;
  if (max === 0) return null;
  if (max === null || fullAt === null) return "How it becomes points is not known.";
  const half = `${number(fullAt / 2)}% earns ${number(max / 2)} points`;
  const full =
    fullAt === 100
      ? `Points = ${number(max)} × rate: ${half}`
      : `From ${number(fullAt)}% on it earns all ${number(max)} points, below that in proportion: ${half}`;
  return doubt ? `${full} (not certain).` : `${full}.`;
};

const worth = ({ max }: Formula): string => {
  if (max === null) return "points not known";
  return max === 0 ? "not scored" : `${number(max)} points`;
};

export const formula: FormulaWords = {
  commands: {
    congthuc: {
      purpose: "How an indicator or a group is scored",
      usage: "[indicator]",
      examples: ["/congthuc", "/congthuc đúng hạn", "/congthuc số hóa"],
    },
  },
  index: bold("Formulas · Index 766, 100 points at most"),
  group: ({ group, components }) =>
    `${figures.indicator(group)}: ${number(group.max ?? 0)} points, ${components} components`,
  how: "One of them: /congthuc <indicator>, as /congthuc đúng hạn.",
  title: ({ indicator, code }) =>
    bold(`Formula · ${figures.indicator(indicator)}${code ? ` (${code})` : ""}`),
  most: ({ group, max }) => {
    if (max === 0) return `In the group ${figures.indicator(group)}, not scored.`;
    const most = max === null ? "how many of them is not known" : `${number(max)} points at most`;
    return `In the group ${figures.indicator(group)} (${number(group.max ?? 0)} points): ${most}.`;
  },
  components: ({ max, count }) => `${number(max)} points at most, ${count} components:`,
  component: ({ indicator, formula: one }) =>
    `${one.code ? `${one.code} ` : ""}${figures.indicator(indicator)}: ${worth(one)}${one.doubt && one.max !== null ? ", conversion not certain" : ""}`,
  ratio: ({ numerator, denominator, indicator }) => {
    if (!numerator || !denominator) return null;
    const name = indicator === "average-processing-days" ? "Average time" : "Rate";
    return `${name} = ${numerator.en} ÷ ${denominator.en}.`;
  },
  points,
  rules: ({ rules }) => rules.map((rule) => rule.en),
  doubt: ({ doubt }) => doubt && `Not certain: ${doubt.en}`,
  unscored: ({ indicator, group }) => {
    const whose = group ? ` It belongs to the group ${figures.indicator(group)}.` : "";
    return `${figures.indicator(indicator)}: not scored by itself, or no formula is known.${whose}`;
  },
  older: (groups) =>
    `The portal's table of 2022–2025 put two groups together: ${groups.map((group) => `${figures.indicator(group)} ${number(group.max ?? 0)} points`).join(" and ")}.`,
  source:
    "Source: the text “Mô tả công thức tính chỉ số 766” that went round in 2026, its issuer is not stated; maxima and conversions as in the national portal's figures of August and September 2026. Not compared with the full text of Quyết định 766/QĐ-TTg; before 2026 it may have been reckoned otherwise.",
  actions: { index: "The whole index" },
};
