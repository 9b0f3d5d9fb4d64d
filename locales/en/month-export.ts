import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import type { MonthExportWords } from "#locales/words/month-export.ts";
import type { GroupId, Indicator } from "#services/indicators/indicator.ts";
import { bold } from "#services/reply/text.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Target } from "#services/targets/target.ts";
import { fullName } from "#services/units/unit.ts";

const LISTS: Readonly<Record<ListKind, string>> = {
  areas: "",
  communes: "Communes",
  departments: "Departments",
};

const GROUPS: Readonly<Record<GroupId, string>> = {
  CKMB: "Transparency",
  TDGQ: "Processing on time",
  CLGQ: "Online services",
  TTTT: "Online payment",
  MDHL: "Satisfaction",
  MDSH: "Digitisation",
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
    return indicator.max === null ? `${name} (points)` : `${name} (/${indicator.max})`;
  return indicator.noun ? `${name} (${indicator.noun.en})` : name;
};

export const monthExport: MonthExportWords = {
  commands: {
    xuat: {
      purpose: "A period's results as an Excel file",
      usage: "[period] [area] [csv]",
      examples: ["/xuat", "/xuat 8/2024 Gia Lai", "/xuat csv"],
    },
  },
  title: ({ scope, period }) => bold(`Results file · ${fullName(scope)} · ${periods.name(period)}`),
  holds: ({ units, indicators }) =>
    `${figures.unitCount(units)} × ${figures.number(indicators)} indicators; an empty cell is a figure not held, not a zero.`,
  without: (count) => `${figures.number(count)} units without figures are named in the file.`,
  as: (kind) => (kind === "csv" ? "csv file" : "Excel file"),
  file: {
    office: (scope) => (scope.kind === "country" ? null : `UBND ${fullName(scope)}`.toUpperCase()),
    heading: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    title: ({ scope, period, kind }) =>
      [
        `Results of index 766, ${periods.name(period)}`,
        fullName(scope),
        ...(LISTS[kind] === "" ? [] : [LISTS[kind]]),
      ]
        .join(" – ")
        .toUpperCase(),
    sheet: ({ kind, part, group }) => {
      const name = part === "all" ? "All" : group ? GROUPS[group] : "Other figures";
      return LISTS[kind] === "" ? name : `${LISTS[kind]} ${name}`.slice(0, 31);
    },
    sources: "Sources",
    columns: {
      rank: "Rank",
      unit: "Unit",
      band: "Class",
      missed: "Targets missed",
      note: "Note",
      document: "Document, source",
      period: "Period",
      state: "State",
      version: "Version",
      asOf: "Extracted at",
      checkCode: "Check code",
    },
    values: measured,
    ranks: (indicator) => `Rank: ${figures.indicatorShort(indicator)}`,
    changes: (indicator, against) => `Change: ${figures.indicatorShort(indicator)}, ${against}`,
    missed: (indicator, { comparison, value }) =>
      `${figures.indicatorShort(indicator)} ${SIGNS[comparison]} ${figures.value(value, indicator)}`,
    noFigures: "No figures",
    idle: "No dossiers received",
  },
};
