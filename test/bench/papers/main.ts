// npm run bench:papers -- [--letters 40] [--seed 20000] [--only pdf,photos]: how well and how fast papers are read, by
// format, on letters of an office and on made ones. Exits with 1 when a line misses its aim.
import { fork } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { type Aim, FORMATS } from "./formats.ts";
import type { PapersLine } from "./papers-line.ts";
import type { Score } from "./score.ts";

const { values } = parseArgs({
  options: {
    letters: { type: "string", default: "40" },
    seed: { type: "string", default: "20000" },
    only: { type: "string", default: Object.keys(FORMATS).join() },
  },
});

const MOST_SHOWN = 20;
const rows: Record<string, object> = {};
for (const [name, { aim }] of Object.entries(FORMATS)) {
  if (!values.only.split(",").includes(name)) continue;
  const line = await measured(name);
  const wrong = [...line.figures.wrong, ...line.names.wrong];
  for (const cell of wrong.slice(0, MOST_SHOWN)) console.error(`${name}: ${cell}`);
  const isMet = meets(line, aim);
  if (!isMet) process.exitCode = 1;
  rows[name] = {
    figures: cellsIn(line.figures),
    "right %": taken(line.figures).toFixed(2),
    flagged: line.figures.flagged,
    "refused %": refused(line.figures).toFixed(1),
    wrong: line.figures.wrong.length,
    "names %": taken(line.names).toFixed(2),
    aim: `≥ ${aim.figures} %, names ≥ ${aim.names} %, refused ≤ ${aim.refused} %, 0 wrong`,
    met: isMet ? "yes" : "NO",
    pages: line.pages,
    "s/page": (line.seconds / line.pages).toFixed(3),
    "peak MB": Math.round(line.peakMb),
  };
}
console.table(rows);

async function measured(format: string): Promise<PapersLine> {
  const child = fork("test/bench/papers/measure.ts", [format, values.letters, values.seed], {
    execArgv: ["--import", "tsx"],
  });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`${format}: the process that read ended with ${code}`);
  });
  const [line] = await Promise.race([once(child, "message"), failed]);
  return line;
}

function meets({ figures, names }: PapersLine, aim: Aim): boolean {
  return (
    figures.wrong.length === 0 &&
    taken(figures) >= aim.figures &&
    taken(names) >= aim.names &&
    refused(figures) <= aim.refused
  );
}

function cellsIn({ right, flagged, refused, wrong }: Score): number {
  return right + flagged + refused + wrong.length;
}

/** Percent of the cells that were not refused. */
function taken(score: Score): number {
  return (100 * score.right) / Math.max(1, cellsIn(score) - score.refused);
}

function refused(score: Score): number {
  return (100 * score.refused) / Math.max(1, cellsIn(score));
}
