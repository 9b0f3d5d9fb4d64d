import { isDoubtful } from "#services/documents/doubts.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { decimalOf } from "#services/documents/marks/figures.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import { type CellFigure, figureOf } from "#services/documents/tables/cell-figures.ts";
import { type Column, type FigureColumn, isFigures } from "#services/documents/tables/column.ts";
import type { NamedCell } from "#services/documents/tables/table-losses.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import { fold } from "#services/text/fold.ts";

export interface UnitRow {
  readonly row: readonly string[];
  readonly unit: UnitRef;
  readonly heads: readonly string[];
  readonly columns: readonly Column[];
  /** Columns of rates most of which no share of one could be. */
  readonly percentages: ReadonlySet<Column>;
  /** Of columns whose head names none. */
  readonly period: Period;
  /** The row's words. */
  readonly quote: string;
}

/** `cells`: no figure of their column; `unknown`: under a head nobody understands; `shares`: of one, or per cent; `notes`: numbers in words. */
export type CellLoss = "cells" | "doubtful" | "fractions" | "shares" | "unknown" | "notes";

/** A figure of a row that its reader could not make sure of. */
export interface FoundDoubt {
  readonly unit: UnitRef;
  readonly indicator: string;
  readonly period: Period;
  readonly part: FigureColumn["role"];
  readonly column: string;
  /** As its reader gave it (see doubts.ts). */
  readonly text: string;
}

export interface RowReading {
  readonly rows: readonly FoundRow[];
  readonly doubts: readonly FoundDoubt[];
  readonly losses: readonly (NamedCell & { readonly kind: CellLoss })[];
}

/** Every cell of a unit's row: a figure, nothing given, a doubt, or a loss. */
export function readCells(unitRow: UnitRow, scanned: boolean): RowReading {
  const { row, unit, heads, columns, percentages, period } = unitRow;
  const drafts = new Map<string, Draft>();
  const losses: RowReading["losses"][number][] = [];
  const doubts: FoundDoubt[] = [];
  for (const [i, column] of columns.entries()) {
    const text = row[i] ?? "";
    const cell = { unit: unit.readable, column: headName(heads[i] ?? ""), text };
    if (isFigures(column) && isDoubtful(text)) {
      doubts.push(doubtOf(column, period, unit, cell));
      continue;
    }
    const loss = isFigures(column) ? take(drafts, column, period, cell) : lossOf(column, text);
    const kind = loss ?? fractionAmong(percentages.has(column), text);
    if (kind) losses.push({ ...cell, kind });
  }
  const all = [...drafts.values()];
  const rows = all.filter(isGiven).map((draft) => rowOf(draft, unitRow, scanned));
  const lone = all.flatMap((draft) => (isGiven(draft) ? [] : (draft.lone ?? [])));
  return { rows, doubts, losses: [...losses, ...lone.map((cell) => ({ ...cell, kind: "cells" as const }))] };
}

const isGiven = ({ value, rank }: Draft): boolean => value !== null || rank !== null;

/** What a column's cell would be, where its reader could not make sure of it. */
function doubtOf(
  { indicator, role: part, period: own }: FigureColumn,
  general: Period,
  unit: UnitRef,
  { column, text }: NamedCell,
): FoundDoubt {
  return { unit, indicator: indicator.id, period: own ?? general, part, column, text };
}

const FEWEST_RATES = 3;
const LEAST_RATE = 10;

/** Whether a column's cells are percentages beyond doubt, so that "0,97" among them is out of kind. */
export function isPercentages(column: Column, cells: readonly string[]): boolean {
  if (column.role !== "value" || column.indicator.measure !== "rate") return false;
  const numbers = cells.map(cellOf).flatMap((cell) => (cell.kind === "number" ? [cell.written] : []));
  const rates = numbers.filter((written) => (decimalOf(written) ?? 0) >= LEAST_RATE);
  return rates.length >= FEWEST_RATES && rates.length > numbers.length / 2;
}

function fractionAmong(arePercentages: boolean, text: string): "fractions" | null {
  const cell = cellOf(text);
  if (!arePercentages || cell.kind !== "number" || cell.measure !== null || cell.over !== null) return null;
  const value = decimalOf(cell.written) ?? 0;
  return value > 0 && value < 1 ? "fractions" : null;
}

interface Draft {
  readonly indicator: Indicator;
  readonly period: Period;
  value: number | null;
  change: number | null;
  rank: number | null;
  of: number | null;
  /** The cell of a change, lost when no value or rank stands beside it. */
  lone: NamedCell | null;
  isDoubtful: boolean;
}

const EMPTY = { value: null, change: null, rank: null, of: null, lone: null, isDoubtful: false };

function take(
  drafts: Map<string, Draft>,
  { role, indicator, period: own }: FigureColumn,
  general: Period,
  named: NamedCell,
): CellLoss | null {
  const cell = cellOf(named.text);
  if (cell.kind === "absent") return null;
  const figure = cell.kind === "number" ? figureOf(cell, role, indicator) : unchanged(role, named.text);
  if (!figure) return "cells";

  const period = own ?? general;
  const key = `${indicator.id} ${period}`;
  const draft = drafts.get(key) ?? { ...EMPTY, indicator, period };
  drafts.set(key, draft);
  const { doubtful, ...figures } = figure;
  Object.assign(draft, figures);
  if (role === "change") draft.lone = named;
  draft.isDoubtful ||= doubtful;
  return doubtful ? "doubtful" : null;
}

const UNCHANGED = new Set(["khong doi", "khong thay doi", "giu nguyen"]);

function unchanged(role: FigureColumn["role"], text: string): CellFigure | null {
  return role === "change" && UNCHANGED.has(fold(text.trim())) ? { change: 0, doubtful: false } : null;
}

function lossOf({ role }: Column, text: string): CellLoss | null {
  if (role === "ordinal" || role === "unit" || role === "target" || !/\p{N}/u.test(text)) return null;
  return role === "unknown" || role === "shares" ? role : "notes";
}

const SCANNED_CONFIDENCE = 0.9;
const DOUBTFUL_CONFIDENCE = 0.85;
const LONGEST_QUOTE = 160;

function rowOf(
  { indicator, period, value, change, rank, of, isDoubtful }: Draft,
  { unit, quote }: UnitRow,
  scanned: boolean,
): FoundRow {
  return {
    unit,
    indicator: indicator.id,
    period,
    value,
    change,
    rank,
    of,
    asOf: null,
    confidence: Math.min(scanned ? SCANNED_CONFIDENCE : 1, isDoubtful ? DOUBTFUL_CONFIDENCE : 1),
    quote: quote.slice(0, LONGEST_QUOTE),
    origin: "table",
  };
}

/** "Điểm tổng hợp (đo lường thông qua …)" → "Điểm tổng hợp". */
function headName(head: string): string {
  const bare = head
    .replace(/\([^()%]*\)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return bare === "" ? head : bare;
}
