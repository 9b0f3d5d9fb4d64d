import { isCsv } from "#services/documents/readers/csv.ts";
import { withoutNoise } from "#services/documents/readers/number-text.ts";
import { delimitedCells, unquoted } from "#services/text/delimited.ts";

type Rows = readonly (readonly string[])[];

interface Separator {
  readonly cells: (line: string) => readonly string[] | null;
  /** Lines needed before it is believed. */
  readonly least: number;
  /** What else they must be. */
  readonly isTable?: (rows: Rows) => boolean;
  /** An empty cell leaves no trace. */
  readonly collapses: boolean;
}

/** Tabs, pipes, and columns set apart by several spaces. */
const SEPARATORS: readonly Separator[] = [
  {
    cells: (line) => (line.includes("\t") ? line.split("\t").map(unquoted).map(withoutNoise) : null),
    least: 2,
    collapses: false,
  },
  { cells: (line) => valuesOf(line, ";"), least: 2, isTable: isCsv, collapses: false },
  { cells: (line) => valuesOf(line, ","), least: 3, isTable: isCsv, collapses: false },
  { cells: pipeCells, least: 1, collapses: false },
  { cells: spacedCells, least: 3, collapses: true },
];

export interface TextTable {
  readonly rows: Rows;
  /** The line after it. */
  readonly next: number;
  /** Empty cells leave no trace in it. */
  readonly collapses: boolean;
}

/** Asked line by line, in order: the table that begins there, null when none does. */
export function tableFinder(lines: readonly string[]): (start: number) => TextTable | null {
  // Behind each separator, the line up to which no table of it begins: no line is looked at twice.
  const searched = SEPARATORS.map(() => 0);
  return (start) => {
    for (const [i, separator] of SEPARATORS.entries()) {
      if (start < (searched[i] ?? 0)) continue;
      const table = tableFrom(lines, start, separator);
      if (table.rows.length >= separator.least && (separator.isTable?.(table.rows) ?? true)) return table;
      searched[i] = table.next;
    }
    return null;
  };
}

function tableFrom(lines: readonly string[], start: number, { cells, collapses }: Separator): TextTable {
  const rows: (readonly string[])[] = [];
  let next = start;
  for (; next < lines.length; next += 1) {
    const row = cells(lines[next] ?? "");
    if (!row) break;
    if (row.some((cell) => cell !== "" && !/^:?-{2,}:?$/u.test(cell))) rows.push(row);
  }
  return { rows, next, collapses };
}

const valuesOf = (line: string, mark: "," | ";"): readonly string[] | null =>
  delimitedCells(line, mark)?.map(withoutNoise) ?? null;

function trimmed(cell: string): string {
  return cell.trim();
}

function pipeCells(line: string): readonly string[] | null {
  if (!line.includes("|")) return null;
  const framed = line.trim();
  const isClosed = framed.endsWith("|");
  const cells = framed
    .slice(framed.startsWith("|") ? 1 : 0, isClosed && framed.length > 1 ? -1 : undefined)
    .split("|")
    .map(trimmed);
  return cells.length >= 2 || isClosed ? cells : null;
}

function spacedCells(line: string): readonly string[] | null {
  const cells = line.trim().split(/\s{2,}/u);
  return cells.length >= 3 ? cells : null;
}
