/** A list of which more is left out than this share of it is numbered in another way. */
const MOST_MISSING = 0.5;
/** A list that begins later goes on from another page. */
const LATEST_START = 3;

/** What a list's own numbering leaves out: 1, 2, 4 → 3. It may begin anew at 1 for another kind of unit. */
export function missingNumbers(numbers: readonly number[]): readonly number[] {
  return runsOf(numbers).flatMap((run) => {
    const held = new Set(run);
    const least = Math.min(...run);
    const first = least <= LATEST_START ? 1 : least;
    const length = Math.max(...run) - first + 1;
    const isOwn = held.size === run.length && length - held.size <= Math.max(1, MOST_MISSING * run.length);
    if (!isOwn) return [];
    return Array.from({ length }, (_, i) => first + i).filter((number) => !held.has(number));
  });
}

function runsOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    if (number === 1 || runs.length === 0) runs.push([]);
    runs.at(-1)?.push(number);
  }
  return runs;
}
