import {
  type BodyRow,
  type Distrust,
  distrustOf,
  ordinalColumn,
} from "#services/documents/readers/pictures/table/trust.ts";

/** Of a column's cells, those with digits that make it one of figures. */
const MOSTLY = 0.5;
const FIGURE = /^[-+]?\d/u;
const NAME = /\p{L}{2}/u;

/**
 * Why a table that only its columns show cannot be trusted; null = each of its rows has a cell in each column, and their
 * numbering has no gap. Where a cell is empty nothing tells whether its figure slipped to another row or column.
 */
export function unruledDistrust(rows: readonly (readonly string[])[]): Distrust | null {
  const first = rows.findIndex((row) => row.some((text) => FIGURE.test(text)) && NAME.test(row.join(" ")));
  const body = rows.slice(Math.max(0, first));
  if (body.some((row) => row.includes(""))) return "columns";
  const columns = Array.from({ length: body[0]?.length ?? 0 }, (_, i) => i);
  const figures = columns.filter(
    (column) => body.filter((row) => /\d/u.test(row[column] ?? "")).length > body.length * MOSTLY,
  );
  const read = body.map((cells): BodyRow => ({ cells, isWhole: true, isHeading: false }));
  return distrustOf(read, ordinalColumn(read, figures), figures);
}
