import type { Period } from "#services/periods/period.ts";
import { changesAnything, compareObservations, documentsInUse, overlay } from "#services/sheets/overlay.ts";
import type { Observation, SourceDocument } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { currentKey } from "#services/sheets/stored-sheets.ts";
import {
  builtUpon,
  joinedPublication,
  newVersion,
  type Publication,
  type Stamp,
  seenCurrent,
} from "#services/sheets/versions/new-version.ts";
import type { Store } from "#services/store/store.ts";

/** The sheets that drafts amount to. */
export async function planPublication(
  store: Store,
  drafts: readonly SheetDraft[],
  stamp: Stamp,
): Promise<Publication> {
  const taken = new Set<string>();
  const made: Publication[] = [];
  for (const draft of mergeDrafts(drafts)) made.push(await planSheet(store, draft, stamp, taken));
  return joinedPublication(made);
}

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

async function planSheet(
  store: Store,
  draft: MergedDraft,
  stamp: Stamp,
  taken: Set<string>,
): Promise<Publication> {
  const { scope, period } = draft;
  const { current, check } = await seenCurrent(store, scope, period);
  const before = builtUpon(current, stamp);
  const observations = overlay(before, draft);
  const changes = compareObservations(before?.observations ?? [], observations);
  if (!changesAnything(changes)) return { sheets: [], checks: [check], puts: [] };

  const documents = documentsInUse(observations, [...(before?.documents ?? []), ...draft.documents]);
  const body = { scope, period, version: (before?.version ?? 0) + 1, observations };
  const made = await newVersion(store, { ...body, documents, restores: null, ...stamp }, taken);
  return { ...made, checks: [check, ...made.checks] };
}
