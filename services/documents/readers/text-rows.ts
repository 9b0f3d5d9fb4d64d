type Rows = readonly (readonly string[])[];

interface Separator {
  readonly cells: (line: string) => readonly string[] | null;
  /** Lines needed before it is believed. */
  readonly least: number;
  /** An empty cell leaves no trace. */
  readonly collapses: boolean;
}

/** Tabs, pipes, and columns set apart by several spaces. */
const SEPARATORS: readonly Separator[] = [
  {
    cells: (line) => (line.includes("\t") ? line.split("\t").map(trimmed) : null),
    least: 2,
    collapses: false,
  },
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

/** The table that begins at line `start`, and the line after it; null when none does. */
export function rowsOf(lines: readonly string[], start: number): TextTable | null {
  for (const { cells, least, collapses } of SEPARATORS) {
    const rows: (readonly string[])[] = [];
    let next = start;
    for (; next < lines.length; next += 1) {
      const row = cells(lines[next] ?? "");
      if (!row) break;
      if (row.some((cell) => cell !== "" && !/^:?-{2,}:?$/u.test(cell))) rows.push(row);
    }
    if (rows.length >= least) return { rows, next, collapses };
  }
  return null;
}

function trimmed(cell: string): string {
  return cell.trim();
}

function pipeCells(line: string): readonly string[] | null {
  if (!line.includes("|")) return null;
  const cells = line
    .replace(/^\s*\|/u, "")
    .replace(/\|\s*$/u, "")
    .split("|")
    .map(trimmed);
  return cells.length >= 2 || /\|\s*$/u.test(line) ? cells : null;
}

function spacedCells(line: string): readonly string[] | null {
  const cells = line.trim().split(/\s{2,}/u);
  return cells.length >= 3 ? cells : null;
}
