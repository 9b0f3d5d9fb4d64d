import { type Period, toPeriod } from "#services/periods/period.ts";
import type { Observation, SourceDocument } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";

export const AUGUST = toPeriod("2024-08");
export const JULY = toPeriod("2024-07");

/** A letter by name: its id and hash follow from it. */
export function makeDocument(name: string, more: Partial<SourceDocument> = {}): SourceDocument {
  const kind = "letter" as const;
  const said = { issuer: null, number: null, date: null, title: name, provisional: false };
  return { id: name, kind, hash: name, ...said, ...more };
}

export function makeObservation(
  unit: string,
  value: number | null,
  more: Partial<Observation> = {},
): Observation {
  const unsaid = { change: null, rank: null, of: null, asOf: null };
  return { unit, indicator: "TOTAL", value, source: "letter", ...unsaid, ...more };
}

export interface DraftFacts {
  readonly scope?: string;
  readonly period?: Period;
  readonly document?: SourceDocument;
  readonly complete?: boolean;
  readonly indicator?: string;
  readonly asOf?: string | null;
}

/** A draft of totals by unit. */
export function makeDraft(
  values: Readonly<Record<string, number | null>>,
  facts: DraftFacts = {},
): SheetDraft {
  const { scope = "od332", period = AUGUST, document = makeDocument("letter"), complete = false } = facts;
  const { indicator = "TOTAL", asOf = null } = facts;
  const observations = Object.entries(values).map(([unit, value]) =>
    makeObservation(unit, value, { indicator, asOf, source: document.id }),
  );
  return { scope, period, observations, document, complete };
}
