type Row = readonly string[];

/** Behind the words for a value: "(hạng)", "(xếp hạng)", "/hạng". */
const PLACE_TOO = /(?:\(\s?(?:xếp |thứ )?hạng\s?\)|\/\s?(?:xếp |thứ )?hạng)$/iu;
/** "91,2 (2)", "91,2 (hạng 2)", "91,2% (2/34)" */
const PAIR = /^(?<value>[-−–]?\d[\d.,]*\s?%?)\s*\((?:hạng\s*)?(?<rank>\d{1,4}(?:\/\d{1,4})?)\)$/iu;

/** The words for the value in a head like "Điểm (hạng)", "Tổng điểm (xếp hạng)", "Điểm/hạng"; null = it is none. */
function valueHead(cell: string): string | null {
  const place = PLACE_TOO.exec(cell);
  const value = cell.slice(0, place?.index ?? 0).trim();
  return /\p{L}/u.test(value) ? value : null;
}

/** Rows whose columns of values with their places in one cell, where a head says that they are, are two columns each. */
export function withPairsApart(rows: readonly Row[]): readonly Row[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const heads = Array.from({ length: width }, (_, column) => headsOfPairs(rows, column));
  if (heads.every((count) => count === 0)) return rows;
  return rows.map((row, r) =>
    row.flatMap((cell, column) => {
      const count = heads[column] ?? 0;
      return count > 0 ? apart(cell, r < count) : [cell];
    }),
  );
}

/** How many rows of heads stand over a column of pairs; 0 = it is none. */
function headsOfPairs(rows: readonly Row[], column: number): number {
  const cells = rows.map((row) => row[column] ?? "");
  const first = cells.findLastIndex((cell) => valueHead(cell) !== null) + 1;
  const body = cells.slice(first).filter((cell) => /\d/u.test(cell));
  const pairs = body.filter((cell) => PAIR.test(cell));
  return pairs.length > 0 && pairs.length * 2 >= body.length ? first : 0;
}

/** A head above both stands over each of them; a cell without a place is a value, or none. */
function apart(cell: string, isHead: boolean): readonly [string, string] {
  const pair = PAIR.exec(cell)?.groups;
  if (pair) return [(pair.value ?? "").trim(), pair.rank ?? ""];
  const head = valueHead(cell);
  if (head !== null) return [head, `${head} Hạng`];
  return [cell, isHead ? cell : ""];
}
