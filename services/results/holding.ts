import type { Indicator } from "#services/indicators/indicator.ts";
import { createMemoOfHeads } from "#services/results/memo-of-heads.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";

const holdingHeads = createMemoOfHeads<readonly SheetHead[]>();

/** Heads that hold a wished indicator, when any does. */
export function holding(heads: readonly SheetHead[], wished: readonly Indicator[]): readonly SheetHead[] {
  if (wished.length === 0) return heads;
  const ids = wished.map(({ id }) => id);
  const find = (): readonly SheetHead[] => {
    const some = heads.filter((head) => ids.some((id) => head.indicators.includes(id)));
    return some.length > 0 ? some : heads;
  };
  return holdingHeads(heads, ids.join(), find);
}
