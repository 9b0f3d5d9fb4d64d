import type { ExtractedSheet } from "#services/documents/extraction.ts";
import { createUnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { unitOfName } from "#services/documents/plan/unit-of-name.ts";
import { periodRange } from "#services/periods/period.ts";
import type { SourceDocument } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

export interface ScopedDraft {
  readonly draft: SheetDraft;
  readonly scope: Unit;
}

export interface DraftsOptions {
  readonly units: Units;
  /** False for what no list knows and nothing stored names, though it may have been seen in a sample. */
  readonly isHeld: (id: string) => boolean;
}

/**
 * The sheets of a document as drafts, one a scope and period, with the units that confirming them adds, by id. A sheet
 * whose scope did not exist in its period is left out.
 */
export function draftsOf(
  sheets: readonly ExtractedSheet[],
  document: SourceDocument,
  { units, isHeld }: DraftsOptions,
): { readonly drafts: readonly ScopedDraft[]; readonly newUnits: ReadonlyMap<string, Unit> } {
  const newUnits = new Map<string, Unit>();
  const note = (unit: Unit): void => {
    if (!isHeld(unit.id)) newUnits.set(unit.id, unit);
  };
  const drafts = mergeDrafts(sheets.flatMap((sheet) => draftOf(sheet, document, units, note) ?? []));
  return { drafts, newUnits };
}

function draftOf(
  sheet: ExtractedSheet,
  document: SourceDocument,
  units: Units,
  note: (unit: Unit) => void,
): ScopedDraft | null {
  const resolver = createUnitResolver(units, periodRange(sheet.period).end);
  const scope = resolver.anywhere(sheet.scope);
  if (!scope) return null;
  const observations = sheet.rows.map(({ unit: name, indicator, value, change, rank, of }) => {
    const unit = unitOfName(name, scope, resolver);
    note(unit);
    const figures = { value, change, rank, of };
    return { unit: unit.id, indicator, ...figures, source: document.id, asOf: sheet.extractedAt };
  });
  const { period, complete } = sheet;
  return { draft: { scope: scope.id, period, observations, document, complete }, scope };
}

/** One draft a sheet: a letter may speak of one scope and period as of several moments. */
function mergeDrafts(drafts: readonly ScopedDraft[]): readonly ScopedDraft[] {
  const merged = new Map<string, ScopedDraft>();
  for (const { draft, scope } of drafts) {
    const key = `${draft.scope}\t${draft.period}`;
    const first = merged.get(key)?.draft;
    const observations = [...(first?.observations ?? []), ...draft.observations];
    merged.set(key, {
      scope,
      draft: { ...draft, observations, complete: draft.complete || first?.complete === true },
    });
  }
  return [...merged.values()];
}
