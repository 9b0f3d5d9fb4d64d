import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";
import type { ObservationChange, SheetDraft } from "#services/sheets/sheets.ts";

/** The observations of the next version: the draft's laid over the current ones, or in their place when complete; one a cell, the last said. */
export function overlay(
  current: Sheet | null,
  draft: Pick<SheetDraft, "observations" | "complete">,
): readonly Observation[] {
  const under = draft.complete ? [] : (current?.observations ?? []);
  const laid = new Map(under.map((o) => [cell(o), o]));
  for (const observation of draft.observations) laid.set(cell(observation), observation);
  return [...laid.values()];
}

/** Every cell of either side with what became of it. */
export function compareObservations(
  before: readonly Observation[],
  after: readonly Observation[],
): readonly ObservationChange[] {
  const earlier = new Map(before.map((o) => [cell(o), o]));
  const changes = after.map((o): ObservationChange => {
    const old = earlier.get(cell(o)) ?? null;
    earlier.delete(cell(o));
    if (!old) return { kind: "new", before: null, after: o };
    return { kind: sameFigures(old, o) ? "same" : "changed", before: old, after: o };
  });
  for (const old of earlier.values()) changes.push({ kind: "gone", before: old, after: null });
  return changes;
}

/** Whether publishing would tell anyone anything: other figures, or the same ones as of another moment. */
export function changesAnything(changes: readonly ObservationChange[]): boolean {
  return changes.some(({ kind, before, after }) => kind !== "same" || before?.asOf !== after?.asOf);
}

/** Documents that observations still point at, oldest first. */
export function documentsInUse(
  observations: readonly Observation[],
  documents: readonly SourceDocument[],
): readonly SourceDocument[] {
  const used = new Set(observations.map(({ source }) => source));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return [...byId.values()].filter(({ id }) => used.has(id));
}

const cell = (o: Observation): string => `${o.unit}\n${o.indicator}`;

function sameFigures(a: Observation, b: Observation): boolean {
  return a.value === b.value && a.change === b.change && a.rank === b.rank && a.of === b.of;
}
