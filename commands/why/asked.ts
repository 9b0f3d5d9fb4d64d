import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { typed } from "#commands/kit/typed.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { type Analysis, analyse } from "#services/analysis/analysis.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { isMissing } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** A unit's place in a longer list than its own. */
export interface WiderPlace {
  readonly scope: Unit;
  readonly indicator: string;
  readonly rank: number;
  readonly of: number;
}

export interface Asked {
  readonly analysis: Analysis;
  readonly wider: readonly WiderPlace[];
}

/** Rejects with the Refusal of a unit that has nothing to show. */
export async function readWhy(unit: Unit, wish: PeriodWish | null, context: AnswerContext): Promise<Asked> {
  const { services, t, asker } = context;
  const phrase = unitPhrase(unit, services.units, asker.home);
  const again = (word: string): string => typed("/visao", phrase, word);
  const read = await services.results.unit(unit, wish);
  const view = expectFound(read, { what: "figures", unit, t, again });
  const analysis = analyse(view);
  const placed = [
    ...(analysis.ranked ? [analysis.ranked.indicator] : []),
    ...analysis.headroom.map(({ indicator }) => indicator),
  ];
  return { analysis, wider: await widerPlaces(analysis, [...new Set(placed)], context) };
}

/** Among all communes of the provinces and of the country, where more of them are held than the unit's own list has. */
async function widerPlaces(
  { view }: Analysis,
  indicators: readonly Indicator[],
  { services }: AnswerContext,
): Promise<readonly WiderPlace[]> {
  if (view.unit.kind !== "commune") return [];
  const period = { kind: "exact", period: view.period } as const;
  const places = services.units.ancestors(view.parent.id).flatMap((scope) =>
    indicators.map(async (indicator): Promise<readonly WiderPlace[]> => {
      const list = await services.results.ranking({
        scope,
        kind: "communes",
        period,
        indicators: [indicator],
      });
      if (isMissing(list)) return [];
      const { rows, published } = list.ranking;
      const own = rows.find((row) => row.unit === view.unit.id);
      const isWider = rows.length > (view.rankings.get(indicator.id)?.rows.length ?? 0);
      return own && isWider && !published
        ? [{ scope, indicator: indicator.id, rank: own.rank, of: rows.length }]
        : [];
    }),
  );
  return (await Promise.all(places)).flat();
}
