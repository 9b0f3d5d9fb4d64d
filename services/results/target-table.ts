import type { Indicator } from "#services/indicators/indicator.ts";
import type { RankingView } from "#services/results/views.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import { subtract } from "#services/sheets/places.ts";
import { meets, type Target } from "#services/targets/target.ts";

/** One value held against its target. */
export interface TargetCell {
  readonly value: number;
  readonly target: Target;
  readonly isMet: boolean;
  /** How far a missed target is away, in the indicator's measure; 0 = met. */
  readonly gap: number;
  /** The same in % of the maximum: points of a percentage; null = a count has no maximum. */
  readonly share: number | null;
  /** Dossiers it rests on where these are too few to say much; null = enough, or not known. */
  readonly few: number | null;
}

export interface TargetColumn {
  readonly indicator: Indicator;
  /** null = units have targets of their own. */
  readonly target: Target | null;
  readonly met: number;
  /** Units with a value and a target. */
  readonly of: number;
  /** Ids of units without a value; of those that had nothing to measure. */
  readonly missing: readonly string[];
  readonly idle: readonly string[];
}

export interface TargetRow {
  readonly unit: string;
  /** One for each column; null = no value, or no target. */
  readonly cells: readonly (TargetCell | null)[];
  readonly missed: number;
  /** Cells that hold something. */
  readonly known: number;
}

export interface TargetTable {
  readonly columns: readonly TargetColumn[];
  /** Those that miss the most targets first, then by how much; what rests on a few dossiers brings nobody forward. */
  readonly rows: readonly TargetRow[];
}

/** Units × targets: `views` are rankings of one list, each on an indicator of which some unit has a target. */
export function targetTable(
  views: readonly RankingView[],
  targetsOf: (unit: string) => readonly Target[],
): TargetTable {
  const cells = views.map((view) => cellsOf(view, targetsOf));
  const units = new Set(views.flatMap(({ ranking }) => ranking.rows.map(({ unit }) => unit)));
  const rows = [...units].map((unit): TargetRow => {
    const own = cells.map((column) => column.get(unit) ?? null);
    const held = own.filter((cell) => cell !== null);
    return { unit, cells: own, missed: held.filter(({ isMet }) => !isMet).length, known: held.length };
  });
  return {
    columns: views.map(({ indicator, ranking }, i) => {
      const held = [...(cells[i]?.values() ?? [])];
      return {
        indicator,
        target: commonOf(held.map(({ target }) => target)),
        met: held.filter(({ isMet }) => isMet).length,
        of: held.length,
        missing: ranking.missing,
        idle: ranking.idle,
      };
    }),
    rows: rows
      .filter(({ known }) => known > 0)
      .sort((a, b) => missedOf(b) - missedOf(a) || shortOf(b) - shortOf(a) || b.missed - a.missed),
  };
}

function cellsOf(
  { indicator, ranking }: RankingView,
  targetsOf: (unit: string) => readonly Target[],
): ReadonlyMap<string, TargetCell> {
  const found = new Map<string, TargetCell>();
  for (const { unit, value, few } of ranking.rows) {
    const target = targetsOf(unit).find((one) => one.indicator === indicator.id);
    if (target) found.set(unit, { ...cellOf(value, target, indicator), few });
  }
  return found;
}

function cellOf(value: number, target: Target, { measure, max }: Indicator): Omit<TargetCell, "few"> {
  const isMet = meets(value, target);
  const gap = isMet ? 0 : Math.abs(subtract(target.value, value));
  const whole = measure === "rate" ? 100 : measure === "points" ? max : null;
  return { value, target, isMet, gap, share: whole === null ? null : (gap / whole) * 100 };
}

/** The one level that all have, whoever set it; null = there are several. */
function commonOf([first, ...others]: readonly Target[]): Target | null {
  if (!first) return null;
  return others.every(({ comparison, value }) => comparison === first.comparison && value === first.value)
    ? first
    : null;
}

/** Targets that it surely misses. */
const missedOf = (row: TargetRow): number => weightyCells(row).filter(({ isMet }) => !isMet).length;

const shortOf = (row: TargetRow): number =>
  weightyCells(row).reduce((sum, { share }) => sum + (share ?? 0), 0);

const weightyCells = ({ cells }: TargetRow): readonly TargetCell[] =>
  weighty(cells.filter((cell) => cell !== null));
