import type { ExtractedRow, ExtractedSheet, Extraction } from "#services/documents/extraction.ts";
import { added, cellsOf, settled, withRows } from "#services/intake/words/cells.ts";
import { isPeriod } from "#services/periods/period.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";

/** A paper after what persons said of it. */
export interface Amended {
  readonly extraction: Extraction;
  /** Words about what the paper does not hold any more: they changed nothing. */
  readonly lost: readonly PersonsWord[];
}

/** Of these the last word of a kind holds alone. */
const OF_PAPER: ReadonlySet<PersonsWord["kind"]> = new Set(["period", "scope", "issuer"]);

type Change = (extraction: Extraction, word: PersonsWord) => Extraction | null;

/** What a paper says once persons' words hold instead of what was read, each said of what the ones before it left. */
export function applyWords(extraction: Extraction, words: readonly PersonsWord[]): Amended {
  const lost: PersonsWord[] = [];
  let amended = extraction;
  for (const [i, word] of words.entries()) {
    if (OF_PAPER.has(word.kind) && words.slice(i + 1).some(({ kind }) => kind === word.kind)) continue;
    const next = CHANGES[word.kind](amended, word);
    if (next === null) lost.push(word);
    else amended = next;
  }
  return { extraction: amended, lost };
}

const figure = (field: "value" | "rank" | "change"): Change => {
  return (extraction, word) => {
    const { unit, indicator, before, after } = word;
    if (unit === null || indicator === null || typeof after !== "number") return null;
    const held = typeof before === "number" ? before : null;
    const cells = cellsOf(extraction, word).filter(({ row }) => row[field] === held);
    const changed = { [field]: after, confidence: 1 };
    if (cells.length === 0) return held === null ? added(extraction, word, changed) : null;
    return settled(
      withRows(extraction, cells, (row) => ({ ...row, ...changed })),
      word,
    );
  };
};

const CHANGES: Readonly<Record<PersonsWord["kind"], Change>> = {
  value: figure("value"),
  rank: figure("rank"),
  change: figure("change"),

  confirmed(extraction, word) {
    const cells = cellsOf(extraction, word).filter(({ row }) => row.value === word.after);
    if (cells.length === 0) return null;
    return settled(
      withRows(extraction, cells, (row) => ({ ...row, confidence: 1 })),
      word,
    );
  },

  /** What is left is no whole list any more: it does not take the place of what is stored of the row. */
  dropped(extraction, { unit }) {
    const isIts = (one: { readonly unit: string }): boolean => one.unit === unit;
    const isDoubted = extraction.doubtful?.some(isIts) ?? false;
    if (!isDoubted && !extraction.sheets.some(({ rows }) => rows.some(isIts))) return null;
    const sheets = extraction.sheets
      .map((sheet) =>
        sheet.rows.some(isIts)
          ? { ...sheet, rows: sheet.rows.filter((row) => !isIts(row)), complete: false }
          : sheet,
      )
      .filter(({ rows }) => rows.length > 0);
    const warnings = extraction.warnings.filter(({ facts }) => facts.unit !== unit);
    const doubtful = extraction.doubtful?.filter((one) => !isIts(one));
    return { ...extraction, sheets, warnings, doubtful };
  },

  named(extraction, { before, after }) {
    const isIts = (row: ExtractedRow): boolean => row.unit === before;
    if (typeof after !== "string" || !extraction.sheets.some(({ rows }) => rows.some(isIts))) return null;
    const sheets = extraction.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => (isIts(row) ? { ...row, unit: after } : row)),
    }));
    const warnings = extraction.warnings
      .filter(({ code, facts }) => code !== "unknown-unit" || facts.unit !== before)
      .map((one) => (one.facts.unit === before ? { ...one, facts: { ...one.facts, unit: after } } : one));
    const doubtful = extraction.doubtful?.map((one) => (one.unit === before ? { ...one, unit: after } : one));
    return { ...extraction, sheets, warnings, doubtful };
  },

  /** Where the paper left it open, it was read with it already. */
  period(extraction, { after }) {
    const main = largest(extraction.sheets, ({ period }) => period);
    if (typeof after !== "string" || !isPeriod(after)) return null;
    const isRead = main === after || isGiven(extraction, "given-period", after);
    if (isRead) return { ...extraction, open: without(extraction, "period", "year") };
    if (extraction.sheets.some(({ period }) => period === after)) return null;
    const sheets = extraction.sheets.map((sheet) =>
      sheet.period === main ? { ...sheet, period: after } : sheet,
    );
    const targets = extraction.targets.map((target) =>
      target.period === main && main !== undefined ? { ...target, period: after } : target,
    );
    const doubtful = extraction.doubtful?.map((one) =>
      one.period === main ? { ...one, period: after } : one,
    );
    return { ...extraction, sheets, targets, doubtful, open: without(extraction, "period", "year") };
  },

  scope(extraction, { after }) {
    const main = largest(extraction.sheets, ({ scope }) => scope);
    if (typeof after !== "string") return null;
    const isRead = main === after || isGiven(extraction, "given-scope", after);
    if (isRead) return { ...extraction, open: without(extraction, "scope") };
    const sheets = extraction.sheets.map((sheet) =>
      sheet.scope === main ? { ...sheet, scope: after } : sheet,
    );
    const doubtful = extraction.doubtful?.map((one) => (one.scope === main ? { ...one, scope: after } : one));
    return { ...extraction, sheets, doubtful, open: without(extraction, "scope") };
  },

  issuer(extraction, { after }) {
    const document = { ...extraction.document, issuer: after === null ? null : String(after) };
    return { ...extraction, document, open: without(extraction, "issuer") };
  },

  "new-unit": (extraction) => extraction,
};

/** The paper was read with it; "huyện Tiên Lữ" was said as "huyện Tiên Lữ, tỉnh Hưng Yên" where there are several. */
const isGiven = ({ warnings }: Extraction, code: "given-period" | "given-scope", after: string): boolean =>
  warnings.some(
    (one) =>
      one.code === code &&
      Object.values(one.facts).some((fact) => fact === after || after.startsWith(`${fact}, `)),
  );

const without = ({ open }: Extraction, ...matters: Extraction["open"]): Extraction["open"] =>
  open.filter((matter) => !matters.includes(matter));

/** What most rows are of. */
export function largest<K>(
  sheets: readonly ExtractedSheet[],
  of: (sheet: ExtractedSheet) => K,
): K | undefined {
  const counts = new Map<K, number>();
  for (const sheet of sheets) counts.set(of(sheet), (counts.get(of(sheet)) ?? 0) + sheet.rows.length);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
