import type { Blob, Buffer } from "node:buffer";
import type Stream from "node:stream";
import type { Feature } from "write-excel-file/node";
import type { FileTable, TableCell } from "#commands/parts/table-file.ts";

/** Points of a line of text of 12, and around the lines of a row. */
const LINE = 15.75;
const AROUND = 3;

/** Points that a row needs to show its words whole: programs do not all reckon that when they open a file. */
export function rowHeight(cells: readonly (TableCell | undefined)[], columns: FileTable["columns"]): number {
  const lines = cells.map((cell, i) =>
    typeof cell === "string" ? linesOf(cell, columns[i]?.width ?? 0) : 1,
  );
  return Math.max(1, ...lines) * LINE + AROUND;
}

/** Lines of a text in a column as wide as so many digits. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const part of text.split("\n")) {
    // Beside words a little is left free.
    const room = width - 2;
    let used = room + 1;
    for (const word of part.split(" ")) {
      const isNew = used + 1 + word.length > room;
      if (isNew) lines += Math.max(1, Math.ceil(word.length / room));
      used = isNew ? word.length : used + 1 + word.length;
    }
  }
  return lines;
}

/** The sheets of a workbook: the heads of their tables stand in this row. */
export interface PrintedTables {
  readonly tables: readonly Pick<FileTable, "sheet" | "columns" | "rows">[];
  /** From 1 on. */
  readonly headRow: number;
}

/**
 * What the library does not write: heads with buttons to sort and filter by; printed on lying A4, all columns on one page,
 * the head on each. The order of elements is the schema's, which Excel insists on.
 */
export function printed({ tables, headRow }: PrintedTables): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => {
            const table = tables[sheetIndex];
            return table ? withPage(xml, rangeOf(table, headRow)) : xml;
          },
        },
        "xl/workbook.xml": {
          transform: (xml) =>
            xml.replace(/<definedNames\/>|<definedNames><\/definedNames>/u, names(tables, headRow)),
        },
      },
    },
  };
}

function withPage(xml: string, range: string): string {
  return xml
    .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`)
    .replace(/<pageSetup[^>]*\/>/u, `${MARGINS}${SETUP}`);
}

const MARGINS = '<pageMargins left="0.6" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
const SETUP = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

const rangeOf = ({ columns, rows }: Pick<FileTable, "columns" | "rows">, headRow: number): string =>
  `A${headRow}:${columnName(columns.length - 1)}${headRow + rows.length}`;

/** Rows that are printed on every page, and the ranges that are filtered. */
function names(tables: PrintedTables["tables"], headRow: number): string {
  const titles = tables.map(
    ({ sheet }, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted(sheet)}!$${headRow}:$${headRow}</definedName>`,
  );
  return `<definedNames>${titles.join("")}</definedNames>`;
}

/** A sheet's name as formulas write it. */
const quoted = (sheet: string): string =>
  `'${sheet.replaceAll("'", "''").replaceAll("&", "&amp;").replaceAll("<", "&lt;")}'`;

/** 0 → "A", 26 → "AA". */
function columnName(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
