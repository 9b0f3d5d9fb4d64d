// npm run bench:papers [letters]: how well and how fast papers are read, by format. Prints cells right, flagged and
// wrong, seconds a page and the most memory. Exits with 1 when a cell is wrong without being flagged.

import type { PapersLine } from "./papers-line.ts";
import { benchPdf } from "./pdf.ts";

/** Each format measures its own papers: the argument says how many letters to make. */
const FORMATS: Readonly<Record<string, (letters: number) => Promise<PapersLine>>> = {
  pdf: benchPdf,
};

const letters = Number(process.argv[2] ?? 40);
const lines: Record<string, object> = {};
for (const [format, bench] of Object.entries(FORMATS)) {
  const { pages, seconds, peakMb, right, flagged, wrong } = await bench(letters);
  for (const line of wrong.slice(0, 20)) console.error(`${format}: ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
  lines[format] = {
    "right %": ((100 * right) / (right + flagged + wrong.length)).toFixed(2),
    flagged,
    wrong: wrong.length,
    pages,
    "s/page": (seconds / pages).toFixed(3),
    "peak MB": peakMb,
  };
}
console.table(lines);
