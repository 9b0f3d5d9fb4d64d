import type { Catalog } from "#locales/catalog.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action } from "#services/reply/reply.ts";
import type { Missing } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** How many periods a refusal offers. */
const OFFERED_PERIODS = 3;

/** The refusal for a question whose period, indicator or data is not there, with ways on. */
export function missingRefusal(
  missing: Missing | { readonly missing: "indicator"; readonly indicators: readonly Indicator[] },
  asked: {
    readonly unit: Unit;
    readonly t: Catalog;
    readonly again: (...words: string[]) => string;
    readonly list: boolean;
  },
): Refusal {
  const { unit, t, again } = asked;
  if (missing.missing === "indicator") {
    const actions = missing.indicators
      .slice(0, OFFERED_PERIODS)
      .map((indicator): Action => ({ label: t.actions.indicator(indicator), command: again(indicator.id) }));
    return new Refusal(
      "no-indicator",
      { unit, available: missing.indicators.map(t.figures.indicatorShort) },
      actions,
    );
  }
  if (missing.missing === "data") {
    if (!asked.list) return new Refusal("no-data", { unit });
    if (unit.kind === "commune" || unit.kind === "department") return new Refusal("no-children", { unit });
    return new Refusal("no-list", { unit });
  }
  const { available, wished = null, lacks = null } = missing;
  const words = lacks ? [lacks.id] : [];
  const actions = available
    .slice(0, OFFERED_PERIODS)
    .map((period): Action => ({ label: t.actions.period(period), command: again(period, ...words) }));
  return new Refusal("no-period", { unit, wished, lacks, available }, actions);
}
