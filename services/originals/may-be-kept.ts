import type { Extraction } from "#services/documents/extraction.ts";
import type { WarningCode } from "#services/documents/warnings.ts";

/** What nobody saw may be a list of citizens. */
const UNSEEN: readonly WarningCode[] = ["hidden-sheets", "hidden-rows", "hidden-columns"];

/** Lists of dossiers name citizens: of them nothing is kept, nor of a paper parts of which were not read. */
export function mayBeKept({ dossiers, warnings }: Pick<Extraction, "dossiers" | "warnings">): boolean {
  return dossiers === undefined && !warnings.some(({ code }) => UNSEEN.includes(code));
}
