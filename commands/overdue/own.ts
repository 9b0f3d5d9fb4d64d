import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { typed } from "#commands/kit/typed.ts";
import { againOf, type OverdueSlots, owedAsked } from "#commands/overdue/asked.ts";
import { figureLine } from "#commands/parts/unit-lines.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { isMissing } from "#services/results/views.ts";

/**
 * A unit's own counts, where none of its units are listed with any; `lists`: they are listed with other figures. Rejects
 * with the Refusal "nothing-owed", or as a unit without figures does.
 */
export async function ownOverdue(
  slots: OverdueSlots,
  lists: boolean,
  context: AnswerContext,
): Promise<Reply> {
  const { services, t, asker } = context;
  const { scope } = slots;
  const wished = owedAsked(slots, services);
  const read = await services.results.unit(scope, slots.period, wished);
  if (isMissing(read) && lists) throw new Refusal("nothing-owed", { unit: scope, period: null });
  const view = expectFound(read, { what: "figures", unit: scope, t, again: againOf(slots, context) });
  const { period } = view;
  const phrase = unitPhrase(scope, services.units, asker.home);
  const all = { label: t.actions.allFigures, command: typed("/xa", phrase, period) };
  const figures = view.figures.filter(({ indicator }) => wished.includes(indicator));
  if (figures.length === 0) throw new Refusal("nothing-owed", { unit: scope, period }, [all]);
  return {
    text: lines(
      t.overdue.own({ unit: scope, period }),
      ...figures.map((figure) => figureLine(figure, view, t)),
      t.evidence.line(view.evidence),
    ),
    actions: [[all]],
    about: { command: "quahan", units: [scope.id], period, indicators: [], kind: "" },
  };
}
