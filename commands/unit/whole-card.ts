import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { placePicture } from "#commands/parts/place-picture.ts";
import { stamped, supersededLine } from "#commands/parts/superseded.ts";
import { figureLine, lostLine, placeOf, trendLine } from "#commands/parts/unit-lines.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { subjectOf, type UnitSlots } from "#commands/unit/asked.ts";
import { profileChart } from "#services/charts/profile-spec.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { UnitView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** All figures of a unit, with its picture. */
export async function wholeCard(named: Unit, slots: UnitSlots, context: AnswerContext): Promise<Reply> {
  const { services, t, asker } = context;
  const phrase = unitPhrase(named, services.units, asker.home);
  const again = (word: string): string => typed("/xa", phrase, word);
  const read = await services.results.unit(named, slots.period);
  const view = expectFound(read, { what: "figures", unit: named, t, again });

  const chart = profileChart(view, t.unit.chart) ?? (await placePicture(view, context));
  const successors = named.successors.flatMap((id) => services.units.get(id) ?? []);
  const periods = [view.neighbours.older, view.neighbours.newer].flatMap((period) =>
    period ? [{ label: t.actions.period(period), command: again(period) }] : [],
  );
  const isUnplaced = slots.place && view.figures.every((figure) => placeOf(figure, view, t) === null);
  return {
    text: lines(
      t.unit.title({ unit: named, parent: view.parent, period: view.period }),
      supersededLine(view.evidence, t),
      isUnplaced && t.unit.noPlace(named),
      ...view.figures.map((figure) => figureLine(figure, view, t)),
      lostLine(view, t),
      trendLine(view, t),
      successors.length > 0 && t.unit.successors(successors.map(t.figures.unit).join(", ")),
      t.evidence.line(view.evidence),
    ),
    ...(chart ? { picture: services.charts.picture(stamped(chart, view.evidence, t)) } : {}),
    actions: [
      [...periods, { label: t.why.actions.why, command: typed("/visao", phrase, view.period) }],
      listActions(view, context),
    ],
    about: subjectOf(view, [named]),
  };
}

/** The list the unit stands in, and where its figures come from. */
function listActions(
  { unit: named, parent, period }: UnitView,
  { services, t, asker }: AnswerContext,
): Action[] {
  const where = scopeWords(parent, asker.home, services, period);
  const kind = named.kind === "department" ? "sở" : "";
  const hasUnits = named.kind === "province" || named.kind === "district";
  const own = scopeWords(named, asker.home, services, period);
  return [
    ...(hasUnits ? [{ label: t.actions.summary, command: typed("/tonghop", period, own) }] : []),
    { label: t.actions.ranking, command: typed("/xephang", period, kind, where) },
    { label: t.actions.sources, command: typed("/nguon", period, where) },
  ];
}
