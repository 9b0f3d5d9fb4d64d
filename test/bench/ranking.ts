import { createIndicators } from "#services/indicators/indicators.ts";
import { type Period, previousPeriod, toPeriod } from "#services/periods/period.ts";
import type { RankingQuestion } from "#services/results/ranking-view.ts";
import { createResults } from "#services/results/results.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { createUnits } from "#services/units/create-units.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";
import { atMost, type BenchLine, median, within } from "#test/bench/bench-line.ts";

/** January 2026 begins a new basis: with one month stored or sixty, there is nothing to compare it with. */
const RANKED = toPeriod("2026-01");
const FIVE_YEARS = 60;
const INDICATORS = ["TOTAL", "CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH"];
/** A leader who asks is answered within a second. */
const ANSWER_MS = 1_000;
const RUNS = 51;
const WARM_UP = 10;

/** Ranking the country's 3,321 communes, composed of 34 provinces' sheets: what years of stored months add. */
export async function benchRanking(): Promise<BenchLine[]> {
  const units = createUnits();
  const [month, years] = [await fill(units, 1), await fill(units, FIVE_YEARS)];
  try {
    const warm = await alternate({ month: reader(month, units), years: reader(years, units) });
    const cold = await alternate({
      month: () => reader(month, units)(),
      years: () => reader(years, units)(),
    });
    return [
      atMost(1.1, {
        name: "ranking 3,321 communes, five years / one month stored",
        ours: warm.years,
        peer: warm.month,
        unit: "ms",
      }),
      within(ANSWER_MS, {
        name: "the same, five years, nothing in memory yet",
        ours: cold.years,
        unit: "ms",
      }),
    ];
  } finally {
    await month.close();
    await years.close();
  }
}

type Times = { readonly month: number; readonly years: number };

/** A process's results over a store, asked for the ranking. */
function reader(store: Store, units: Units): () => Promise<unknown> {
  const results = createResults({
    sheets: createSheets({ store }),
    units,
    indicators: createIndicators(),
    targetsOf: async () => [],
    today: () => "2026-02-10",
  });
  const scope = units.get(COUNTRY_ID) as Unit;
  const question: RankingQuestion = {
    scope,
    kind: "communes",
    period: { kind: "exact", period: RANKED },
    indicators: [],
  };
  return async () => {
    const view = await results.ranking(question);
    if ("missing" in view || view.ranking.rows.length !== 3_321)
      throw new Error("not every commune is ranked");
  };
}

/** A store of so many months, the ranked one last: a sheet a province, a row a commune and indicator. */
async function fill(units: Units, months: number): Promise<Store> {
  const store = await openStore("file::memory:");
  const sheets = createSheets({ store });
  const provinces = units.children(COUNTRY_ID).filter(({ validTo }) => validTo === null);
  let period: Period | null = RANKED;
  for (let stored = 0; stored < months && period; stored++) {
    const at = period;
    await sheets.publish(provinces.map(({ id }) => draft(units, id, at)));
    period = previousPeriod(at);
  }
  return store;
}

function draft(units: Units, scope: string, period: Period): SheetDraft {
  const source = `${scope}-${period}`;
  const said = { change: null, rank: null, of: null, source, asOf: null };
  const communes = units
    .children(scope)
    .filter(({ kind, validTo }) => kind === "commune" && validTo === null);
  const observations = communes.flatMap(({ id }) =>
    INDICATORS.map(
      (indicator): Observation => ({ unit: id, indicator, value: score(id, indicator, period), ...said }),
    ),
  );
  const none = { issuer: null, number: null, date: null, title: null };
  const document = { id: source, kind: "portal" as const, hash: source, provisional: false, ...none };
  return { scope, period, observations, document, complete: true };
}

/** Hundredths between 0 and 20, scattered, the same in every run. */
function score(...parts: readonly string[]): number {
  let mixed = 7;
  for (const letter of parts.join()) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return (mixed % 2_000) / 100;
}

/** Medians in milliseconds, in turn so that both share the machine's weather. */
async function alternate(works: Record<keyof Times, () => Promise<unknown>>): Promise<Times> {
  const times = { month: [] as number[], years: [] as number[] };
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const order = run % 2 === 0 ? (["month", "years"] as const) : (["years", "month"] as const);
    for (const name of order) {
      const start = performance.now();
      await works[name]();
      if (run >= WARM_UP) times[name].push(performance.now() - start);
    }
  }
  return { month: median(times.month), years: median(times.years) };
}
