import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIndicators } from "#services/indicators/indicators.ts";
import { addDays } from "#services/periods/calendar.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createDaily } from "#services/portal/daily.ts";
import type { UnitFigures } from "#services/portal/day-set.ts";
import { createHeldFigures, type HeldFigures, type HeldSet } from "#services/portal/held-figures.ts";
import { createKnownUnits } from "#services/portal/known-units.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { createUnits } from "#services/units/create-units.ts";
import { atMost, type BenchLine, median, within } from "#test/bench/bench-line.ts";
import { madeCountry, receivedOf, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { startBot } from "#test/support/start-bot.ts";

const PLACE = "H21";
const YEAR = toPeriod("2026");
const LAST = "2026-12-30";
const DAYS = 364;
const USUAL_DAYS = 30;
const RUNS = 21;
/** Processor time of one answer; a year of a province's days takes a part of a disk that nobody notices. */
const ANSWER_MS = 300;
const MOST_MB = 20;

/** Of the months' own answers, whose figures lie beside the days. */
const MOST_SLOWER = 1.1;
const ANSWERS = 151;
const WARM_UP = 20;

/**
 * A year of daily observations of a province's 149 units: what they take on disk, how long /dienbien reads, and whether
 * answers from published months are as fast with them as without.
 */
export async function benchDaily(): Promise<BenchLine[]> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  const path = join(folder, "bot.db");
  const store = await openStore(`file:${path}`);
  const units = createUnits();
  const figuresOver = (over: Store): HeldFigures =>
    createHeldFigures({ store: over, nameOf: (code) => units.byPortalCode(code)?.name });
  const figures = figuresOver(store);
  const daily = createDaily({
    ...{ figures, units, known: createKnownUnits(units), indicators: createIndicators() },
    province: async () => units.byPortalCode(PLACE) ?? null,
    today: () => addDays(LAST, 1),
  });
  try {
    await putYear(store, figures);
    const unit = units.byPortalCode("H21.106");
    if (!unit) throw new Error("no such unit");
    const timed = async (days: number): Promise<number> => {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const start = process.cpuUsage();
        const series = await daily.series(unit, "TOTAL", days);
        if (series?.points.length !== days) throw new Error("a day is missing");
        const { user, system } = process.cpuUsage(start);
        times.push((user + system) / 1_000);
      }
      return median(times);
    };
    const name = "/dienbien of a commune, a year of days stored, processor time";
    return [
      within(ANSWER_MS, { name: `${name}: ${USUAL_DAYS} days`, ours: await timed(USUAL_DAYS), unit: "ms" }),
      within(ANSWER_MS, { name: `${name}: all of them`, ours: await timed(DAYS), unit: "ms" }),
      within(MOST_MB, { name: "a year of days of 149 units on disk", ours: await sizeOf(path), unit: "MB" }),
      ...(await besideMonths(figuresOver)),
    ];
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function putYear(store: Store, figures: HeldFigures): Promise<void> {
  for (let day = 0; day < DAYS; day++) await store.commit(figures.adding(PLACE, setOf(addDays(LAST, -day))));
}

/** The same questions of two whole bots over the sample's months, one of which holds the days too. */
async function besideMonths(figuresOver: (store: Store) => HeldFigures): Promise<readonly BenchLine[]> {
  const [plain, beside] = [await startBot(), await startBot()];
  try {
    await putYear(beside.store, figuresOver(beside.store));
    const asked = async (name: string, text: string): Promise<BenchLine> => {
      const { ours, peer } = await inTurn({ ours: () => beside.say(text), peer: () => plain.say(text) });
      return atMost(MOST_SLOWER, { name: `${name}, a year of days stored / none`, ours, peer, unit: "ms" });
    };
    return [
      await asked("ranking", "/xephang 2026-02 tỉnh Gia Lai"),
      await asked("a text command", "/xa Cương Chính"),
    ];
  } finally {
    await plain.stop();
    await beside.stop();
  }
}

type Pair<T> = Readonly<Record<"ours" | "peer", T>>;

/** Medians in ms, asked in turn so that both share the machine's weather. */
async function inTurn(works: Pair<() => Promise<unknown>>): Promise<Pair<number>> {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let run = 0; run < WARM_UP + ANSWERS; run++) {
    for (const name of run % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const)) {
      const start = performance.now();
      await works[name]();
      if (run >= WARM_UP) times[name].push(performance.now() - start);
    }
  }
  return { ours: median(times.ours), peer: median(times.peer) };
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
