import * as z from "zod";
import type { Period } from "#services/periods/period.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";

/**
 * What a word is about: the period, the scope or the issuer of the whole paper; the value, the published rank or change
 * of one cell; a cell that was read with doubt and is right; a row that is not taken; a unit that was called otherwise,
 * or that no list knows.
 */
export const WORD_KINDS = [
  "period",
  "scope",
  "issuer",
  "value",
  "rank",
  "change",
  "confirmed",
  "dropped",
  "named",
  "new-unit",
] as const;

export type WordKind = (typeof WORD_KINDS)[number];

/** What a person said of a paper, for what was read of it or in the place of it. */
export interface Said {
  readonly kind: WordKind;
  /** The unit, as the paper's rows name it; of "scope" the id of the unit that was said; null = none. */
  readonly unit: string | null;
  /** Id. */
  readonly indicator: string | null;
  /** Of the cell; null = of no cell. */
  readonly period: Period | null;
  /** As it was read; null = nothing was. Of a cell the number, in the indicator's own unit of measure. */
  readonly before: string | number | null;
  /** As it is now; null = nothing is left of it. */
  readonly after: string | number | null;
}

/** The same, with who said it and when: part of the record of every version that rests on it. */
export interface PersonsWord extends Said {
  /** Sender id. */
  readonly by: string;
  /** ISO; what was said in one message bears one moment. */
  readonly at: string;
}

const Readable = z.union([z.string(), z.number()]).nullable();

export const StoredWord: z.ZodType<PersonsWord> = z.object({
  kind: z.enum(WORD_KINDS),
  unit: z.string().nullable(),
  indicator: z.string().nullable(),
  period: StoredPeriod.nullable(),
  before: Readable,
  after: Readable,
  by: z.string(),
  at: z.string(),
});
