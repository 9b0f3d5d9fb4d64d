import type { Period } from "#services/periods/period.ts";
import { documentsInUse, overlay } from "#services/sheets/overlay.ts";
import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { currentKey } from "#services/sheets/stored-sheets.ts";
import {
  type Content,
  nextVersions,
  type Publication,
  type Stamp,
} from "#services/sheets/versions/new-version.ts";
import type { Store } from "#services/store/store.ts";

/** The sheets that drafts amount to. */
export const planPublication = (
  store: Store,
  drafts: readonly SheetDraft[],
  stamp: Stamp,
): Promise<Publication | null> => nextVersions(store, mergeDrafts(drafts), stamp, laidOver);

/** All drafts of one sheet: documents may speak of the same scope and period in several places. */
interface MergedDraft {
  readonly scope: string;
  readonly period: Period;
  readonly observations: readonly Observation[];
  readonly documents: readonly SourceDocument[];
  readonly complete: boolean;
}

function mergeDrafts(drafts: readonly SheetDraft[]): readonly MergedDraft[] {
  const merged = new Map<string, MergedDraft>();
  for (const { scope, period, observations, document, complete } of drafts) {
    const key = currentKey(scope, period);
    const first = merged.get(key);
    merged.set(key, {
      scope,
      period,
      observations: [...(first?.observations ?? []), ...observations],
      documents: [...(first?.documents ?? []), document],
      complete: complete || first?.complete === true,
    });
  }
  return [...merged.values()];
}

function laidOver(before: Sheet | null, draft: MergedDraft): Content {
  const observations = overlay(before, draft);
  const documents = documentsInUse(observations, [...(before?.documents ?? []), ...draft.documents]);
  return { observations, documents, restores: null };
}
