import type { Period } from "#services/periods/period.ts";

/** What a person says of a document, for what the document itself leaves open. */
export interface Given {
  readonly period?: Period | undefined;
  /** Id of the unit that the document speaks of. */
  readonly scope?: string | undefined;
}
