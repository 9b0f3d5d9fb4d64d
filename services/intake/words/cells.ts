import type {
  DoubtfulFigure,
  ExtractedRow,
  ExtractedSheet,
  Extraction,
} from "#services/documents/extraction.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";

/** One row of a paper, and where it stands. */
interface Cell {
  readonly sheet: ExtractedSheet;
  readonly row: ExtractedRow;
}

/** The cells of a unit and an indicator; where there are several periods of them, of that of the word. */
export function cellsOf(
  { sheets }: Pick<Extraction, "sheets">,
  { unit, indicator, period }: Pick<PersonsWord, "unit" | "indicator" | "period">,
): readonly Cell[] {
  const all = sheets.flatMap((sheet) =>
    sheet.rows
      .filter((row) => row.unit === unit && row.indicator === indicator)
      .map((row): Cell => ({ sheet, row })),
  );
  const ofPeriod = all.filter(({ sheet }) => sheet.period === period);
  return ofPeriod.length > 0 ? ofPeriod : all;
}

export function withRows(
  extraction: Extraction,
  cells: readonly Cell[],
  make: (row: ExtractedRow) => ExtractedRow,
): Extraction {
  const rows = new Set(cells.map(({ row }) => row));
  const sheets = extraction.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => (rows.has(row) ? make(row) : row)),
  }));
  return { ...extraction, sheets };
}

/** A figure that the paper did not give, or that nobody could read, in the sheet that speaks of the unit. */
export function added(
  extraction: Extraction,
  word: PersonsWord,
  figures: Readonly<Record<string, number>>,
): Extraction | null {
  const { unit, indicator, period } = word;
  const doubtful = extraction.doubtful?.find((one) => one.unit === unit && one.period === period);
  const sheet =
    extraction.sheets.find((one) => one.period === period && one.scope === doubtful?.scope) ??
    extraction.sheets.find((one) => one.period === period && one.rows.some((row) => row.unit === unit)) ??
    extraction.sheets.find((one) => one.rows.some((row) => row.unit === unit)) ??
    extraction.sheets.find((one) => one.period === period);
  if (!sheet || unit === null || indicator === null) return null;
  const empty = { value: null, change: null, rank: null, of: null, confidence: 1, quote: "" };
  const row = { unit, indicator, ...empty, ...figures };
  const sheets = extraction.sheets.map((one) => (one === sheet ? { ...one, rows: [...one.rows, row] } : one));
  return settled({ ...extraction, sheets }, word);
}

/** What was doubtful of a cell is so no more. */
export function settled(extraction: Extraction, { kind, unit, indicator, period }: PersonsWord): Extraction {
  const warnings = extraction.warnings.filter(
    ({ facts }) => facts.unit !== unit || facts.indicator !== indicator,
  );
  const isIts = (one: DoubtfulFigure): boolean =>
    one.unit === unit && one.indicator === indicator && one.period === period && one.part === kind;
  return { ...extraction, warnings, doubtful: extraction.doubtful?.filter((one) => !isIts(one)) };
}
