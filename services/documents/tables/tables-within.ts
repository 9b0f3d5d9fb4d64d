import type { Table } from "#services/documents/letter/parts.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { passageOf } from "#services/documents/marks/passage.ts";
import { ORDINALS } from "#services/documents/tables/column-words.ts";
import type { HeadedTable } from "#services/documents/tables/table-heads.ts";
import { fold } from "#services/text/fold.ts";

type Row = readonly string[];

/** Tables that follow each other without an empty row between them: other heads begin another table. */
export function belowEachOther(table: Table, scanned: boolean): readonly Table[] {
  const parts: { above: Table["above"]; rows: Row[] }[] = [{ above: table.above, rows: [] }];
  const heads: string[] = [];
  for (const row of table.rows) {
    const rows = parts.at(-1)?.rows ?? [];
    const isNew = isHead(row) && rows.some(hasNumber) && !heads.includes(row.join("\t"));
    if (isHead(row)) heads.push(row.join("\t"));
    if (!isNew) rows.push(row);
    else {
      const title = isLine(rows.at(-1)) ? rows.pop() : undefined;
      const above = title ? [...table.above, passageOf([...new Set(title)].join(" "), scanned)] : table.above;
      parts.push({ above, rows: [row] });
    }
  }
  return parts.map((part) => ({ ...table, ...part }));
}

/** Tables that stand beside each other: each begins with numbers of its own. */
export function besideEachOther({ heads, rows }: HeadedTable): readonly HeadedTable[] {
  const starts = heads.flatMap((head, i) => (ORDINALS.test(fold(head)) ? [i] : []));
  if (starts.length < 2 || starts[0] !== 0) return [{ heads, rows }];
  return starts.map((start, i) => {
    const of = (row: Row): Row => row.slice(start, starts[i + 1]);
    return { heads: of(heads), rows: rows.map(of).filter((row) => row.some((cell) => cell !== "")) };
  });
}

/** "STT | Đơn vị | Điểm": words alone, the first of them over the rows' numbers. */
function isHead(row: Row): boolean {
  const words = row.filter((cell) => cell !== "");
  return words.length > 2 && ORDINALS.test(fold(words[0] ?? "")) && !hasNumber(row);
}

const hasNumber = (row: Row): boolean => row.some((cell) => cellOf(cell).kind === "number");

/** A row that says one thing. */
const isLine = (row: Row | undefined): boolean =>
  row !== undefined && new Set(row.filter((cell) => cell !== "")).size === 1 && !hasNumber(row);
