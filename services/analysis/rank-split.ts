import type { Direction } from "#services/indicators/indicator.ts";
import { better } from "#services/sheets/places.ts";
import type { RankedUnit, Ranking } from "#services/sheets/ranking.ts";

/** Places gained (+) or lost (−) since the period before, among the units that both lists have. */
export interface RankSplit {
  readonly before: number;
  readonly now: number;
  /** Where it would stand with its new figure had the others kept their old ones. */
  readonly alone: number;
  /** By its own change: before − alone. */
  readonly byOwn: number;
  /** By the others' changes: alone − now. The two make up the whole move. */
  readonly byOthers: number;
  /** Ids of units that were behind and are ahead now, in the order of the list. */
  readonly overtakers: readonly string[];
  /** Ids of units that were ahead and are behind now. */
  readonly overtaken: readonly string[];
}

type Compared = RankedUnit & {
  readonly previousValue: number;
  readonly previousRank: number;
  readonly comparedRank: number;
};

/** Splits a unit's move in two; null = its places now and before cannot be set against each other. */
export function splitRankChange({ rows }: Ranking, unit: string, direction: Direction): RankSplit | null {
  const compared = rows.filter(isCompared);
  const own = compared.find((row) => row.unit === unit);
  if (!own) return null;
  const others = compared.filter((row) => row !== own);
  const isAhead = (other: number, mine: number): boolean => better(other, mine, direction) > 0;
  const alone = 1 + others.filter(({ previousValue }) => isAhead(previousValue, own.value)).length;
  const [before, now] = [own.previousRank, own.comparedRank];
  const wasAhead = (row: Compared): boolean => isAhead(row.previousValue, own.previousValue);
  const stands = (row: Compared): boolean => isAhead(row.value, own.value);
  return {
    before,
    now,
    alone,
    byOwn: before - alone,
    byOthers: alone - now,
    overtakers: others.filter((row) => stands(row) && !wasAhead(row)).map((row) => row.unit),
    overtaken: others.filter((row) => wasAhead(row) && !stands(row)).map((row) => row.unit),
  };
}

const isCompared = (row: RankedUnit): row is Compared =>
  row.previousValue !== null && row.previousRank !== null && row.comparedRank !== null;
