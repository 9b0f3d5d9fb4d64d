import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { readOn } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import {
  endsLines,
  gapLines,
  moverLines,
  rankingTitle,
  targetLine,
  wholeLine,
} from "#commands/parts/ranking-lines.ts";
import { MOST_ROWS } from "#services/charts/layout/style.ts";
import { pageOf, rankChart } from "#services/charts/rank-spec.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import { named } from "#services/reply/named.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { isMissing, type RankingView } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

export const results: MessageKind<"results"> = {
  message: resultsMessage,
  isMadeAnew: false,
  asksDecision: false,
};

/** Chart and caption of exactly one version of a scope's results. */
async function resultsMessage({ services, t, recipe }: MessageContext<"results">): Promise<Reply> {
  const unitOf = unitLookup(services.units);
  const scope = unitOf(recipe.scope);
  const { period } = recipe;
  const view = await viewOf(recipe, scope, services);
  const facts = { view, unitOf, t };
  const page = pageOf(view.ranking.rows, 1);
  const name = t.files.name({ of: "xephang", units: [scope], period, evidence: view.evidence });
  const isDrawn = page.rows.length > 1 && page.rows.length <= MOST_ROWS;
  return {
    text: lines(
      rankingTitle(facts),
      ...endsLines(facts),
      ...moverLines(facts),
      wholeLine(facts),
      targetLine(facts),
      ...gapLines(facts),
      t.evidence.line(view.evidence),
    ),
    ...(isDrawn
      ? { picture: named(services.charts.picture(rankChart(view, page, unitOf, t.rank.chart)), name) }
      : {}),
    actions: [readOn(scope, period, services, t)],
  };
}

/** The areas of a scope; of one that lists departments alone, these. */
async function viewOf(
  { period, version }: Recipe<"results">,
  scope: Unit,
  { results }: Services,
): Promise<RankingView> {
  const wish = { kind: "exact", period } as const;
  for (const kind of ["areas", "departments"] as const) {
    const view = await results.ranking({ scope, kind, period: wish, indicators: [], version });
    if (!isMissing(view)) return view;
  }
  throw new Error(`version ${version} of ${scope.id} ${period} lists no units`);
}
