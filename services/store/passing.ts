/** Who uses the store at this moment, and what they have heard and not answered yet: nothing that is kept. */
const PASSING = ["holders/", "journal/", "probe"];

/** Whether a key is of no use in a backup, nor makes a store one that holds something. */
export function isPassing(key: string): boolean {
  return PASSING.some((prefix) => key.startsWith(prefix));
}
