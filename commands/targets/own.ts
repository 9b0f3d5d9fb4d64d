import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { figureLine } from "#commands/parts/unit-lines.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { papersOf, type TargetsFound, type TargetsSlots } from "#commands/targets/asked.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/**
 * A unit's own figures against its targets, where none of its units have such figures; `lost`: targets of those units.
 * Rejects with the Refusal "no-targets-of", or as a unit without figures does.
 */
export async function ownTargets(
  slots: TargetsSlots,
  lost: TargetsFound["lost"],
  context: AnswerContext,
): Promise<Reply> {
  const { services, t, asker } = context;
  const { scope } = slots;
  const wished = slots.indicators.flat();
  const again = (...words: string[]): string =>
    typed("/chitieu", ...words, scopeWords(scope, asker.home, services));
  const view = expectFound(await services.results.unit(scope, slots.period, wished), {
    what: "figures",
    unit: scope,
    t,
    again,
  });
  const { period } = view;
  const all = {
    label: t.actions.allFigures,
    command: typed("/xa", unitPhrase(scope, services.units, asker.home), period),
  };
  const figures = view.figures.filter(
    ({ target, indicator }) => target !== null && (wished.length === 0 || wished.includes(indicator)),
  );
  if (figures.length + lost.length === 0) throw new Refusal("no-targets-of", { unit: scope, period }, [all]);
  const set = [...figures.flatMap(({ target }) => target ?? []), ...lost.map(({ target }) => target)];
  const papers = await papersOf(set, { scope, period }, services);
  return {
    text: lines(
      t.targets.own({ unit: scope, period }),
      ...figures.map((figure) => figureLine(figure, view, t)),
      papers.size > 0
        ? t.targets.papers([...papers.values()].map((paper) => t.evidence.document(paper, paper.period)))
        : null,
      lost.length > 0 ? t.targets.ofUnits(lost) : null,
      t.evidence.line(view.evidence),
    ),
    actions: [[all]],
    about: { command: "chitieu", units: [scope.id], period, indicators: [], kind: "" },
  };
}
