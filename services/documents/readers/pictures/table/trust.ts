/**
 * Why nothing of a table is taken: its rows do not have the same columns, its numbering has gaps, most is unclear, its
 * borders are dotted, dashed or worn.
 */
export type Distrust = "columns" | "numbering" | "unclear" | "borders";

/** A row of figures and names, as far as it was read. */
export interface BodyRow {
  /** Of each column; null = it could not be made sure of. */
  readonly cells: readonly (string | null)[];
  /** Each cell of it is of one column; a heading that runs across all of them is none. */
  readonly isWhole: boolean;
  readonly isHeading: boolean;
  /** Most of its figures stand in two lines: a line between two rows was not seen. */
  readonly isStacked?: boolean;
  /** A cell of it runs over several columns. */
  readonly hasSpans?: boolean;
}

/** Of a column's numbers, those that must follow each other for it to be a list's numbering. */
const MOSTLY = 0.7;
const LEAST_ROWS = 3;
/** A list that begins later goes on from another page. */
const LATEST_START = 3;
/** Of the figures, those that may be unclear. */
const MOST_UNCLEAR = 0.5;
const FEWEST_FIGURES = 6;

/**
 * Why a table cannot be trusted; null = it can. A grid that lost a line puts figures to other units without any of them
 * being read wrong: no reader of figures would notice. `ordinal`: the column of the list's numbers, null where it has none.
 */
export function distrustOf(
  rows: readonly BodyRow[],
  ordinal: number | null,
  figures: readonly number[],
): Distrust | null {
  const body = rows.filter(({ isHeading }) => !isHeading);
  if (body.some(({ isWhole, isStacked }) => !isWhole || isStacked)) return "columns";
  if (ordinal !== null && !isNumbered(rows, ordinal)) return "numbering";
  const cells = body.flatMap(({ cells }) => figures.map((column) => cells[column]));
  const unclear = cells.filter((cell) => cell === null).length;
  return cells.length >= FEWEST_FIGURES && unclear > cells.length * MOST_UNCLEAR ? "unclear" : null;
}

/**
 * Whether a grid guessed of worn borders has no line too few or too many, as far as its rows show: each is numbered, and
 * each cell of it is of one column.
 */
export function isBeyondDoubt(rows: readonly BodyRow[], ordinal: number | null): boolean {
  const body = rows.filter(({ isHeading }) => !isHeading);
  return ordinal !== null && body.every(({ cells, hasSpans }) => cells[ordinal] !== "" && !hasSpans);
}

/** The column that numbers the rows: most of its numbers follow each other, those between that could not be read counted. */
export function ordinalColumn(rows: readonly BodyRow[], figures: readonly number[]): number | null {
  const body = rows.filter(({ isHeading }) => !isHeading);
  if (body.length < LEAST_ROWS) return null;
  const [first] = figures;
  if (first === undefined || first > 1) return null;
  const told = body.flatMap((row, at) => {
    const number = numberIn(row, first);
    return number === null ? [] : [{ at, number }];
  });
  const pairs = told.slice(1).map((next, i) => ({ next, last: told[i] ?? next }));
  const following = pairs.filter(({ next, last }) => next.number - last.number === next.at - last.at).length;
  return told.length >= body.length / 2 && following >= pairs.length * MOSTLY ? first : null;
}

function numberIn(row: BodyRow | undefined, column: number): number | null {
  const text = row?.cells[column] ?? null;
  return text !== null && /^\d{1,4}$/u.test(text) ? Number(text) : null;
}

/** Each row's number is one more than that of the row before; behind a heading it may begin anew. */
function isNumbered(rows: readonly BodyRow[], column: number): boolean {
  let expected = startOf(rows, column);
  if (expected === null) return false;
  let isBehindHeading = false;
  for (const row of rows) {
    if (row.isHeading || row.cells[column] === "") {
      isBehindHeading = true;
      continue;
    }
    if (isBehindHeading && mayBe(row, column, 1) && !mayBe(row, column, expected)) expected = 1;
    if (!mayBe(row, column, expected)) return false;
    expected += 1;
    isBehindHeading = false;
  }
  return true;
}

/** The first row's number, told by the rows behind it where it could not be read. */
function startOf(rows: readonly BodyRow[], column: number): number | null {
  const numbered = rows.filter((row) => !row.isHeading && row.cells[column] !== "");
  const at = numbered.findIndex((row) => numberIn(row, column) !== null);
  const start = (numberIn(numbered[at], column) ?? 0) - at;
  return start === 1 || start > LATEST_START ? start : null;
}

/** One that could not be made sure of may bear any number: a lost line shows in the row behind it. */
function mayBe(row: BodyRow, column: number, expected: number): boolean {
  const text = row.cells[column] ?? null;
  return text === null || text === String(expected);
}
