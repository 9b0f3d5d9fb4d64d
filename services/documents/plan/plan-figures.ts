import type { ScopedDraft } from "#services/documents/plan/drafts-of.ts";
import type { BlockCode, ImportPlan, PlanOptions } from "#services/documents/plan/plan-import.ts";
import { planSheets } from "#services/documents/plan/plan-sheets.ts";
import type { Unit } from "#services/units/unit.ts";

/** Warnings of what cannot be true. */
const BLOCKING: readonly BlockCode[] = ["over-100", "over-maximum"];

/**
 * What storing drafts would change that were not read from a paper; at least one. Units that are held already are no
 * new ones. Stores nothing.
 */
export async function planFigures(
  drafts: readonly ScopedDraft[],
  named: readonly Unit[],
  options: PlanOptions,
): Promise<ImportPlan> {
  const document = drafts[0]?.draft.document;
  if (!document) throw new RangeError("a plan of no figures");
  const held = new Set((await options.added.all()).map(({ id }) => id));
  const newUnits = named.filter(({ id }) => !options.units.isListed(id) && !held.has(id));
  const byId = new Map(named.map((unit) => [unit.id, unit]));
  const { sheets, warnings } = await planSheets(drafts, byId, options);
  const { issuer, number, date, title, provisional } = document;
  return {
    extraction: {
      document: { issuer, number, date, title, provisional },
      ...{ sheets: [], targets: [], tasks: [], warnings: [], unread: [], open: [] },
    },
    ...{ document, sheets, newUnits, warnings },
    ...{ targets: [], newTargets: [], tasks: [], newTasks: [] },
    blocked: BLOCKING.filter((code) => warnings.some((warning) => warning.code === code)),
  };
}
