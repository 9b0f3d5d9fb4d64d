import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import Database from "libsql";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import { createUnits } from "#services/units/create-units.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import { atMost, type BenchLine, median } from "#test/bench/bench-line.ts";

const PERIOD = toPeriod("2026-08");
const INDICATORS = 25;
const RUNS = 7;

/** Storing a month of the country's communes, compared with what is stored before, beside bare inserts of the same rows. */
export async function benchImport(): Promise<BenchLine[]> {
  const drafts = countryDrafts();
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  const times: { readonly ours: number[]; readonly peer: number[] } = { ours: [], peer: [] };
  try {
    for (let run = 0; run < RUNS; run++) {
      times.peer.push(bareInserts(join(folder, `bare-${run}.db`), drafts));
      times.ours.push(await imported(join(folder, `ours-${run}.db`), drafts));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  const rows = drafts.reduce((count, { observations }) => count + observations.length, 0);
  return [
    atMost(3, {
      name: `import of 3,321 communes × ${INDICATORS} (${rows.toLocaleString("en")} rows) / bare inserts`,
      ours: median(times.ours),
      peer: median(times.peer),
      unit: "ms",
    }),
  ];
}

/** A sheet a province, a row a commune and indicator. */
function countryDrafts(): readonly SheetDraft[] {
  const units = createUnits();
  const indicators = createIndicators().all().slice(0, INDICATORS);
  const none = { issuer: null, number: null, date: null, title: null };
  const provinces = units.children(COUNTRY_ID).filter(({ validTo }) => validTo === null);
  return provinces.map(({ id: scope }): SheetDraft => {
    const said = { change: 0.25, rank: 3, of: 99, source: scope, asOf: "2026-09-01T08:00:00+07:00" };
    const communes = units
      .children(scope)
      .filter(({ kind, validTo }) => kind === "commune" && validTo === null);
    const observations = communes.flatMap(({ id: unit }, row) =>
      indicators.map(
        ({ id: indicator }, column): Observation => ({
          unit,
          indicator,
          value: ((row * 37 + column * 101) % 9_999) / 100,
          ...said,
        }),
      ),
    );
    const document = { id: scope, kind: "portal" as const, hash: scope, provisional: false, ...none };
    return { scope, period: PERIOD, observations, document, complete: true };
  });
}

async function imported(path: string, drafts: readonly SheetDraft[]): Promise<number> {
  const store = createSqliteStore({ path });
  const sheets = createSheets({ store });
  const start = performance.now();
  for (const draft of drafts) await sheets.compare(draft);
  const made = await sheets.publish(drafts);
  const spent = performance.now() - start;
  await store.close();
  if (made.length !== drafts.length) throw new Error("not every province was stored");
  return spent;
}

/** The same rows, a row an observation, in one transaction, into a table without an index. */
function bareInserts(path: string, drafts: readonly SheetDraft[]): number {
  const db = new Database(path);
  db.exec(
    "CREATE TABLE observations (scope TEXT, period TEXT, unit TEXT, indicator TEXT, value REAL, change REAL, rank INTEGER, outof INTEGER, source TEXT, asof TEXT)",
  );
  const insert = db.prepare("INSERT INTO observations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const start = performance.now();
  db.exec("BEGIN");
  for (const { scope, period, observations } of drafts) {
    for (const { unit, indicator, value, change, rank, of, source, asOf } of observations)
      insert.run(scope, period, unit, indicator, value, change, rank, of, source, asOf);
  }
  db.exec("COMMIT");
  const spent = performance.now() - start;
  db.close();
  return spent;
}
