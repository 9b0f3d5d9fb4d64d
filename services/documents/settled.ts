import type {
  DoubtfulFigure,
  ExtractedRow,
  ExtractedSheet,
  Extraction,
} from "#services/documents/extraction.ts";

/**
 * What a document says once a person said what one of its doubtful figures is; null = nothing is given there. The figure
 * stands in its row, which is added where there is none.
 */
export function settled(extraction: Extraction, figure: DoubtfulFigure, value: number | null): Extraction {
  const rest = (extraction.doubtful ?? []).filter((each) => each !== figure);
  const sheets = value === null ? extraction.sheets : withFigure(extraction.sheets, figure, value);
  return { ...extraction, sheets, doubtful: rest.length > 0 ? rest : undefined };
}

function withFigure(
  sheets: readonly ExtractedSheet[],
  figure: DoubtfulFigure,
  value: number,
): readonly ExtractedSheet[] {
  const { scope, period } = figure;
  const own = sheets.find((sheet) => sheet.scope === scope && sheet.period === period);
  if (!own) {
    const extractedAt = sheets[0]?.extractedAt ?? null;
    return [
      ...sheets,
      { scope, period, extractedAt, rows: [rowWith(undefined, figure, value)], complete: false },
    ];
  }
  const at = own.rows.findIndex(
    ({ unit, indicator }) => unit === figure.unit && indicator === figure.indicator,
  );
  const row = rowWith(own.rows[at], figure, value);
  const rows = at === -1 ? [...own.rows, row] : own.rows.with(at, row);
  return sheets.map((sheet) => (sheet === own ? { ...own, rows } : sheet));
}

function rowWith(
  row: ExtractedRow | undefined,
  { unit, indicator, part, read }: DoubtfulFigure,
  value: number,
): ExtractedRow {
  const empty = {
    unit,
    indicator,
    value: null,
    change: null,
    rank: null,
    of: null,
    confidence: 1,
    quote: read,
  };
  return { ...(row ?? empty), [part]: value };
}
