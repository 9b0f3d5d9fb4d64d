import type { Blob, Buffer } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import type { FileTable, TableCell } from "#commands/parts/table-file.ts";
import { sheetText } from "#services/text/sheet-text.ts";

export const WORKBOOK_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Who publishes, and the two lines that stand beside it. */
export interface OfficeBlock {
  readonly office: string | null;
  readonly heading: readonly [string, string];
}

/** Rows above the head of each table. */
const ROWS_ABOVE = 4;

/**
 * Tables as a workbook an office sends: its block and the title above each, a head that stays in sight and filters, no
 * merged cells, an empty cell where nothing is known. What falls short of its target is coloured.
 */
export async function tableWorkbook(tables: readonly FileTable[], block: OfficeBlock): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const sheets = tables.map((table) => ({
    data: [...rowsAbove(table, block), headOf(table), ...table.rows.map((row) => row.map(cellOf))],
    sheet: table.sheet,
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: ROWS_ABOVE + 1,
    stickyColumnsCount: table.frozen,
    orientation: "landscape" as const,
    showGridLines: false,
  }));
  const options = { fontFamily: "Times New Roman", fontSize: 12, features: [filtered(tables)] };
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
    { ...words(second), ...bold },
  ];
  return [
    row(office, nation),
    row(null, motto),
    [{ ...words(title), ...bold, fontSize: 14 }],
    [{ ...words(about), fontStyle: "italic" as const }],
  ];
}

const LINE = { borderStyle: "thin", borderColor: "#8a94a0" } as const;
const HEAD = { ...LINE, fontWeight: "bold", wrap: true, align: "center", alignVertical: "center" } as const;
const HEAD_COLOUR = "#dde7f0";
/** Seen by those who tell red and green apart badly too; the words stand in a column of their own. */
const MISSED = { backgroundColor: "#fde2cf", fontWeight: "bold" } as const;

const headOf = ({ columns }: FileTable) =>
  columns.map(({ head }) => ({ ...HEAD, ...words(head), backgroundColor: HEAD_COLOUR }));

function cellOf(cell: TableCell) {
  if (cell === null) return LINE;
  if (typeof cell === "string")
    return { ...LINE, ...words(cell), wrap: true, alignVertical: "center" as const };
  const { value, format, missed } = cell;
  return { ...LINE, value, type: Number, format, ...(missed ? MISSED : {}) };
}

/** The head of each table gets buttons to sort and filter its rows by. */
function filtered(tables: readonly FileTable[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => {
            const table = tables[sheetIndex];
            if (!table) return xml;
            const last = columnName(table.columns.length - 1);
            const range = `A${ROWS_ABOVE + 1}:${last}${ROWS_ABOVE + 1 + table.rows.length}`;
            return xml.replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}

/** 0 → "A", 26 → "AA". */
function columnName(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
