import type { ScopedDraft } from "#services/documents/plan/drafts-of.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { cellOf, cellsOfPapers } from "#services/sheets/paper-cells.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import { fullName } from "#services/units/unit.ts";

interface PapersFirst {
  readonly drafts: readonly ScopedDraft[];
  readonly warnings: readonly ImportWarning[];
}

/** Drafts of the portal's figures without those of which a paper speaks: the paper's stand, and differences are told. */
export async function papersFirst(
  drafts: readonly ScopedDraft[],
  sheets: Pick<Sheets, "current">,
): Promise<PapersFirst> {
  const kept: ScopedDraft[] = [];
  const warnings: ImportWarning[] = [];
  for (const { draft, scope } of drafts) {
    const papers = cellsOfPapers(await sheets.current(draft.scope, draft.period));
    const observations = draft.observations.filter((one) => !papers.has(cellOf(one)));
    const count = draft.observations.filter((one) => {
      const said = papers.get(cellOf(one)) ?? null;
      return said !== null && said !== one.value;
    }).length;
    kept.push({ draft: { ...draft, observations }, scope });
    const facts = { scope: fullName(scope), period: draft.period, count };
    if (count > 0) warnings.push({ code: "paper-stands", facts });
  }
  return { drafts: kept, warnings };
}
