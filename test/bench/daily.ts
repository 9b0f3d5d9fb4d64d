import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIndicators } from "#services/indicators/indicators.ts";
import { addDays } from "#services/periods/calendar.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createDaily } from "#services/portal/daily.ts";
import type { UnitFigures } from "#services/portal/day-set.ts";
import { createHeldFigures, type HeldSet } from "#services/portal/held-figures.ts";
import { createKnownUnits } from "#services/portal/known-units.ts";
import { openStore } from "#services/store/open-store.ts";
import { createUnits } from "#services/units/create-units.ts";
import { type BenchLine, median, within } from "#test/bench/bench-line.ts";
import { madeCountry, receivedOf, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";

const PLACE = "H21";
const YEAR = toPeriod("2026");
const LAST = "2026-12-30";
const DAYS = 364;
const USUAL_DAYS = 30;
const RUNS = 21;
/** A leader who asks is answered within a second; a year of a province's days takes a part of a disk that nobody notices. */
const ANSWER_MS = 1_000;
const MOST_MB = 20;

/** A year of daily observations of a province's 149 units: what they take on disk, and how long /dienbien reads. */
export async function benchDaily(): Promise<BenchLine[]> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  const path = join(folder, "bot.db");
  const store = await openStore(`file:${path}`);
  const units = createUnits();
  const figures = createHeldFigures({ store, nameOf: (code) => units.byPortalCode(code)?.name });
  const daily = createDaily({
    ...{ figures, units, known: createKnownUnits(units), indicators: createIndicators() },
    province: async () => units.byPortalCode(PLACE) ?? null,
    today: () => addDays(LAST, 1),
  });
  try {
    for (let day = 0; day < DAYS; day++)
      await store.commit(figures.adding(PLACE, setOf(addDays(LAST, -day))));
    const unit = units.byPortalCode("H21.106");
    if (!unit) throw new Error("no such unit");
    const timed = async (days: number): Promise<number> => {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const start = performance.now();
        const series = await daily.series(unit, "TOTAL", days);
        if (series?.points.length !== days) throw new Error("a day is missing");
        times.push(performance.now() - start);
      }
      return median(times);
    };
    const name = "/dienbien of a commune, a year of days stored";
    return [
      within(ANSWER_MS, { name: `${name}: ${USUAL_DAYS} days`, ours: await timed(USUAL_DAYS), unit: "ms" }),
      within(ANSWER_MS, { name: `${name}: all of them`, ours: await timed(DAYS), unit: "ms" }),
      within(MOST_MB, { name: "a year of days of 149 units on disk", ours: await sizeOf(path), unit: "MB" }),
    ];
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function setOf(label: string): HeldSet {
  const province = madeCountry.find(({ code }) => code === PLACE);
  if (!province) throw new Error("no such province");
  const rowOf = ({ code, name }: { readonly code: string; readonly name: string }): UnitFigures => {
    const groups = scoresOf(code, YEAR, label);
    return { code, name, total: totalOf(groups), groups, received: receivedOf(code, label) };
  };
  const set = { own: rowOf(province), units: province.units.map(rowOf) };
  return {
    period: YEAR,
    label,
    figures: set,
    closed: false,
    fetchedAt: `${label}T00:00:00Z`,
    hashes: [label],
  };
}

/** With what is not yet written back into the file, MB. */
async function sizeOf(path: string): Promise<number> {
  const sizes = await Promise.all(
    [path, `${path}-wal`].map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024 ** 2;
}
