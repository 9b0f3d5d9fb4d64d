import { borderlessTables, figureRows } from "#services/documents/readers/pdf/borderless.ts";
import { linesOf } from "#services/documents/readers/pdf/lines.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import type { Word } from "#services/documents/readers/pdf/words.ts";
import type { Distrust } from "#services/documents/readers/pictures/table/trust.ts";
import { unruledDistrust } from "#services/documents/readers/pictures/table/unruled-trust.ts";

export interface UnruledTables {
  readonly tables: readonly PageTable[];
  /** Why others cannot be trusted. */
  readonly distrusts: readonly Distrust[];
  /** Words of no table. */
  readonly rest: readonly Word[];
}

/** Fewer rows that no table took are chance, where there is no table they may have belonged to. */
const LEAST_ROWS = 3;

/** Tables of a scan that only their columns show. Words of those that cannot be trusted are left out: nothing may be told from them. */
export function unruledTables(words: readonly Word[]): UnruledTables {
  const rest = new Set(words);
  const tables: PageTable[] = [];
  const distrusts: Distrust[] = [];
  const found = borderlessTables(linesOf(words));
  for (const { table, used } of found) {
    const distrust = unruledDistrust(table.rows);
    if (distrust) distrusts.push(distrust);
    else tables.push(table);
    for (const word of used) rest.delete(word);
  }
  const rows = figureRows(linesOf([...rest]));
  if (rows.length < (found.length > 0 ? 1 : LEAST_ROWS)) return { tables, distrusts, rest: [...rest] };
  for (const word of rows.flatMap((row) => row.words)) rest.delete(word);
  return { tables, distrusts: [...distrusts, "columns"], rest: [...rest] };
}
