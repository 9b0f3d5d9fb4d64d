import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound, missingRefusal, type Sought } from "#commands/kit/expect-found.ts";
import { typed } from "#commands/kit/typed.ts";
import { supersededLine } from "#commands/parts/superseded.ts";
import { figureLine } from "#commands/parts/unit-lines.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { subjectOf, type UnitSlots } from "#commands/unit/asked.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { UnitFigure, UnitView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** What was asked of a unit, and nothing else; all of it is one press away. */
export async function someFigures(
  named: Unit,
  { indicators, period }: UnitSlots,
  { services, t, asker }: AnswerContext,
): Promise<Reply> {
  const phrase = unitPhrase(named, services.units, asker.home);
  const again = (...words: string[]): string => typed("/xa", phrase, ...words);
  const sought: Sought = { what: "figures", unit: named, t, again };
  const view = expectFound(await services.results.unit(named, period, indicators.flat()), sought);
  const found = figuresOf(view, indicators);
  const [first] = found;
  if (!first) {
    const held = view.figures.map(({ indicator }) => indicator);
    throw missingRefusal({ missing: "indicator", indicators: held }, sought);
  }
  const lost = indicators.filter((meant) => !found.some(({ indicator }) => meant.includes(indicator)));
  return {
    text: lines(
      t.unit.title({ unit: named, parent: view.parent, period: view.period }),
      supersededLine(view.evidence, t),
      view.lacking &&
        t.rank.earlierInstead({ lacking: view.lacking, shown: view.period, indicator: first.indicator }),
      ...found.map((figure) => figureLine(figure, view, t)),
      ...lost.flatMap(([indicator]) => (indicator ? [t.unit.noneOf({ indicator, unit: named })] : [])),
      t.evidence.line(view.evidence),
    ),
    actions: [
      [{ label: t.actions.allFigures, command: again(view.period) }],
      [{ label: t.actions.ranking, command: typed("/xephang", view.period, first.indicator.id) }],
    ].slice(0, named.parent === asker.home.id ? 2 : 1),
    about: subjectOf(
      view,
      [named],
      found.map(({ indicator }) => indicator),
    ),
  };
}

/** Everything held of what the words may mean, in the order asked: points and the rate behind them belong together. */
export function figuresOf(
  { figures }: UnitView,
  indicators: readonly (readonly Indicator[])[],
): readonly UnitFigure[] {
  const found = indicators.flatMap((meant) => figures.filter(({ indicator }) => meant.includes(indicator)));
  return [...new Set(found)];
}
