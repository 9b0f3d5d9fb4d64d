import type { Sheet } from "#services/sheets/sheet.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import { headOf } from "#services/sheets/stored-sheets.ts";

/** Sheets as they would be were this version the current one of its scope and period. */
export function pinSheet(sheets: Sheets, sheet: Sheet): Sheets {
  const isMeant = ({ scope, period }: Pick<SheetHead, "scope" | "period">): boolean =>
    scope === sheet.scope && period === sheet.period;
  let known: { readonly of: readonly SheetHead[]; readonly heads: readonly SheetHead[] } | null = null;
  return {
    ...sheets,
    current: async (scope, period) => (isMeant({ scope, period }) ? sheet : sheets.current(scope, period)),
    async heads() {
      const of = await sheets.heads();
      if (known?.of !== of) known = { of, heads: [...of.filter((head) => !isMeant(head)), headOf(sheet)] };
      return known.heads;
    },
  };
}
