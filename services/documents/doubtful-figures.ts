import { doubtIn } from "#services/documents/doubts.ts";
import type { DoubtfulFigure } from "#services/documents/extraction.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { decimalOf } from "#services/documents/marks/figures.ts";
import { type Doubt, OVERDRAWN } from "#services/documents/neutral.ts";
import { type Conflict, readableScope } from "#services/documents/sheets-of.ts";
import type { FoundDoubt } from "#services/documents/tables/table-row.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { groupBy } from "#services/group-by.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/** What tables hold that a person has to say, with the cut-outs of its reader. */
export function doubtfulFigures(
  found: readonly FoundDoubt[],
  doubts: readonly Doubt[],
  context: ReadingContext,
): readonly DoubtfulFigure[] {
  const byNumber = new Map(doubts.map((doubt) => [doubt.number, doubt]));
  return found.map(({ unit, indicator, period, part, column, text }) => {
    const { read, number } = doubtIn(text);
    const doubt = number === null ? undefined : byNumber.get(number);
    return {
      unit: unit.readable,
      indicator,
      scope: readableScope(unit.scope, context),
      period,
      part,
      column,
      read,
      suggestion: suggestionOf(read, part, context.topics.indicators.get(indicator)),
      picture: doubt?.picture ?? null,
      page: doubt?.page ?? null,
    };
  });
}

/** What a document says in different ways, for a person to choose; the first is suggested. */
export function conflictingFigures(
  conflicts: readonly Conflict[],
  context: ReadingContext,
): readonly DoubtfulFigure[] {
  return conflicts.map(({ row: { unit, indicator, period }, values }) => ({
    unit: unit.readable,
    indicator,
    scope: readableScope(unit.scope, context),
    period,
    part: "value",
    column: "",
    read: values.map((value) => String(value).replace(".", ",")).join(OVERDRAWN),
    suggestion: values[0] ?? null,
    picture: null,
    page: null,
  }));
}

/** Marks of a stamp or a border round a figure. */
const LOOSE_MARKS = /^[^\d-]+|[^\d%]+$/gu;

/** The first reading that may be such a figure. */
function suggestionOf(
  read: string,
  part: DoubtfulFigure["part"],
  indicator: Indicator | undefined,
): number | null {
  for (const reading of read.split(OVERDRAWN.trim())) {
    const cell = cellOf(reading.replace(LOOSE_MARKS, ""));
    const figure = cell.kind === "number" ? decimalOf(cell.written) : null;
    const isOther = reading.includes("%") && indicator?.measure !== "rate";
    if (figure !== null && !isOther && mayBe(figure, part, indicator)) return figure;
  }
  return null;
}

/** A place or a count is whole; nothing is more than the most there may be. */
function mayBe(figure: number, part: DoubtfulFigure["part"], indicator: Indicator | undefined): boolean {
  if (part === "rank") return Number.isInteger(figure) && figure > 0;
  const most = indicator?.max ?? (indicator?.measure === "rate" ? 100 : Number.POSITIVE_INFINITY);
  const isWhole = indicator?.measure !== "count" || Number.isInteger(figure);
  return isWhole && Math.abs(figure) <= most && (part === "change" || figure >= 0);
}

/** So many are named in one warning. */
const NAMED = 5;

/** One for each column. */
export function doubtfulWarnings(figures: readonly DoubtfulFigure[]): readonly ImportWarning[] {
  return [...groupBy(figures, ({ column }) => column)].map(([column, cells]) => ({
    code: "doubtful-figures",
    facts: {
      column,
      count: cells.length,
      shown: cells.slice(0, NAMED).map(named).join("; "),
      more: Math.max(0, cells.length - NAMED),
    },
  }));
}

const named = ({ unit, read }: DoubtfulFigure): string => (read === "" ? unit : `${unit} “${read}”`);
