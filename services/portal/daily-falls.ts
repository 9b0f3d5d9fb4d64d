import type { Indicators } from "#services/indicators/indicators.ts";
import type { Period } from "#services/periods/period.ts";
import type { HeldFigures, HeldSet } from "#services/portal/held-figures.ts";
import type { KnownUnits } from "#services/portal/known-units.ts";
import { figureOf } from "#services/portal/unit-figure.ts";
import { isFew } from "#services/sheets/few-dossiers.ts";
import { subtract } from "#services/sheets/places.ts";

/** How units of one place did from one taking of the running year to the next. */
export interface DailyFalls {
  readonly period: Period;
  /** The newest day held, ISO. */
  readonly day: string;
  /** ISO. */
  readonly fetchedAt: string;
  readonly units: readonly UnitFalls[];
}

export interface UnitFalls {
  readonly unit: string;
  /** Takings in a row, the newest the last, in which its figure fell. */
  readonly falls: number;
  /** The same a taking before; null = there is none. */
  readonly before: number | null;
}

export interface FallsQuestion {
  /** "VN", "H21". */
  readonly place: string;
  readonly period: Period;
  readonly indicator: string;
  /** What counts as a fall, points. */
  readonly by: number;
  /** No more are counted. */
  readonly most: number;
}

export interface DailyFallsOptions {
  readonly figures: HeldFigures;
  readonly known: KnownUnits;
  readonly indicators: Indicators;
}

/**
 * Counts falls over the takings that are held: a day that was not had is no taking, and ends no row of them. Units whose
 * figures rest on a few dossiers are left out. Null = nothing is held.
 */
export async function dailyFalls(
  { place, period, indicator, by, most }: FallsQuestion,
  { figures, known, indicators }: DailyFallsOptions,
): Promise<DailyFalls | null> {
  const sets = await figures.latest(place, period, { limit: most + 2 });
  const [newest] = sets;
  if (!newest) return null;
  const rows = sets.map(({ figures: { units } }) => new Map(units.map((row) => [row.code, row])));
  const units = newest.figures.units.flatMap((row): readonly UnitFalls[] => {
    const unit = known.idOf(place, row);
    if (unit === null || isFew(row.received)) return [];
    const values = rows.map((byCode) => figureOf(byCode.get(row.code) ?? null, indicator, indicators));
    const before = values.length < 3 ? null : fallsIn(values.slice(1), by, most);
    return [{ unit, falls: fallsIn(values, by, most), before }];
  });
  return { ...dayOf(newest), units };
}

const dayOf = ({ period, label, fetchedAt }: HeldSet) => ({ period, day: label, fetchedAt });

/** `values`: the newest first. */
function fallsIn(values: readonly (number | null)[], by: number, most: number): number {
  let falls = 0;
  for (const [i, older] of values.slice(1).entries()) {
    const newer = values[i] ?? null;
    if (falls === most || newer === null || older === null || subtract(older, newer) < by) break;
    falls += 1;
  }
  return falls;
}
