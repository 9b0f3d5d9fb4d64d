import type { Measured } from "#services/documents/marks/measure.ts";
import type { UnitRef } from "#services/documents/marks/places-of-units.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import type { Reading } from "#services/documents/prose/surroundings.ts";
import type { Period } from "#services/periods/period.ts";

/** A row that later figures of the sentence may still fill. */
export interface Draft {
  readonly unit: UnitRef;
  readonly indicator: Measured["indicator"];
  readonly period: Period;
  readonly asOf: string | null;
  readonly quote: string;
  /** Per letter, of the words it was recognised by. */
  readonly doubt: number;
  value: number | null;
  change: number | null;
  rank: number | null;
  of: number | null;
  /** Where the last figure that joined it ends. */
  end: number;
}

const SCANNED_CONFIDENCE = 0.9;
const LOCAL_DOUBT = 0.3;

export function rowOf({ doubt, end: _, ...draft }: Draft, { paragraph, context }: Reading): FoundRow {
  const general = context.index766 ? 0 : LOCAL_DOUBT;
  const confidence = (paragraph.scanned ? SCANNED_CONFIDENCE : 1) - doubt - general;
  const rounded = Math.round(confidence * 100) / 100;
  return { ...draft, indicator: draft.indicator.id, confidence: rounded, origin: "prose" };
}
