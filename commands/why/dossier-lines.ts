import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Analysis } from "#services/analysis/analysis.ts";
import {
  type DossierRule,
  dossiersFor,
  dossiersForRate,
  gainOf,
  type NoDossierRule,
} from "#services/analysis/dossiers.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { UnitFigure } from "#services/results/views.ts";

type Lines = readonly (TextPart | null | false)[];

/** Round numbers of dossiers; the first whose points say something with two decimals is told. */
const LOTS = [1, 10, 100];
const TELLING = 0.05;

/** The unit one place up, how far it is, and what would close the gap. */
export function nextLines({ next, ranked, ranking, rules }: Analysis, { services, t }: AnswerContext): Lines {
  if (!ranked || !ranking || ranking.published || ranking.rows.length < 2) return [];
  if (!next) return [t.why.first];
  const unit = unitLookup(services.units)(next.unit);
  const value = t.figures.value(next.value, ranked.indicator);
  const gap = t.figures.number(next.gap, 2);
  return [
    t.why.next({ unit, rank: next.rank, value, gap }),
    ...rules.slice(0, 1).map((rule) => gapLine(rule, next.gap, t)),
  ];
}

function gapLine(rule: DossierRule, gap: number, t: AnswerContext["t"]): string {
  const { formula, counts } = rule;
  const fewest = dossiersFor(rule, gap);
  const dossiers = fewest ?? counts.denominator - counts.numerator;
  const gain = t.figures.signed(gainOf(rule, dossiers), 2);
  return (fewest === null ? t.why.notEnough : t.why.closes)({ formula, dossiers, gain });
}

/** What dossiers are worth where a formula holds, the targets they would reach, and where nothing can be said. */
export function dossierLines({ rules, unruled, view }: Analysis, { services, t }: AnswerContext): Lines {
  const worth = rules.map((rule) => {
    const { formula, counts, checked } = rule;
    const group = services.indicators.get(formula.group);
    const missing = counts.denominator - counts.numerator;
    if (!group || missing === 0) return null;
    const gained = (dossiers: number) => ({ dossiers, gain: t.figures.signed(gainOf(rule, dossiers), 2) });
    const told = LOTS.find((lot) => lot < missing && gainOf(rule, lot) >= TELLING);
    return t.why.worth({
      formula,
      group,
      some: told === undefined ? null : gained(told),
      all: gained(missing),
      checked,
    });
  });
  const reached = rules.flatMap((rule) => view.figures.flatMap((figure) => targetLine(rule, figure, t)));
  const reasons = [...new Set(unruled.map(({ reason }) => reason))];
  const isTwice = rules.some(({ formula }) => formula.group === "TDGQ");
  return [
    ...worth,
    ...reached,
    isTwice && worth.some((line) => line !== null) ? t.why.twice : null,
    ...reasons.map((reason: NoDossierRule) =>
      t.why.unruled({
        reason,
        groups: unruled.flatMap((one) => (one.reason === reason ? [one.group] : [])),
      }),
    ),
  ];
}

/** The dossiers that a missed target of the rate itself needs. */
function targetLine(
  { formula, counts }: DossierRule,
  figure: UnitFigure,
  t: AnswerContext["t"],
): readonly string[] {
  const { indicator, target, meetsTarget } = figure;
  if (indicator.id !== formula.indicator || !target || meetsTarget !== false) return [];
  if (target.comparison !== ">=") return [];
  const dossiers = dossiersForRate(counts, target.value);
  const level = t.figures.value(target.value, indicator);
  return [t.why.reaches({ indicator, level, formula, dossiers })];
}
