/** Adds to the end of a list; `push(...items)` fails where a file has more of them than a call takes arguments. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
