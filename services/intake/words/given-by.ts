import type { Given } from "#services/documents/given.ts";
import { isPeriod } from "#services/periods/period.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";

/** What persons said of the whole paper: the last word of each kind holds. */
export function givenBy(words: readonly PersonsWord[]): Given {
  const period = words.findLast(({ kind }) => kind === "period")?.after;
  const scope = words.findLast(({ kind }) => kind === "scope")?.unit;
  return {
    ...(typeof period === "string" && isPeriod(period) ? { period } : {}),
    ...(scope ? { scope } : {}),
  };
}

/** Whether the paper has to be read anew with what is said now. */
export const asksToReadAgain = (words: readonly Pick<PersonsWord, "kind">[]): boolean =>
  words.some(({ kind }) => kind === "period" || kind === "scope");
