/** How many of the items pass, where those that pass come first: found by halving. */
export function countOfFirst<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of the items that pass, where those that pass come first. */
export function lastOfFirst<T>(items: readonly T[], passes: (item: T) => boolean): T | undefined {
  return items[countOfFirst(items, passes) - 1];
}
