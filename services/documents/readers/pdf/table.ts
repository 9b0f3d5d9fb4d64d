import type { Box } from "#services/documents/readers/pdf/box.ts";
import type { Span } from "#services/documents/readers/pdf/columns.ts";

/** A table of one page. */
export interface PageTable extends Box {
  /** As many cells in each row; a text that covers several cells stands in each of them. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly Span[];
}
