import type { AnswerContext } from "#commands/define-command.ts";
import { typed } from "#commands/kit/typed.ts";
import { supersededLine } from "#commands/parts/superseded.ts";
import { figureLine } from "#commands/parts/unit-lines.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { subjectOf, type UnitSlots } from "#commands/unit/asked.ts";
import { figuresOf } from "#commands/unit/some-figures.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { isMissing, type UnitFigure, type UnitView } from "#services/results/views.ts";

/** Units answered in one message; the others are named as left out. */
const MOST_AT_ONCE = 5;

/** Each unit by its total, or the figures asked for; each card is one press away. */
export async function severalUnits(slots: UnitSlots, context: AnswerContext): Promise<Reply> {
  const { services, t, asker } = context;
  const shown = slots.units.slice(0, MOST_AT_ONCE);
  const left = slots.units.slice(MOST_AT_ONCE);
  const wished = slots.indicators.flat();
  const views = await Promise.all(shown.map((unit) => services.results.unit(unit, slots.period, wished)));
  const said = views.flatMap((view, i): readonly (TextPart | null)[] => {
    const unit = shown[i];
    if (!unit) return [];
    const gap = i > 0 ? [""] : [];
    if (isMissing(view)) return [...gap, t.unit.nothing({ unit, period: view.wished ?? null })];
    return [...gap, ...unitLines(view, slots, context)];
  });
  const last = views.findLast((view) => !isMissing(view));
  return {
    text: lines(...said, left.length > 0 && t.chat.unused(left.map(t.figures.unit))),
    actions: shown.map((unit) => {
      const phrase = unitPhrase(unit, services.units, asker.home);
      const period = last && !isMissing(last) ? last.period : null;
      return [{ label: t.actions.unit(unit), command: typed("/xa", phrase, period) }];
    }),
    ...(last && !isMissing(last)
      ? {
          about: subjectOf(
            last,
            shown,
            last.figures.filter(isIn(slots)).map(({ indicator }) => indicator),
          ),
        }
      : {}),
  };
}

function unitLines(view: UnitView, slots: UnitSlots, { t }: AnswerContext): readonly (TextPart | null)[] {
  const { unit, parent, period } = view;
  const figures = figuresOf(view, slots.indicators);
  const usual = slots.indicators.length > 0 ? [] : usualFigures(view);
  const [asked] = slots.indicators.flat();
  return [
    t.unit.title({ unit, parent, period }),
    supersededLine(view.evidence, t),
    ...[...figures, ...usual].map((figure) => figureLine(figure, view, t)),
    figures.length === 0 && asked ? t.unit.noneOf({ indicator: asked, unit }) : null,
    t.evidence.line(view.evidence),
  ];
}

/** The total, and what misses its target; without a total everything. */
function usualFigures({ figures }: UnitView): readonly UnitFigure[] {
  const told = figures.filter(
    ({ indicator, meetsTarget }) => indicator.id === TOTAL || meetsTarget === false,
  );
  return told.some(({ indicator }) => indicator.id === TOTAL) ? told : figures;
}

const isIn =
  ({ indicators }: UnitSlots) =>
  ({ indicator }: UnitFigure): boolean =>
    indicators.flat().includes(indicator);
