import type { FileTable, TableCell } from "#commands/parts/table-file.ts";
import { printed, rowHeight } from "#commands/parts/workbook-page.ts";
import { sheetText } from "#services/text/sheet-text.ts";

export const WORKBOOK_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Who publishes, and the two lines that stand beside it. */
export interface OfficeBlock {
  readonly office: string | null;
  readonly heading: readonly [string, string];
}

/** Points. */
const PLAIN_HEIGHT = 18;
const TITLE_HEIGHT = 30;

/** Rows above the head of each table. */
const ROWS_ABOVE = 4;

/**
 * Tables as a workbook an office sends: its block and the title above each, a head that stays in sight and filters, no
 * merged cells, an empty cell where nothing is known. What falls short of its target is coloured.
 */
export async function tableWorkbook(tables: readonly FileTable[], block: OfficeBlock): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const sheets = tables.map((table) => ({
    data: [...rowsAbove(table, block), headOf(table), ...table.rows.map((row) => rowOf(row, table))],
    sheet: table.sheet,
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: ROWS_ABOVE + 1,
    stickyColumnsCount: table.frozen,
    orientation: "landscape" as const,
    showGridLines: false,
  }));
  const options = {
    fontFamily: "Times New Roman",
    fontSize: 12,
    features: [printed({ tables, headRow: ROWS_ABOVE + 1 })],
  };
  return writeExcelFile(sheets, options).toBuffer();
}

const words = (value: string) => ({ value: sheetText(value), type: String });

function rowsAbove({ title, about, frozen }: FileTable, { office, heading }: OfficeBlock) {
  const beside = Array.from({ length: Math.max(1, frozen) }, () => null);
  const [nation, motto] = heading;
  const bold = { fontWeight: "bold" } as const;
  const row = (first: string | null, second: string) => [
    first === null ? null : { ...words(first), ...bold },
    ...beside.slice(1),
    { ...words(second), ...bold, height: PLAIN_HEIGHT },
  ];
  return [
    row(office, nation),
    row(null, motto),
    [{ ...words(title), ...bold, fontSize: 14, height: TITLE_HEIGHT, alignVertical: "center" as const }],
    [{ ...words(about), fontStyle: "italic" as const, height: PLAIN_HEIGHT }],
  ];
}

const LINE = { borderStyle: "thin", borderColor: "#8a94a0" } as const;
const HEAD = { ...LINE, fontWeight: "bold", wrap: true, align: "center", alignVertical: "center" } as const;
const HEAD_COLOUR = "#dde7f0";
/** Seen by those who tell red and green apart badly too; the words stand in a column of their own. */
const MISSED = { backgroundColor: "#fde2cf", fontWeight: "bold" } as const;

function headOf({ columns }: FileTable) {
  const height = rowHeight(
    columns.map(({ head }) => head),
    columns,
  );
  return columns.map(({ head }) => ({ ...HEAD, ...words(head), backgroundColor: HEAD_COLOUR, height }));
}

function rowOf(row: readonly TableCell[], { columns }: FileTable) {
  const height = rowHeight(row, columns);
  return row.map((cell) => ({ ...cellOf(cell), height }));
}

function cellOf(cell: TableCell) {
  if (cell === null) return LINE;
  if (typeof cell === "string")
    return {
      ...LINE,
      ...words(cell),
      wrap: true,
      align: "left" as const,
      indent: 1,
      alignVertical: "center" as const,
    };
  const { value, format, missed } = cell;
  return {
    ...LINE,
    value,
    type: Number,
    format,
    alignVertical: "center" as const,
    ...(missed ? MISSED : {}),
  };
}
