import { figures } from "#locales/en/common.ts";
import { monthExport } from "#locales/en/month-export.ts";
import { createFileName } from "#locales/shared/file-name.ts";
import type { FileWords } from "#locales/words/files.ts";
import { bold } from "#services/reply/text.ts";

export const files: FileWords = {
  name: createFileName({
    of: {
      xuat: "Results",
      giaoban: "Briefing",
      congvan: "Letter",
      baocao: "Report",
      xephang: "Ranking",
      xa: "Unit",
      tonghop: "Summary",
      xuhuong: "Trend",
      sosanh: "Comparison",
      chitieu: "Targets",
      quahan: "Overdue",
      visao: "Analysis",
      gialap: "Supposition",
      bando: "Map",
      dienbien: "Daily",
      canhbao: "Alerts",
    },
    other: "Picture",
    more: (count) => `and-${count}-units`,
    provisional: "PROVISIONAL",
    sample: "SAMPLE-DATA",
  }),
  title: (title) => bold(`File of figures · ${title}`),
  holds: (rows) => `${figures.number(rows)} rows; an empty cell is a figure not held, not a zero.`,
  asAnswer: "Show the answer",
  asPaper: (kind) => (kind === "pdf" ? "PDF file" : "Word file"),
  sheet: "Figures",
  columns: {
    unit: "Unit",
    indicator: "Indicator",
    period: "Period",
    value: "Value",
    change: "Change against the period before",
    rank: "Rank",
    of: "Out of units",
    best: "Best",
    gap: "Apart",
    note: "Note",
  },
  target: (indicator) => `Target: ${figures.indicatorShort(indicator)}`,
  short: (indicator, target) =>
    `Short of ${target ? monthExport.file.missed(indicator, target) : `the target: ${figures.indicatorShort(indicator)}`}`,
  share: (indicator) => `Share (%): ${figures.indicatorShort(indicator)}`,
  missedTargets: "Targets missed",
};
