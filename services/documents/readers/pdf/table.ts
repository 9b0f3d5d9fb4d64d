import type { Box } from "#services/documents/readers/pdf/box.ts";

/** A table of one page. */
export interface PageTable extends Box {
  /** As many cells in each row; a text that covers several cells stands in each of them. */
  readonly rows: readonly (readonly string[])[];
  /** Where its columns begin and end, points. */
  readonly edges: readonly number[];
}
