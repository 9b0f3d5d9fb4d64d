import type { BenchLine } from "./bench-line.ts";

const HEADER = ["name", "ours", "peer or limit", "unit", "ratio", "aim", "met"] as const;

/** The lines as a table of columns padded to their widest cell, figures to the right. */
export function benchTable(lines: readonly BenchLine[]): string {
  const rows = [HEADER, ...lines.map(cells)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cells(line: BenchLine): readonly string[] {
  const { name, ours, peer, unit, ratio, aim, met } = line;
  return [name, figure(ours), figure(peer), unit, figure(ratio), aim, met ? "yes" : "NO"];
}

function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return value.toPrecision(3);
}

function pad(cell: string, width: number, column: number): string {
  const isFigure = column === 1 || column === 2 || column === 4;
  return isFigure ? cell.padStart(width) : cell.padEnd(width);
}
