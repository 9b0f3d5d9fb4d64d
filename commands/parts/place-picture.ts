import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { placeChart } from "#services/charts/place-spec.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { RankChart } from "#services/reply/chart.ts";
import { isMissing, type UnitView } from "#services/results/views.ts";

/** A unit of which little but its total is held, among those beside it; null = it has no place in a list. */
export async function placePicture(
  { unit, parent, period, rankings }: UnitView,
  { services, t }: Pick<AnswerContext, "services" | "t">,
): Promise<RankChart | null> {
  const total = services.indicators.get(TOTAL);
  if (!total || !rankings.get(TOTAL)?.rows.some((row) => row.unit === unit.id)) return null;
  const list = await services.results.ranking({
    scope: parent,
    kind: unit.kind === "department" ? "departments" : "areas",
    period: { kind: "exact", period },
    indicators: [total],
  });
  if (isMissing(list)) return null;
  const unitOf = unitLookup(services.units);
  return placeChart(list, unit, { unitOf, words: t.unit.place, ranked: t.rank.chart });
}
