import { z } from "zod";
import { bandsSchema } from "#services/indicators/bands.ts";
import type { Band, Indicator } from "#services/indicators/indicator.ts";

/** One version of the index's definitions, as data. */
export interface Catalogue {
  readonly version: string;
  /** ISO date. */
  readonly validFrom: string;
  readonly sources: readonly string[];
  /** Best first; the last begins at 0. */
  readonly bands: readonly Band[];
  /** Words in full and how letters shorten them. */
  readonly abbreviations: readonly (readonly [full: string, short: string])[];
  /** Where names are ambiguous, the one meant first comes first. */
  readonly indicators: readonly Indicator[];
}

const words = z.object({ vi: z.string().min(1), en: z.string().min(1) }).readonly();

const indicator = z
  .object({
    id: z.string().regex(/^(?:TOTAL|[A-Z]{4}|[a-z]+(?:-[a-z]+)*)$/),
    measure: z.enum(["points", "rate", "count", "duration"]),
    direction: z.enum(["up", "down", "neutral"]),
    max: z.number().positive().nullable(),
    group: z.enum(["CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"]).nullable(),
    name: words,
    short: words,
    noun: words.nullable(),
    aliases: z.array(z.string().min(1)).readonly(),
    portalCodes: z.array(z.string().min(1)).readonly(),
  })
  .refine(
    ({ measure, max }) => (measure === "points") === (max !== null),
    "points, and only they, have a maximum",
  )
  .refine(
    ({ measure, noun }) => (measure === "count" || measure === "duration") === (noun !== null),
    "counts, and only they, have a noun",
  )
  .readonly();

const catalogue = z
  .object({
    version: z.string(),
    validFrom: z.iso.date(),
    sources: z.array(z.string()).readonly(),
    bands: bandsSchema,
    abbreviations: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    indicators: z
      .array(indicator)
      .refine((all) => areUnique(all.map(({ id }) => id)), "ids differ")
      .refine((all) => areUnique(all.flatMap(({ portalCodes }) => portalCodes)), "portal codes differ")
      .readonly(),
  })
  .readonly();

/** Checks a catalogue read from a file. Throws with every fault when it does not fit. */
export function parseCatalogue(data: unknown): Catalogue {
  return catalogue.parse(data);
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
