import { type Attribution, attribute, type Headroom, headroomOf } from "#services/analysis/attribution.ts";
import { type DossierRule, dossierRule, type NoDossierRule } from "#services/analysis/dossiers.ts";
import { type RankSplit, splitRankChange } from "#services/analysis/rank-split.ts";
import { type Formula, formulasIn } from "#services/indicators/formulas.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { UnitFigure, UnitView } from "#services/results/views.ts";
import { subtract } from "#services/sheets/places.ts";
import type { RankedUnit, Ranking } from "#services/sheets/ranking.ts";

/** The unit one place up, and how far it is ahead in the indicator's measure. */
export interface NextAbove {
  readonly unit: string;
  readonly value: number;
  readonly rank: number;
  readonly gap: number;
}

/** Why a unit stands where it stands in one period, and what would move it. */
export interface Analysis {
  readonly view: UnitView;
  /** What it is ranked on: the total, else the first group held; null = neither is held. */
  readonly ranked: UnitFigure | null;
  readonly ranking: Ranking | null;
  readonly split: RankSplit | null;
  readonly attribution: Attribution | null;
  readonly headroom: readonly Headroom[];
  readonly next: NextAbove | null;
  /** Formulas that hold for the figures. */
  readonly rules: readonly DossierRule[];
  /** Groups of which nothing can be said in dossiers, and why. */
  readonly unruled: readonly { readonly group: Indicator; readonly reason: NoDossierRule }[];
}

/** Takes a unit's figures apart; reads nothing. */
export function analyse(view: UnitView): Analysis {
  const ranked = rankedOf(view);
  const ranking = (ranked && view.rankings.get(ranked.indicator.id)) ?? null;
  const headroom = headroomOf(view);
  const figures = new Map(
    view.figures.flatMap(({ indicator, observation }) =>
      observation.value === null ? [] : [[indicator.id, observation.value] as const],
    ),
  );
  const tried = headroom.map(({ indicator }) => ({
    group: indicator,
    found: formulasIn(indicator.id)
      .filter(isScored)
      .map((formula) => dossierRule(formula, figures, view.period)),
  }));
  return {
    view,
    ranked,
    ranking,
    split:
      ranked && ranking && !ranking.published
        ? splitRankChange(ranking, view.unit.id, ranked.indicator.direction)
        : null,
    attribution: attribute(view),
    headroom,
    next: ranked && ranking && !ranking.published ? nextAbove(ranking, view.unit.id) : null,
    rules: tried.flatMap(({ found }) => found.filter(isRule)),
    unruled: tried.flatMap(({ group, found }) =>
      found.some(isRule) ? [] : [{ group, reason: mostTelling(found.filter(isReason)) }],
    ),
  };
}

/** The unit right above one in a ranking; null = it is first, or not ranked. */
function nextAbove({ rows }: Ranking, unit: string): NextAbove | null {
  const own = rows.find((row) => row.unit === unit);
  const above = own && rows.findLast((row: RankedUnit) => row.rank < own.rank);
  if (!own || !above) return null;
  const gap = Math.abs(subtract(above.value, own.value));
  return { unit: above.unit, value: above.value, rank: above.rank, gap };
}

function rankedOf({ figures }: UnitView): UnitFigure | null {
  const points = figures.filter(
    ({ indicator, observation }) => indicator.measure === "points" && observation.value !== null,
  );
  return points.find(({ indicator }) => indicator.id === TOTAL) ?? points[0] ?? null;
}

const isScored = ({ max }: Formula): boolean => max !== 0;

const isRule = (found: DossierRule | NoDossierRule): found is DossierRule => typeof found !== "string";

const isReason = (found: DossierRule | NoDossierRule): found is NoDossierRule => typeof found === "string";

/** What could be put right comes before what nobody knows. */
const TELLING: readonly NoDossierRule[] = ["contradicted", "older-period", "no-counts"];

function mostTelling(reasons: readonly NoDossierRule[]): NoDossierRule {
  return TELLING.find((reason) => reasons.includes(reason)) ?? "no-formula";
}
