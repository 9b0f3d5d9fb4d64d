import type { ReadingContext } from "#services/documents/letter/context.ts";
import { isOfDossiers } from "#services/documents/letter/index-in-force.ts";
import type { Cell, NumberCell } from "#services/documents/marks/cells.ts";
import { indexMarks } from "#services/documents/marks/index-marks.ts";
import { anyAt, hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import {
  type PeriodMark,
  particular,
  periodMarks,
  unsureSpans,
} from "#services/documents/marks/period-marks.ts";
import { type BareColumn, settleBare } from "#services/documents/tables/bare-columns.ts";
import { type Beside, besideOf, isOneNumber } from "#services/documents/tables/beside-results.ts";
import { type Caption, captioned } from "#services/documents/tables/caption.ts";
import {
  type Column,
  type FigureColumn,
  isFigures,
  type TargetColumn,
} from "#services/documents/tables/column.ts";
import { meantBy } from "#services/documents/tables/column-meaning.ts";
import { periodOfHead } from "#services/documents/tables/column-period.ts";
import {
  AMONG_SOME,
  CHANGES,
  ORDINALS,
  PLACES,
  RANKS,
  REMARKS,
  SIGNS,
  UNITS,
} from "#services/documents/tables/column-words.ts";
import { eachOnce } from "#services/documents/tables/each-once.ts";
import { withoutLatter } from "#services/documents/tables/early-or-on-time.ts";
import { levelsOf } from "#services/documents/tables/head-levels.ts";
import { portalColumns } from "#services/documents/tables/portal-heads.ts";
import { withoutShares } from "#services/documents/tables/shares.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { type Period, previousPeriod } from "#services/periods/period.ts";

/** The columns of a table on another index, of which only counts and rates of dossiers are of use. */
export function withoutIndex(columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => {
    if (column.role === "target") return isOfDossiers(column.of) ? column : { role: "unknown" };
    const isOther = isFigures(column) && (column.role === "rank" || !isOfDossiers(column.indicator));
    return isOther ? { role: "unknown" } : column;
  });
}

type LevelDraft = Omit<TargetColumn, "of"> & { readonly of: Indicator | null };
type Draft = Column | BareColumn | LevelDraft;

/** What each column of a table holds, told by its head and, between points and rates, by most of its cells. */
export function columnsOf(
  heads: readonly string[],
  cells: (column: number) => readonly Cell[],
  context: ReadingContext,
  scanned: boolean,
  caption: Caption | null = null,
): readonly Column[] {
  const drafts: Draft[] = [];
  const portal = portalColumns(heads, context.topics.indicators);
  for (const [i, text] of heads.entries()) {
    const head = { whole: passageOf(text, scanned), levels: levelsOf(text, scanned) };
    const isOrdinal = ORDINALS.test(head.whole.folded);
    const own = isOrdinal ? ({ role: "ordinal" } as const) : null;
    drafts.push(portal[i] ?? own ?? columnOf(head, cells(i), drafts, context, caption));
  }
  // Places alone, in a paper that never speaks of this index, may be of any other.
  const isNamed =
    context.index766 || drafts.some((draft) => "indicator" in draft && draft.indicator !== null);
  const total = isNamed ? context.topics.indicators.get(TOTAL) : undefined;
  const settled = withoutLatter(withTargets(settleBare(drafts, total), cells), heads);
  const columns = withoutShares(eachOnce(settled, cells), cells);
  return columns.some(({ role }) => role === "unit") ? columns : withUnitColumn(columns, cells);
}

interface Head {
  readonly whole: Passage;
  /** The heads that stand above each other, the highest first. */
  readonly levels: readonly Passage[];
}

