import { createUnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { checkDraft } from "#services/documents/plan/checks/check-draft.ts";
import { heldAgainst } from "#services/documents/plan/checks/held-against.ts";
import { undoneCorrections } from "#services/documents/plan/checks/undone-corrections.ts";
import type { ScopedDraft } from "#services/documents/plan/drafts-of.ts";
import { unitOfName } from "#services/documents/plan/unit-of-name.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { periodRange } from "#services/periods/period.ts";
import type { ObservationChange, SheetDraft, Sheets } from "#services/sheets/sheets.ts";
import { fullName, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** What would become of one sheet. */
export interface PlannedSheet {
  readonly draft: SheetDraft;
  readonly scope: Unit;
  /** The units of the draft, in its order. */
  readonly units: readonly Unit[];
  readonly changes: readonly ObservationChange[];
}

export interface PlanSheetsOptions {
  readonly units: Units;
  readonly indicators: Indicators;
  readonly sheets: Sheets;
}

/** Compares drafts with the current sheets, and says what of them looks wrong. `newUnits`: those they add, by id. */
export async function planSheets(
  drafts: readonly ScopedDraft[],
  newUnits: ReadonlyMap<string, Unit>,
  options: PlanSheetsOptions,
): Promise<{ readonly sheets: readonly PlannedSheet[]; readonly warnings: readonly ImportWarning[] }> {
  const known = { get: (id: string) => options.units.get(id) ?? newUnits.get(id) };
  const named = {
    nameOf(id: string): string {
      const unit = known.get(id);
      return unit ? fullName(unit) : id;
    },
    kindOf: (id: string) => known.get(id)?.kind,
  };

  const sheets: PlannedSheet[] = [];
  const warnings: ImportWarning[] = [];
  for (const { draft, scope } of drafts) {
    const around = await heldAgainst(draft, options.sheets);
    warnings.push(...checkDraft({ draft, indicators: options.indicators, ...named, ...around }));
    const ids = [...new Set(draft.observations.map(({ unit }) => unit))];
    const units = ids.map((id) => known.get(id)).filter((unit) => unit !== undefined);
    const changes = await options.sheets.compare(draft);
    const current = await options.sheets.current(draft.scope, draft.period);
    const resolver = createUnitResolver(options.units, periodRange(draft.period).end);
    const unitOf = (name: string): string => unitOfName(name, scope, resolver).id;
    warnings.push(...undoneCorrections({ changes, current, unitOf, nameOf: named.nameOf }));
    sheets.push({ draft, scope, units, changes });
  }
  return { sheets, warnings };
}
