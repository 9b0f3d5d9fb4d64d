import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { figureLine } from "#commands/parts/unit-lines.ts";
import type { RankSlots } from "#commands/rank/asked.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { isMissing } from "#services/results/views.ts";

/** The scope's own figure, where none of its units has such a one; null = it has none either. */
export async function ownInstead(
  named: readonly Indicator[],
  { scope, period }: RankSlots,
  { services, t, asker }: AnswerContext,
): Promise<Reply | null> {
  if (named.length === 0) return null;
  const view = await services.results.unit(scope, period, named);
  if (isMissing(view)) return null;
  const figures = view.figures.filter(({ indicator }) => named.some(({ id }) => id === indicator.id));
  const [first] = figures;
  if (!first) return null;
  const where = scopeWords(scope, asker.home, services, view.period);
  return {
    text: lines(
      t.unit.title({ unit: scope, parent: view.parent, period: view.period }),
      t.rank.ownInstead({ scope, indicator: first.indicator, period: view.period }),
      ...figures.map((figure) => figureLine(figure, view, t)),
      t.evidence.line(view.evidence),
    ),
    actions: [[{ label: t.actions.summary, command: typed("/tonghop", view.period, where) }]],
    about: {
      command: "xephang",
      units: [scope.id],
      period: view.period,
      indicators: [first.indicator.id],
      kind: "",
    },
  };
}
