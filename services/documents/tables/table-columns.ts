import type { ReadingContext } from "#services/documents/letter/context.ts";
import { isOfDossiers } from "#services/documents/letter/index-in-force.ts";
import type { Cell, NumberCell } from "#services/documents/marks/cells.ts";
import { indexMarks } from "#services/documents/marks/index-marks.ts";
import { anyAt, hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import { type PeriodMark, periodMarks } from "#services/documents/marks/period-marks.ts";
import type { FigureRole } from "#services/documents/tables/cell-figures.ts";
import { meantBy } from "#services/documents/tables/column-meaning.ts";
import { CHANGES, ORDINALS, PLACES, RANKS, REMARKS, UNITS } from "#services/documents/tables/column-words.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";

export interface FigureColumn {
  readonly role: FigureRole;
  readonly indicator: Indicator;
  /** Named by its head; null = the table's. */
  readonly period: Period | null;
}

/**
 * What a column holds. `ordinal`: the list's own numbering. `words`: notes, classes. `unknown`: numbers whose meaning
 * its head does not tell.
 */
export type Column = FigureColumn | { readonly role: "ordinal" | "unit" | "words" | "unknown" };

/** The columns of a table on another index, of which only counts and rates of dossiers are of use. */
export function withoutIndex(columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => {
    const isOther = isFigures(column) && (column.role === "rank" || !isOfDossiers(column.indicator));
    return isOther ? { role: "unknown" } : column;
  });
}

export const isFigures = (column: Column): column is FigureColumn => "indicator" in column;

/** What each column of a table holds, told by its head and, between points and rates, by most of its cells. */
export function columnsOf(
  heads: readonly string[],
  cells: (column: number) => readonly Cell[],
  context: ReadingContext,
  scanned: boolean,
  caption: Indicator | null = null,
): readonly Column[] {
  const columns: Column[] = [];
  for (const [i, text] of heads.entries()) {
    const head = passageOf(text, scanned);
    const column = ORDINALS.test(head.folded)
      ? ({ role: "ordinal" } as const)
      : columnOf(head, cells(i), columns, context, caption);
    columns.push(isTwice(column, columns) ? { role: "unknown" } : column);
  }
  return columns.some(({ role }) => role === "unit") ? columns : withUnitColumn(columns, cells);
}

function columnOf(
  head: Passage,
  cells: readonly Cell[],
  before: readonly Column[],
  context: ReadingContext,
  caption: Indicator | null,
): Column {
  const numbers = cells.filter((cell) => cell.kind === "number");
  const given = cells.filter(({ kind }) => kind !== "absent").length;
  const hasUnits = before.some(({ role }) => role === "unit");
  const isMostlyNumbers = numbers.length > 0 && numbers.length >= given / 2;
  if (!isMostlyNumbers && !hasUnits && anyAt(head, 0, UNITS)) return { role: "unit" };

  const marks = periodMarks(head, context.calendar);
  const isOther = indexMarks(head).at(-1)?.other != null;
  const column = isOther ? null : figuresOf(head, numbers, before, marks, context, caption);
  if (column && isMostlyNumbers) return column;
  if (isMostlyNumbers) return { role: "unknown" };
  const isLikely = cells.some(({ kind }) => kind === "odd" || kind === "number") && !hasAny(head, REMARKS);
  return column && isLikely ? column : { role: "words" };
}

function figuresOf(
  head: Passage,
  numbers: readonly NumberCell[],
  before: readonly Column[],
  marks: readonly PeriodMark[],
  context: ReadingContext,
  caption: Indicator | null,
): FigureColumn | null {
  const period = marks.find((mark) => !mark.compared)?.period ?? null;
  const named = meantBy(head, numbers, context.topics) ?? captioned(head, marks, caption);
  const last = before.findLast((column) => column.role === "value");
  const indicator = named ?? (last && isFigures(last) ? last.indicator : null);
  if (hasAny(head, CHANGES))
    return indicator && !hasAny(head, PLACES) ? { role: "change", indicator, period } : null;
  if (hasAny(head, RANKS)) {
    const ranked = indicator ?? context.topics.indicators.get(TOTAL);
    return ranked ? { role: "rank", indicator: ranked, period } : null;
  }
  if (marks.some((mark) => mark.compared) || !named) return null;
  return { role: "value", indicator: named, period };
}

/** "Điểm", "Tháng 8 Số điểm": of what, the caption says. */
function captioned({ folded }: Passage, marks: readonly PeriodMark[], caption: Indicator | null) {
  const rest = marks.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), folded);
  return ONLY_POINTS.test(rest.replace(/[\s()/]+/gu, " ").trim()) ? caption : null;
}

const ONLY_POINTS = /^(?:(?:so|tong) )?diem(?: so| dat| dat duoc| danh gia)?$/u;

/** The same figures of the same units again: perhaps of another period or part, so not known. */
function isTwice(column: Column, before: readonly Column[]): boolean {
  if (!isFigures(column)) return false;
  return before.some(
    (other) =>
      isFigures(other) &&
      other.role === column.role &&
      other.indicator === column.indicator &&
      other.period === column.period,
  );
}

/** No head names the units: the first column of words does. */
function withUnitColumn(
  columns: readonly Column[],
  cells: (column: number) => readonly Cell[],
): readonly Column[] {
  const isWords = (i: number) => {
    const all = cells(i);
    return (
      all.length > 0 && all.filter(({ kind }) => kind === "words" || kind === "odd").length > all.length / 2
    );
  };
  const words = columns.findIndex((column, i) => column.role === "words" && isWords(i));
  return columns.map((column, i) => (i === words ? { role: "unit" } : column));
}
