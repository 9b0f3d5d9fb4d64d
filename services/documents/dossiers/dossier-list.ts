import { isCoded } from "#services/documents/dossiers/coded-sentences.ts";
import type { Dossier } from "#services/documents/dossiers/dossier.ts";
import { dossierCodes, isOddCode } from "#services/documents/dossiers/dossier-code.ts";
import { type DossierKind, kindOfTitle, stateOf } from "#services/documents/dossiers/dossier-kinds.ts";
import { dayOf, daysLate } from "#services/documents/dossiers/lateness.ts";
import { type ListColumns, listColumns } from "#services/documents/dossiers/list-columns.ts";
import { columnOfCodes, headedUnit, startOfList } from "#services/documents/dossiers/list-rows.ts";
import { fieldOf, unitNameOf } from "#services/documents/dossiers/unit-names.ts";
import { daysBetween } from "#services/periods/calendar.ts";
import { foldWords } from "#services/text/fold.ts";

type Row = readonly string[];

/** A table with one dossier in each row. */
export interface DossierList {
  readonly columns: ListColumns;
  /** Heads as one row, for a table that goes on without any. */
  readonly heads: Row;
  /** From the first dossier on. */
  readonly rows: readonly Row[];
}

/** A table whose rows are dossiers; null = it is another. `before`: the list it may go on with. */
export function dossierListOf(table: readonly Row[], before: DossierList | null): DossierList | null {
  const first = startOfList(table);
  if (first === -1) return null;
  const rows = table.slice(first);
  const width = Math.max(...rows.map(({ length }) => length));
  const counts = Array.from(
    { length: width },
    (_, at) => rows.filter((row) => isCoded(row[at] ?? "")).length,
  );
  const own = headsOf(table.slice(0, first), width);
  const heads = own.length > 0 || before?.heads.length !== width ? own : before.heads;
  const headed = columnOfCodes(heads);
  const most = Math.max(...counts);
  const code = most === 0 ? headed : counts.indexOf(most);
  const filled = rows.filter((row) => row.filter((cell) => cell !== "").length > 1).length;
  if (headed === -1 && most < filled * LEAST_SHARE) return null;
  return { columns: listColumns(heads, code), heads, rows };
}

/** Rows of sums, groups and remarks stand among those of dossiers. */
const LEAST_SHARE = 0.5;

function headsOf(above: readonly Row[], width: number): Row {
  const named = above.filter((row) => row.filter((cell) => /\p{L}/u.test(cell)).length > 1);
  if (named.length === 0) return [];
  return Array.from({ length: width }, (_, at) =>
    [...new Set(named.map((row) => row[at] ?? ""))].join(" ").trim(),
  );
}

export interface ListReading {
  readonly dossiers: readonly Dossier[];
  readonly rowsWithoutCode: number;
}

/** The dossiers of a list. `title`: what it counts by what stands above it. */
export function dossiersIn({ columns, heads, rows }: DossierList, title: DossierKind | null): ListReading {
  const dossiers: Dossier[] = [];
  let group: string | null = null;
  let rowsWithoutCode = 0;
  const lateHead = columns.late === null ? null : kindOfTitle(heads[columns.late] ?? "");
  for (const row of rows) {
    const found = codeIn(row[columns.code] ?? "");
    if (found) {
      const unit = unitNameOf(at(row, columns.unit)) ?? group;
      dossiers.push({
        ...found,
        unit,
        ...judged(row, columns, title ?? lateHead),
        field: fieldOf(at(row, columns.field)),
      });
      continue;
    }
    const headed = headedUnit(row);
    if (headed !== undefined) group = headed;
    else if (isLost(row, heads)) rowsWithoutCode += 1;
  }
  return { dossiers, rowsWithoutCode };
}

const at = (row: Row, column: number | null): string => (column === null ? "" : (row[column] ?? ""));

function codeIn(cell: string): Pick<Dossier, "code" | "ministry" | "isOdd"> | null {
  const [code] = dossierCodes(cell);
  if (code) return { code: code.text, ministry: code.ministry, isOdd: false };
  const written = cell.replace(/\s/gu, "");
  return isOddCode(written) ? { code: written.toUpperCase(), ministry: null, isOdd: true } : null;
}

const FEWEST_CELLS = 3;
const SUM = /^(tong|tong cong|tong so|cong)\b/u;

/** Whether a row should be a dossier's and has no code; sums, signatures and heads that come again are not. */
function isLost(row: Row, heads: Row): boolean {
  const filled = row.filter((cell) => cell !== "");
  if (filled.length < FEWEST_CELLS || filled.some((cell) => SUM.test(foldWords(cell)))) return false;
  const isHead = row.some(
    (cell, i) => cell !== "" && foldWords(heads[i] ?? "").includes(foldWords(cell)) && /\p{L}{3}/u.test(cell),
  );
  const isNumbering = filled.every((cell) => /^\(?\d{1,2}\)?$/u.test(cell));
  return !isHead && !isNumbering;
}

function judged(
  row: Row,
  columns: ListColumns,
  title: DossierKind | null,
): Pick<Dossier, "late" | "due" | "kind" | "state"> {
  const due = dayOf(at(row, columns.due));
  const late = lateBy(row, columns, due);
  const { isLate, kind: state } = stateOf(at(row, columns.state));
  const isOverdueList = title === null || title.startsWith("overdue");
  if (isOverdueList && (isLate === false || (late !== null && late <= 0)))
    return { late: null, due, kind: "none", state: null };
  const isOverdue = title === null ? isLate === true || late !== null : isOverdueList;
  if (!isOverdue) return { late: null, due, kind: title, state: null };
  const kind = title === null || title === "overdue-dossiers" ? "overdue-dossiers" : (state ?? title);
  return { late, due, kind, state };
}

/** Days a dossier is late by, where its row says so or both of its days are there. */
function lateBy(row: Row, columns: ListColumns, due: string | null): number | null {
  const said = daysLate(at(row, columns.late), 1) ?? daysLate(at(row, columns.left), -1);
  if (said !== null) return said;
  const state = at(row, columns.state);
  if (stateOf(state).isLate) return daysLate(state, 1) ?? between(due, dayOf(at(row, columns.finished)));
  return between(due, dayOf(at(row, columns.finished)));
}

const between = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : daysBetween(from, to);
