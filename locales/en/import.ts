import { periods } from "#locales/en/period.ts";
import { WEEKDAYS, whatBecomes } from "#locales/en/phrases.ts";
import type { ImportWords } from "#locales/words/import.ts";

/** Why a table of a picture is not taken. */
const DISTRUST: Readonly<Record<string, string>> = {
  columns: "its rows do not have the same columns",
  numbering: "its numbering has gaps",
  unclear: "most of its figures are blurred",
  borders: "its borders are dashed, dotted or faint",
};

const remedyOf = (why: unknown): string =>
  why === "borders"
    ? "Send the original Word or Excel file, or draw the borders as solid lines, print and scan it again."
    : "Scan it more clearly, or send the original file.";

const others = (more: number | string | undefined): string =>
  Number(more ?? 0) > 0 ? ` and ${more} more` : "";

export const importing: ImportWords = {
  usage: "Usage: npm run -s import -- FILE… [--json] [--yes] [--period PERIOD] [--scope UNIT]",
  unknownGiven: '--period or --scope is not understood. Write --period 11/2025, --scope "tỉnh Lâm Đồng".',
  unreadable: (name) => `The file ${name} could not be opened. Check its path and permissions.`,
  refused: {
    empty: () => "The file is empty.",
    "too-large": ({ megabytes }) => `The file is larger than ${megabytes} MB. Split it or send its text.`,
    "too-many-rows": ({ rows }) => `The file is longer than ${rows} lines. Split it.`,
    "too-many-columns": ({ columns }) =>
      `A table of the file is wider than ${columns} columns, or a cell lies far off. Delete what is not needed and send it again.`,
    "too-many-sheets": ({ sheets }) =>
      `The file has more than ${sheets} sheets. Keep those that are to be taken in and send it again.`,
    "too-much-inside": () =>
      "The packed file holds too much, so it was not opened, to be safe. Send a smaller file.",
    "too-heavy": () =>
      "Reading this file takes too much memory, so it was stopped. Split the file, or paste its text.",
    "several-files": () =>
      "Only pictures of one paper's pages can be sent together. Send other files one by one.",
    "unsupported-format": () =>
      "This kind of file cannot be read yet. Send pdf, Word (.docx, .doc), Excel (.xlsx, .xls), .ods, .csv, .html or .txt, or paste the text.",
    rtf: () => "Rich text (.rtf) cannot be read yet. Open it in Word, save it as .docx and send that.",
    damaged: () =>
      "The file is damaged or did not arrive whole. Open it in Word or Excel, save it and send it again.",
    password: () => "The file is locked with a password. Remove the password and send it again.",
    macros: () =>
      "The file holds macros, so it was not opened, to be safe. Save it as .docx or .xlsx and send that.",
    suspicious: () =>
      "The file holds declarations that Word and Excel do not use, so it was not opened, to be safe. Save it in Word or Excel and send it again.",
    "too-old": () =>
      "The file was made by a Word older than 1997. Open it in Word, save it as .docx and send that.",
    "too-deep": () =>
      "Parts of the file lie too deep in each other to be read. Copy its contents to a new file and send that.",
    "not-text": () =>
      "This file is no text in Unicode, TCVN3, VNI or Windows-1258. Save it as .txt (UTF-8) and send that.",
    "damaged-pdf": () => "The pdf is damaged or cut short. Fetch the original again.",
    "too-many-pages": ({ pages, most }) =>
      `The file has ${pages} pages; at most ${most} are read. Send the part with the figures.`,
    "odd-page": ({ page }) => `Page ${page} is too large to be read. Print it again on A4.`,
    "scanned-pdf": ({ page }) =>
      `Page ${page} is a picture that cannot be opened, or has no text. Scan it at 200–300 dpi, or send the pdf made from Word.`,
    "unreadable-pdf": ({ page }) =>
      `The fonts on page ${page} do not say which letters they hold. Send the original or paste the text.`,
    "pages-missing": () =>
      "Not all pictures sent at once reached the bot, so none was read. Send them all again in a private chat with the bot.",
    "damaged-picture": ({ page }) =>
      `The picture of page ${page} is damaged or did not arrive whole. Take it again and send it.`,
    "large-picture": ({ page, megapixels }) =>
      `The picture of page ${page} has more than ${megapixels} megapixels. Scan it at 200–300 dpi and send it.`,
    "no-picture-reader": () =>
      "What reads pictures is not installed here. Send a Word, Excel or pdf file with text, or paste the text.",
    "no-text-seen": () => "No text is seen in the picture. Take the whole page straight, sharp and well lit.",
    "not-fetched": () => "This file could not be fetched. Send it again, or paste its text.",
    "too-slow": () =>
      "Reading this file took too long and was stopped. Send only the pages with figures, or the Word or Excel file instead of a scan.",
    busy: () => "The machine is too busy to read this now. Try again in a few minutes.",
    "not-clean": () =>
      "The server's virus scanner did not pass this file, so it was not opened. Check the file, or ask the bot's operator.",
    classified: () => "The document bears a secrecy mark: nothing was read or kept.",
  },
  warnings: {
    "hidden-sheets": ({ sheets }) => `Hidden sheets were not read: ${sheets}.`,
    "hidden-rows": ({ sheet, rows }) => `Sheet “${sheet}” has ${rows} hidden rows: they were read too.`,
    "hidden-columns": ({ sheet, columns }) =>
      `Sheet “${sheet}” has ${columns} hidden columns: they were read too.`,
    "unreckoned-cells": ({ sheet, cells }) =>
      `Sheet “${sheet}” has ${cells} formulas without results. Open it in Excel, save it and send it again.`,
    converted: ({ script }) => `Written in the old alphabet ${script}: converted to Unicode before reading.`,
    "unknown-unit": ({ unit }) => `Not in the lists: ${unit}. Confirming adds it.`,
    "over-100": ({ unit, period, indicator, value }) =>
      `${unit}, ${period}: ${indicator} = ${value}, outside 0–100.`,
    "over-maximum": ({ unit, period, indicator, value, maximum }) =>
      `${unit}, ${period}: ${indicator} = ${value}, above the maximum of ${maximum}.`,
    "unread-table": ({ count, shown, more }) =>
      `${count} lines that look like a table were not read: ${shown}${others(more)}.`,
    "unknown-scope": ({ scope, period, count }) =>
      `There was no ${scope} in ${period}, so ${count} figures were not taken. Correct the period or the area, such as: kỳ 8/2024.`,
    "tables-without-period": ({ tables, count, shown, more }) =>
      `Nothing says of which week, month, quarter or year the figures are (tables: ${tables}), rows left out: ${count}. ${shown}${others(more)}. Write the period above the table and send it again.`,
    "tables-without-units": ({ tables, count, shown, more }) =>
      `No column names the units (tables: ${tables}), rows left out: ${count}. ${shown}${others(more)}.`,
    "tables-without-figures": ({ tables, count, shown, more }) =>
      `No column holds points, rates or ranks that are known (tables: ${tables}), rows left out: ${count}. ${shown}${others(more)}.`,
    "untrusted-table": ({ page, why }) =>
      `Page ${page}: a table cannot be read for sure (${DISTRUST[String(why)]}), so none of its figures is taken. ${remedyOf(why)}`,
    "doubtful-figures": ({ column, count, shown, more }) =>
      `${column}: ${count} cells could not be made sure of, a person has to say them: ${shown}${others(more)}.`,
    "different-figures": ({ unit, indicator, shown }) =>
      `${unit}: different figures for ${indicator} (${shown}); a person has to say which is right.`,
    "doubtful-words": ({ page, count, shown }) =>
      `Page ${page}: ${count} figures in sentences could not be made sure of and are not taken: ${shown}.`,
    "unread-cells": ({ column, count, shown, more }) =>
      `${column}: cells not read (${count}): ${shown}${others(more)}.`,
    "unread-rows": ({ count, shown, more }) =>
      `Rows whose unit or columns are unclear (${count}): ${shown}${others(more)}.`,
    "unread-column": ({ column, count }) =>
      `Column “${column}” was not understood: ${count} numbers left out.`,
    "other-index": ({ index, count }) => `The document speaks of ${index}: ${count} numbers left out.`,
    "doubtful-cells": ({ column, count, shown, more }) =>
      `${column}: cells to be compared with the original (${count}): ${shown}${others(more)}.`,
    "unclear-shares": ({ column, count, shown, more }) =>
      `${column}: cells from 0 to 1 (${count}) not taken, since 0.97 may be 97% or 0.97%: ${shown}${others(more)}. Format the column as per cent and send it again.`,
    "share-or-rate": ({ column, count, shown, more }) =>
      `${column}: cells below 1 among percentages (${count}), taken as per cent (0.97 is 0.97%, not 97%). Compare them with the original: ${shown}${others(more)}.`,
    "missing-numbers": ({ numbers }) => `The list leaves out number ${numbers}.`,
    "missing-figures": ({ indicator, count, units, earlier }) =>
      `${indicator}: units with a figure of ${earlier} and none now (${count}): ${units}.`,
    "identical-to-last": ({ count, scope, period, earlier }) =>
      `All ${count} figures of ${scope}, ${period} equal those of ${earlier}. Is it the right file?`,
    jump: ({ unit, indicator, before, after, earlier, period, usual }) =>
      `${unit}: ${indicator} of ${period} is ${after}, far from ${before} (${earlier})${usual === undefined ? "" : `; it usually changes by about ${usual}`}.`,
    "undoes-correction": ({
      unit,
      indicator,
      before,
      after,
      changeBefore,
      changeAfter,
      rankBefore,
      rankAfter,
    }) => {
      const which = rankBefore !== undefined ? "rank by " : changeBefore !== undefined ? "change of " : "";
      const now = after ?? changeAfter ?? rankAfter;
      const becomes = now === undefined ? "this document has none" : `this document says ${now}`;
      return `${unit}, ${which}${indicator}: put right as ${before ?? changeBefore ?? rankBefore}, ${becomes}.`;
    },
    "rank-differs": ({ unit, indicator, rank, value, ahead, aheadRank, aheadValue }) =>
      `${unit}: ${indicator} ${value} is ranked ${rank}, behind ${ahead} ${aheadValue} ranked ${aheadRank}.`,
    "change-differs": ({ unit, indicator, published, reckoned, earlier }) =>
      `${unit}: ${indicator} against ${earlier}: published ${published}, by the stored figures ${reckoned}.`,
    "later-change-differs": ({ unit, indicator, published, reckoned, earlier, period }) =>
      `${unit}: ${indicator} ${period} against ${earlier}: the paper of ${period} published ${published}, the figures being taken in give ${reckoned}.`,
    "paper-stands": ({ scope, period, count }) =>
      `${scope}, ${period}: ${count} figures of papers stand, of which the portal says otherwise.`,
    "missing-units": ({ count, units, earlier }) => `${count} units of ${earlier} are missing: ${units}.`,
    "sum-differs": ({ unit, period, sum, total }) =>
      `${unit}, ${period}: groups add up to ${sum}, the total says ${total}.`,
    unsure: ({ unit, indicator, quote }) =>
      `Perhaps not read rightly: ${unit ? `${unit}, ${indicator}: ` : ""}“${quote}”.`,
    "given-period": ({ period }) =>
      `The document names no period: ${period}, as the person who gave it says.`,
    "period-from-name": ({ period, name }) =>
      `The paper names no period: ${period} is taken from the name of the file, ${name}. If that is wrong, run it again with --period.`,
    "given-scope": ({ scope }) =>
      `The document does not say of what unit it is: ${scope}, as the person who gave it says.`,
    "no-date": ({ inferred }) =>
      inferred
        ? `The date of issue is blurred; ${inferred} follows from the text.`
        : "No date of issue is given.",
    "in-english": () =>
      "The document is in English; only Vietnamese documents are read. Please send its Vietnamese version.",
    "no-extraction-time": () => "The document does not say when the figures were taken.",
    "count-differs": ({ stated, listed }) => `The text speaks of ${stated} units, the table lists ${listed}.`,
    "no-task-scope": () => "It is not clear who issued the document: its tasks cannot be kept.",
  },
  blocked: {
    "nothing-understood": "No results, targets or tasks were found.",
    "over-100": "Some figures lie outside 0–100: this cannot be confirmed.",
    "over-maximum": "Some points exceed their maximum: this cannot be confirmed.",
    "untrusted-table":
      "A table of a picture cannot be read for sure: this cannot be confirmed. Scan it more clearly or send the file.",
    "doubtful-figures": "Cells are left that could not be made sure of: a person has to say what they hold.",
    "unread-table":
      "A table could not be read: this cannot be confirmed. Paste it again from Word or Excel, with its columns.",
  },
  heading: ({ name, issuer, number, date }) =>
    [name, issuer, number && `no. ${number}`, date].filter(Boolean).join(" · "),
  sheet: ({ scope, period, asOf, fresh, changed, same, gone }) =>
    `${scope} · ${period} · ${asOf ? `as of ${asOf}` : "as of: not stated"} · ${whatBecomes({ fresh, changed, same, gone })}`,
  severalMoments: "different, given with each figure",
  inBrackets: (earlier) =>
    `in brackets: published changes against ${earlier ? periods.name(earlier) : "the period before"}`,
  row: ({ unit, figures }) => `${unit}: ${figures.join(" · ")}`,
  rank: (rank, of) => (of === null ? `rank ${rank}` : `rank ${rank}/${of}`),
  target: ({ scope, indicator, comparison, value, period }) =>
    `${scope}: ${indicator} ${comparison} ${value}${period ? ` (${period})` : ""}`,
  task: ({ text, owners, due, isHeld }) =>
    `${due} — ${owners.join("; ") || "owner unclear"}: ${text}${isHeld ? " (held already)" : ""}`,
  dueDate: (date, includesDay) => `${includesDay ? "by" : "before"} ${date}`,
  weekly: (weekday, time) => `${time} every ${WEEKDAYS[weekday - 1] ?? ""}`,
  headings: {
    newUnits: "Units to be added:",
    targets: "Targets:",
    tasks: "Tasks with a deadline:",
    warnings: "To be looked at:",
    unread: "Not understood:",
  },
  saved: (versions) =>
    `Saved: ${versions.map(({ scope, period, version }) => `${scope}, ${period}, version ${version}`).join("; ")}.`,
  savedTasks: (count) => `${count} tasks with a deadline were saved. See them with /nhiemvu.`,
  nothingNew: "Nothing new: these figures are stored already.",
  howToConfirm: "Nothing is stored yet. If it is right, run again with --yes.",
};
