import type { Catalog } from "#locales/catalog.ts";
import { type Formula, formulasIn } from "#services/indicators/formulas.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { TextPart } from "#services/reply/text.ts";

/** What the portal counted as one group until 2025. */
const OLDER_PARTS = ["CLGQ", "TTTT"];

type Card = readonly (TextPart | null)[];

/** The groups and their maxima. */
export function indexCard(indicators: Indicators, t: Catalog): Card {
  const groups = indicators.all().filter(({ id, group }) => id === group);
  const parts = groups.map((group) => t.formula.group({ group, components: formulasIn(group.id).length }));
  return [t.formula.index, ...parts, t.formula.how];
}

/** A group's components, each with what it is worth; the only one of them that is scored in full. */
export function groupCard(group: Indicator, indicators: Indicators, t: Catalog): Card {
  const formulas = formulasIn(group.id);
  const scored = formulas.filter(({ max }) => max !== 0);
  const [only] = scored;
  const title = t.formula.title({ indicator: group, code: null });
  if (formulas.length === 0)
    return [title, t.formula.older(OLDER_PARTS.flatMap((id) => indicators.get(id) ?? []))];
  return [
    title,
    t.formula.components({ max: group.max ?? 0, count: formulas.length }),
    ...formulas.flatMap((formula) => {
      const indicator = indicators.get(formula.indicator);
      return indicator ? [t.formula.component({ indicator, formula })] : [];
    }),
    ...(only && scored.length === 1 ? detailsOf(only, t) : sharedDoubt(scored, t)),
  ];
}

/** One component: what it is worth, the rate, how it becomes points, what counts, what is not certain. */
export function componentCard(formula: Formula, indicators: Indicators, t: Catalog): Card {
  const [indicator, group] = [indicators.get(formula.indicator), indicators.get(formula.group)];
  if (!indicator || !group) return [];
  return [
    t.formula.title({ indicator, code: formula.code }),
    t.formula.most({ group, max: formula.max }),
    ...detailsOf(formula, t),
  ];
}

/** Something counted. */
export function unscoredCard(indicator: Indicator, indicators: Indicators, t: Catalog): Card {
  const group = indicator.group === null ? null : (indicators.get(indicator.group) ?? null);
  return [t.formula.unscored({ indicator, group })];
}

/** What a group is made of. */
export const componentsOf = (group: Indicator, indicators: Indicators): readonly Indicator[] =>
  formulasIn(group.id).flatMap(({ indicator }) => indicators.get(indicator) ?? []);

function detailsOf(formula: Formula, t: Catalog): Card {
  return [
    t.formula.ratio(formula),
    t.formula.points(formula),
    ...t.formula.rules(formula),
    t.formula.doubt(formula),
  ];
}

/** A doubt that all of them have is said once. */
function sharedDoubt(formulas: readonly Formula[], t: Catalog): Card {
  const doubts = new Set(formulas.map((formula) => t.formula.doubt(formula)));
  return doubts.size === 1 ? [...doubts] : [];
}
