import type { DossierCounts } from "#services/documents/dossiers/dossier.ts";
import type { SavedAnswer } from "#services/documents/saved-answer/saved-answer.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { LegacyScript } from "#services/text/legacy/legacy.ts";

/**
 * Stands between texts that were drawn upon each other in one cell (a stamp, a correction): no figure and no name can
 * be taken from it.
 */
export const OVERDRAWN = " ¦ ";

/** The neutral form every reader makes of a file: paragraphs and tables in reading order. */
export type Block =
  | { readonly type: "paragraph"; readonly text: string }
  | {
      readonly type: "table";
      readonly rows: readonly (readonly string[])[];
      /** Cells were set apart by spaces or lines only: an empty one leaves no trace, heads may be one text. */
      readonly collapses: boolean;
      /** Several rows may name one unit: their counts are added up. */
      readonly adds?: true;
    };

/** A place of a paper that shows something which could not be made sure of. */
export interface Doubt {
  /** From 1, in the order of the paper: it stands in the text of its cell, and names its cut-out. */
  readonly number: number;
  /** What it shows, a small png in base64; null = too many are doubtful to keep them all. */
  readonly picture: string | null;
  /** From 1. */
  readonly page: number;
}

export interface NeutralDocument {
  readonly blocks: readonly Block[];
  /** Came from a scan: letters and marks may be wrong. */
  readonly scanned: boolean;
  /** The alphabet of old fonts that it was written in. */
  readonly script?: LegacyScript;
  /** What its reader left out or could not see, to be told. */
  readonly notes?: readonly ImportWarning[];
  /** What of its tables could not be made sure of; the cells bear their numbers. */
  readonly doubts?: readonly Doubt[];
  /** Of lists of dossiers, which are never passed on themselves. */
  readonly dossiers?: DossierCounts;
  /** It is no paper but a kept answer of the national portal, whose figures need not be sought. */
  readonly saved?: SavedAnswer;
}
