import { countsThatDiffer } from "#services/documents/counted-units.ts";
import type { DoubtfulFigure, ExtractedSheet } from "#services/documents/extraction.ts";
import type { OtherQuote } from "#services/documents/letter/index-in-force.ts";
import type { IssueDay } from "#services/documents/letter/issue-day.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { groupBy } from "#services/group-by.ts";
import type { Period } from "#services/periods/period.ts";

export interface WarningFacts {
  readonly sheets: readonly ExtractedSheet[];
  /** Figures that the document says in different ways. */
  readonly conflicts: readonly DoubtfulFigure[];
  readonly day: IssueDay;
  readonly doubtful: readonly string[];
  /** What a person said of the document, in readable words. */
  readonly given: { readonly period: Period | null; readonly scope: string | null };
  /** Sentences and rows with figures of other indices. */
  readonly others: readonly OtherQuote[];
  /** Units a table lists with their totals. */
  readonly listed: readonly UnitRef[];
  /** Folded: title and text, where they say how many units there are. */
  readonly texts: readonly string[];
  /** Units no list knows. */
  readonly unknown: readonly UnitRef[];
}

/** Below this a figure was guessed at. */
const SURE = 0.85;

/** What the document alone shows to be doubtful; comparison with earlier sheets comes later. */
export function warningsOf({
  sheets,
  conflicts,
  day,
  doubtful,
  others,
  given,
  listed,
  texts,
  unknown,
}: WarningFacts): readonly ImportWarning[] {
  const warnings: ImportWarning[] = [];
  if (given.period) warnings.push({ code: "given-period", facts: { period: given.period } });
  if (given.scope) warnings.push({ code: "given-scope", facts: { scope: given.scope } });
  if (isEnglish(texts)) warnings.push({ code: "in-english", facts: {} });
  if (day.date === null || day.inferred)
    warnings.push({ code: "no-date", facts: day.date ? { inferred: day.date } : {} });
  if (sheets.length > 0 && sheets.every((sheet) => sheet.extractedAt === null))
    warnings.push({ code: "no-extraction-time", facts: {} });

  for (const [index, { length: count }] of groupBy(others, (each) => each.index))
    warnings.push({ code: "other-index", facts: { index, count } });
  const unsure = sheets.flatMap((sheet) => sheet.rows).filter((row) => row.confidence < SURE);
  for (const row of unsure)
    warnings.push({ code: "unsure", facts: { unit: row.unit, indicator: row.indicator, quote: row.quote } });
  for (const { unit, indicator, read } of conflicts)
    warnings.push({ code: "different-figures", facts: { unit, indicator, shown: read } });
  for (const quote of doubtful) warnings.push({ code: "unsure", facts: { quote } });
  for (const unit of unknown) warnings.push({ code: "unknown-unit", facts: { unit: unit.readable } });
  for (const facts of countsThatDiffer(texts, listed))
    warnings.push({ code: "count-differs", facts: { ...facts } });
  return warnings;
}

/** Words every English text has and no Vietnamese one without accents. */
const ENGLISH = new Set(["of", "and", "with", "by", "was", "which", "is", "for"]);
const ENGLISH_SHARE = 0.05;
const FEWEST_WORDS = 20;

function isEnglish(texts: readonly string[]): boolean {
  const words = texts.flatMap((text) => text.split(" "));
  const common = words.filter((word) => ENGLISH.has(word)).length;
  return words.length >= FEWEST_WORDS && common / words.length >= ENGLISH_SHARE;
}
