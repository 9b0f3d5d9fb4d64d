import type { BodyRow } from "#services/documents/readers/pictures/table/trust.ts";

/**
 * For each row the list number that some row of its run tells; null where none does, and outside of runs: a heading or an
 * empty number ends a run, behind which a list may begin anew.
 */
export function toldNumbers(rows: readonly BodyRow[], ordinal: number): readonly (number | null)[] {
  return runsOf(rows, ordinal).flatMap((run) => {
    const numbers = run.map(({ cells }) => (cells[ordinal] ? Number(cells[ordinal]) : Number.NaN));
    const at = numbers.findIndex((number) => !Number.isNaN(number));
    return run.map((_, i) => (at === -1 ? null : Number(numbers[at]) - at + i));
  });
}

/** Rows in runs; a row outside is a run of its own. */
function runsOf(rows: readonly BodyRow[], ordinal: number): readonly (readonly BodyRow[])[] {
  const runs: BodyRow[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const isIn = !isOutside(row, ordinal);
    if (isIn && isOpen) runs.at(-1)?.push(row);
    else runs.push([row]);
    isOpen = isIn;
  }
  return runs;
}

const isOutside = (row: BodyRow, ordinal: number): boolean => row.isHeading || row.cells[ordinal] === "";
