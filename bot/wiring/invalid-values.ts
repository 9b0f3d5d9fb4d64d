import type { StoredValueInvalid } from "#services/store/collection.ts";

/** Keys remembered as logged; beyond so many broken values, a key may be logged more than once. */
const MOST = 1_000;

/** Logs each stored value that cannot be read once, however often it is met. */
export function createInvalidNotes(log: { error(facts: object, message: string): void }) {
  const told = new Set<string>();
  return (err: StoredValueInvalid): void => {
    if (told.has(err.key)) return;
    if (told.size < MOST) told.add(err.key);
    log.error({ err }, "a stored value cannot be read; the bot goes on without it");
  };
}
