// npm run bench [name…]: measures ours beside peers or limits in one run, prints a table, writes data/bench.json. Exits
// with 1 when a line misses its aim.
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { benchAlerts } from "./alerts.ts";
import { benchAnswers } from "./answers.ts";
import type { Bench, BenchLine } from "./bench-line.ts";
import { benchTable } from "./bench-table.ts";
import { benchBroadcast } from "./broadcast.ts";
import { benchBroadcastCommands } from "./broadcast-commands.ts";
import { benchCharts } from "./charts.ts";
import { benchDaily } from "./daily.ts";
import { benchFiles } from "./files.ts";
import { benchHostile } from "./hostile.ts";
import { benchImport } from "./import.ts";
import { benchPictures } from "./pictures.ts";
import { benchRanking } from "./ranking.ts";
import { benchStartUp } from "./start-up.ts";
import { benchTextCommand } from "./text-command.ts";
import { benchUnitLookup } from "./unit-lookup.ts";

const BENCHES: Readonly<Record<string, Bench>> = {
  "start-up": benchStartUp,
  "text-command": benchTextCommand,
  answers: benchAnswers,
  charts: benchCharts,
  pictures: benchPictures,
  files: benchFiles,
  import: benchImport,
  hostile: benchHostile,
  daily: benchDaily,
  ranking: benchRanking,
  alerts: benchAlerts,
  broadcast: benchBroadcast,
  "broadcast-commands": benchBroadcastCommands,
  "unit-lookup": benchUnitLookup,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length === 0) await runBenches(asked);
else {
  console.error(`no bench named ${unknown.join(", ")}; there are: ${Object.keys(BENCHES).join(", ")}`);
  process.exitCode = 1;
}

async function runBenches(names: readonly string[]): Promise<void> {
  const lines: BenchLine[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.error(`measuring ${name}…`);
    lines.push(...(await bench()));
  }
  console.log(benchTable(lines));
  if (lines.some(({ met }) => !met)) process.exitCode = 1;
  await mkdir("data", { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? "", cores: cpus().length };
  const report = { at: new Date().toISOString(), machine, lines };
  await writeFile("data/bench.json", `${JSON.stringify(report, null, 2)}\n`);
}
