import type { DoubtfulFigure, OpenMatter } from "#services/documents/extraction.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** What a person has to say before a paper can be stored, or before more of it can be taken. */
export interface OpenPoints {
  readonly matters: readonly OpenMatter[];
  /** Units that no list knows and nobody agreed to add. */
  readonly newUnits: readonly Unit[];
  /** Figures that nobody has settled. */
  readonly doubtful: readonly DoubtfulFigure[];
}

export function openPoints({ extraction, newUnits }: ImportPlan, words: readonly PersonsWord[]): OpenPoints {
  const agreed = new Set(words.flatMap(({ kind, unit }) => (kind === "new-unit" ? [unit] : [])));
  return {
    matters: extraction.open,
    newUnits: newUnits.filter((unit) => !agreed.has(fullName(unit))),
    doubtful: extraction.doubtful ?? [],
  };
}

/** A guessed year, a unit that nobody knows and a doubtful figure are never stored; what else is open left nothing to store. */
export const forbidsStoring = ({ matters, newUnits, doubtful }: OpenPoints): boolean =>
  matters.includes("year") || newUnits.length > 0 || doubtful.length > 0;
