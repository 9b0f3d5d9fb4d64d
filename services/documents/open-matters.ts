import type { Extraction, OpenMatter } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import { toPeriod } from "#services/periods/period.ts";

type Said = Omit<Extraction, "open">;

/** A document read once, and what was known of it before its figures were read. */
export interface OnceRead {
  readonly said: Said;
  readonly context: Pick<ReadingContext, "period" | "cast" | "guessesYear">;
}

/** Any will do: it is tried whether figures are taken with it. */
const SOME_PERIOD = toPeriod("2024-08");
const SOME_SCOPE = "p01";

/**
 * What a person has to say of a document. A period is open where figures would be taken with one, whichever; a scope
 * where nothing is taken without. `again` reads the document with what is tried.
 */
export function openMatters(
  once: OnceRead,
  given: Given,
  again: (given: Given) => Said,
): readonly OpenMatter[] {
  const { said, context } = once;
  const lacksPeriod = context.period === null;
  const lacksScope = context.cast.own === null;
  const period = lacksPeriod ? SOME_PERIOD : given.period;
  const rows = countOf(said);
  const withPeriod = lacksPeriod ? countOf(again({ ...given, period })) : rows;
  const withScope =
    lacksScope && withPeriod === 0 ? countOf(again({ ...given, period, scope: SOME_SCOPE })) : withPeriod;
  const open: OpenMatter[] = [];
  if (withPeriod > rows || (lacksPeriod && withScope > rows)) open.push("period");
  if (context.guessesYear && Math.max(rows, withPeriod, withScope) > 0) open.push("year");
  if (withScope > withPeriod) open.push("scope");
  if (said.tasks.length > 0 && said.document.issuer === null && lacksScope) open.push("issuer");
  return open;
}

const countOf = ({ sheets }: Said): number => sheets.reduce((sum, { rows }) => sum + rows.length, 0);
