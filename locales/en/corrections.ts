import { figures } from "#locales/en/common.ts";
import { quote } from "#locales/shared/quote.ts";
import type { CorrectionWords } from "#locales/words/corrections.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";

const { number } = figures;

const counted = (what: string, { count, shown }: { count: number; shown: number }) =>
  bold(`${what} (${number(count)}${shown < count ? `, ${number(shown)} shown` : ""}):`);

const turned = (before: string | null, after: string | null): string =>
  before === null || before === after ? (after ?? "") : `${before} → ${after ?? "none"}`;

const PARTS = { value: "", change: ", change", rank: ", rank" } as const;

const readAs = (read: string): string => (read === "" ? "could not be read" : `read ${quote(read)}`);

export const corrections: CorrectionWords = {
  asks: {
    period: text`${bold("Of which period are these results?")} Choose below, or type it, such as: kỳ 11/2025.`,
    year: (guess) =>
      text`${bold(`No year is stated: is it ${guess}?`)} Choose below, or type the period, such as: kỳ 11/2025.`,
    scope: text`${bold("Of which province, district or commune are these results?")} Choose below, or type, such as: địa bàn huyện Tiên Lữ.`,
    issuer: text`${bold("Who issued this document?")} Type it, such as: cơ quan UBND huyện Tiên Lữ.`,
  },
  askNewUnits: (one) =>
    `If the names are right, choose Add new units. If one is wrong, type the right one, such as: đơn vị “${one}” là …`,
  askDoubtful: (one) =>
    `Compare with the original and type the right figure, such as: sửa ${one}; or choose See suggestions.`,
  waiting: (facts) => counted("Read, waiting for an answer", facts),
  doubtful: (facts) => counted("Figures not surely read", facts),
  doubtfulLine: ({ unit, indicator, read, suggestion, page }) =>
    `${unit}, ${indicator}${page === null ? "" : ` (page ${number(page)})`}: ${readAs(read)}${suggestion === null ? "" : `, suggested ${suggestion}`}`,
  readAs,
  part: (indicator, part) => `${indicator}${PARTS[part]}`,
  chart: {
    title: "Figures not surely read",
    subtitle: (shown) => `${number(shown)} cells cut from the original, beside them what was read`,
    footer: ["None of these is stored yet. Type “đúng” or “sửa …” to confirm each."],
  },
  undoes: (facts) => counted("Would undo what persons put right before", facts),
  howToKeep: "To keep a figure, type its correction again before you choose Store.",
  heading: (facts) => counted("Said by persons", facts),
  word({ kind, unit, indicator, before, after, isDoubtful }) {
    switch (kind) {
      case "period":
        return `Period: ${turned(before, after)}`;
      case "scope":
        return `Area: ${turned(before, after)}`;
      case "issuer":
        return `Issued by: ${turned(before, after)}`;
      case "value":
        return `${unit}, ${indicator}: ${isDoubtful ? `${after} (read as ${quote(before ?? "")})` : turned(before, after)}`;
      case "rank":
        return `${unit}, place by ${indicator}: ${turned(before, after)}`;
      case "change":
        return `${unit}, change of ${indicator}: ${turned(before, after)}`;
      case "confirmed":
        return `${unit}, ${indicator}: ${after} is right`;
      case "dropped":
        return `Row ${unit} left out (figures: ${before})`;
      case "named":
        return `${quote(before ?? "")} is ${after}`;
      case "new-unit":
        return `New unit: ${unit}`;
    }
  },
  lost: (word) => `${capital(word)} – fits the document no more and was not applied`,
  newUnits: (names) => `New units (${number(names.length)}): ${names.join(", ")}`,
  corrected: (count) =>
    bold(`Noted (${number(count)}); no figures are stored yet. The earlier preview is no more.`),
  takenBack: bold("What was said last is taken back. The earlier preview is no more."),
  differences: ({ scope, period, count }) =>
    `${capital(scope)}, ${period}: figures that differ from those stored: ${number(count)}`,
  gone: "left out",
  titles: {
    differences: bold("Differences (stored → would be stored)"),
    suggestions: bold("Figures not surely read: compare each with the original"),
    workbook: text`${bold("All figures of the preview")} are in the workbook; nothing is stored yet.`,
  },
  workbook: {
    name: (code) => `preview-${code}.xlsx`,
    sheet: "Preview",
    columns: [
      "Area",
      "Period",
      "Unit",
      "Indicator",
      "Value",
      "Change",
      "Rank",
      "Out of",
      "Stored",
      "Becomes",
    ],
    kinds: { new: "new", changed: "changed", same: "same", gone: "left out" },
  },
  actions: {
    newUnits: (count) => (count > 1 ? `Add ${number(count)} new units` : "Add new unit"),
    takeBack: "Undo",
    differences: "Differences",
    workbook: "Workbook",
    suggestions: "See suggestions",
    agree: (count) => `All ${number(count)} suggestions are right`,
  },
};