function columnOf(
  { whole: head, levels }: Head,
  cells: readonly Cell[],
  before: readonly Draft[],
  context: ReadingContext,
  caption: Caption | null,
): Draft {
  const numbers = cells.filter((cell) => cell.kind === "number");
  const given = cells.filter(({ kind }) => kind !== "absent").length;
  const hasUnits = before.some(({ role }) => role === "unit");
  const isMostlyNumbers = numbers.length > 0 && numbers.length >= given / 2;
  if (!isMostlyNumbers && !hasUnits && anyAt(head, 0, UNITS)) return { role: "unit" };

  const marks = periodMarks(head, context.calendar);
  const isOther = indexMarks(head).at(-1)?.other != null;
  const beside = isMostlyNumbers && !isOther ? besideOf(levels, cells) : null;
  if (beside) return besideColumn(beside, { whole: head, levels }, numbers, marks, context);
  const isUnsure = isOther || unsureSpans(head, context.calendar).length > 0;
  const column = isUnsure ? null : figuresOf({ whole: head, levels }, numbers, marks, context, caption);
  if (column && isMostlyNumbers) return column;
  if (isMostlyNumbers) return { role: "unknown" };
  const isLikely = cells.some(({ kind }) => kind === "odd" || kind === "number") && !hasAny(head, REMARKS);
  return column && isLikely ? column : { role: "words" };
}

function besideColumn(
  beside: Beside,
  { whole, levels }: Head,
  numbers: readonly NumberCell[],
  marks: readonly PeriodMark[],
  { topics }: ReadingContext,
): Draft {
  if (beside !== "target") return { role: beside === "maximum" ? "maximum" : "unknown" };
  const of = meantBy(whole, levels, numbers, topics);
  return { role: "target", of, period: particular(marks) };
}

function figuresOf(
  { whole: head, levels }: Head,
  numbers: readonly NumberCell[],
  marks: readonly PeriodMark[],
  context: ReadingContext,
  caption: Caption | null,
): FigureColumn | BareColumn | null {
  const period = periodOfHead(head, marks, context.period);
  if (period === "unknown") return null;
  const indicator =
    meantBy(head, levels, numbers, context.topics) ?? captioned(head, marks, numbers, caption);
  const compared = marks.filter((mark) => mark.compared);
  if (
    hasAny(head, CHANGES) ||
    SIGNS.test(head.folded) ||
    (compared.length > 0 && /so voi/u.test(head.folded))
  ) {
    const isOfLast = isSinceLast(head, compared, period ?? context.period);
    return isOfLast && !hasAny(head, PLACES) ? withRole("change", indicator, period) : null;
  }
  if (hasAny(head, RANKS)) return AMONG_SOME.test(head.folded) ? null : withRole("rank", indicator, period);
  if (compared.length > 0 || !indicator) return null;
  return { role: "value", indicator, period };
}

const withRole = (
  role: BareColumn["role"],
  indicator: Indicator | null,
  period: Period | null,
): FigureColumn | BareColumn => (indicator ? { role, indicator, period } : { role, indicator, period });

/** A change since the same month last year, or since another month than the last, is not the one that is kept. */
function isSinceLast({ folded }: Passage, compared: readonly PeriodMark[], period: Period | null): boolean {
  if (/cung ky|nam truoc|dau nam|cuoi nam/u.test(folded)) return false;
  const last = period ? previousPeriod(period) : null;
  return compared.every((mark) => last === null || mark.period === last);
}

/**
 * A level without a name of its own is set for the figures beside it: those before it, else those behind. One that is
 * not the same for all is nobody's.
 */
function withTargets(
  columns: readonly (Column | LevelDraft)[],
  cells: (column: number) => readonly Cell[],
): readonly Column[] {
  return columns.map((column, i): Column => {
    if (column.role !== "target") return column;
    const beside = [columns[i - 1], columns[i + 1]].find((each) => each?.role === "value");
    const of = column.of ?? (beside && isFigures(beside) ? beside.indicator : null);
    return of && isOneNumber(cells(i)) ? { ...column, of } : { role: "unknown" };
  });
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
