import type { Block } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";

type Row = readonly string[];

/** A sheet's lines as a letter has them: titles as paragraphs, tables between empty rows. */
export function sheetBlocks(grid: readonly Row[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: Row[] = [];
  for (const row of [...grid, []]) {
    if (row.some((cell) => cell !== "")) run.push(row);
    else {
      append(blocks, runBlocks(run));
      run = [];
    }
  }
  return blocks;
}

/** Rows without an empty one between them: what stands above the heads and below the last row is text. */
function runBlocks(run: readonly Row[]): readonly Block[] {
  const widest = Math.max(0, ...run.map(countOf));
  const least = widest >= 4 ? 3 : 2;
  const first = run.findIndex((row) => countOf(row) >= Math.min(least, Math.max(widest, 2)));
  if (first === -1) return run.map(paragraph);
  const last = run.findLastIndex((row) => countOf(row) >= 2);
  const table = withoutEmptyColumns(run.slice(first, last + 1));
  return [
    ...run.slice(0, first).map(paragraph),
    { type: "table", rows: table, collapses: false },
    ...run.slice(last + 1).map(paragraph),
  ];
}

const FIGURE = /^[-+]?[\d.,]+%?$/u;

/** How many things a row says: a head that covers three cells is one, the same figure three times is three. */
function countOf(row: Row): number {
  const words = new Set(row.filter((cell) => cell !== "" && !FIGURE.test(cell)));
  return words.size + row.filter((cell) => FIGURE.test(cell)).length;
}

function paragraph(row: Row): Block {
  return { type: "paragraph", text: [...new Set(row.filter((cell) => cell !== ""))].join("  ") };
}

function withoutEmptyColumns(rows: readonly Row[]): readonly Row[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const used = Array.from({ length: width }, (_, i) => i).filter((i) => rows.some((row) => row[i]));
  return rows.map((row) => used.map((i) => row[i] ?? ""));
}
