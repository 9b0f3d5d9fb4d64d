import { z } from "zod";
import formulas766 from "#services/indicators/data/formulas-766.json" with { type: "json" };
import type { GroupId } from "#services/indicators/indicator.ts";
import { once } from "#services/once.ts";

/** How a component of the index is measured and scored, as far as it is known. */
export interface Formula {
  /** Its number in the index: "2.1"; null = not known. */
  readonly code: string | null;
  /** The rate (in %) or duration that is measured; an indicator's id. */
  readonly indicator: string;
  readonly group: GroupId;
  /** Points at most; 0 = for information only; null = not known. */
  readonly max: number | null;
  /** The rate in % that earns the maximum, points grow in proportion up to it; null = not known. */
  readonly fullAt: number | null;
  /** The rate in % up to which that conversion is beyond doubt; 0 = nowhere. */
  readonly sureUpTo: number;
  readonly numerator: Words | null;
  readonly denominator: Words | null;
  /** Ids of counts that are the two. */
  readonly counts: { readonly numerator: string; readonly denominator: string } | null;
  readonly rules: readonly Words[];
  /** Why it cannot be relied on; null = no reason known. */
  readonly doubt: Words | null;
}

interface Words {
  readonly vi: string;
  readonly en: string;
}

const words = z.object({ vi: z.string().min(1), en: z.string().min(1) }).readonly();
const percent = z.number().min(0).max(100);

const schema = z.object({
  formulas: z.array(
    z
      .object({
        code: z.string().nullable(),
        indicator: z.string(),
        group: z.enum(["CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"]),
        max: z.number().min(0).nullable(),
        fullAt: percent.positive().nullable(),
        sureUpTo: percent,
        numerator: words.nullable(),
        denominator: words.nullable(),
        counts: z.object({ numerator: z.string(), denominator: z.string() }).readonly().nullable(),
        rules: z.array(words).readonly(),
        doubt: words.nullable(),
      })
      .refine(({ sureUpTo, doubt }) => sureUpTo === 100 || doubt !== null, "what is not sure says why")
      .readonly(),
  ),
});

/** All formulas, in the order of the index. The shipped file is read once in a process. */
export const allFormulas: () => readonly Formula[] = once(() => schema.parse(formulas766).formulas);

/** The formula of an indicator; undefined = none is known. */
export const formulaOf = (indicator: string): Formula | undefined =>
  allFormulas().find((formula) => formula.indicator === indicator);

/** Those that make up a group's points. */
export const formulasIn = (group: string): readonly Formula[] =>
  allFormulas().filter((formula) => formula.group === group);

/** Points that a rate in % earns; null = the formula does not say so beyond doubt. Not rounded. */
export function pointsOf({ max, fullAt, sureUpTo }: Formula, rate: number): number | null {
  if (max === null || max === 0 || fullAt === null || rate < 0 || rate > sureUpTo) return null;
  return (max * Math.min(rate, fullAt)) / fullAt;
}
