import type { Catalog } from "#locales/catalog.ts";
import type { Period } from "#services/periods/period.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action } from "#services/reply/reply.ts";
import { isMissing, type Missing, type MissingIndicator } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** How many periods or indicators a refusal offers. */
const MOST_OFFERED = 3;

/** What was looked for in vain. */
export interface Sought {
  /** The unit's own figures, or the list of its units. */
  readonly what: "figures" | "list";
  readonly unit: Unit;
  readonly t: Catalog;
  /** The question with another period or indicator. */
  readonly again: (...words: string[]) => string;
}

/** What was found; throws the Refusal that says what is missing, with ways on. */
export function expectFound<View extends object>(
  found: View | Missing | MissingIndicator,
  sought: Sought,
): View {
  if (isMissing(found)) throw missingRefusal(found, sought);
  return found;
}

/** The refusal for a question whose period, indicator or data is not there, with ways on. */
export function missingRefusal(missing: Missing | MissingIndicator, sought: Sought): Refusal {
  if (missing.missing === "indicator") return noIndicator(missing, sought);
  return missing.missing === "data" ? noData(sought) : noPeriod(missing, sought);
}

function noIndicator({ indicators }: MissingIndicator, { unit, t, again }: Sought): Refusal {
  const actions = indicators
    .slice(0, MOST_OFFERED)
    .map((indicator): Action => ({ label: t.actions.indicator(indicator), command: again(indicator.id) }));
  return new Refusal("no-indicator", { unit, available: indicators.map(t.figures.indicatorShort) }, actions);
}

function noData({ unit, what }: Sought): Refusal {
  if (what === "figures") return new Refusal("no-data", { unit });
  const hasUnits = unit.kind !== "commune" && unit.kind !== "department";
  return new Refusal(hasUnits ? "no-list" : "no-children", { unit });
}

function noPeriod(missing: Missing, { unit, t, again }: Sought): Refusal {
  const { available, wished = null, lacks = null } = missing;
  const words = lacks ? [lacks.id] : [];
  const actionOf = (period: Period): Action => ({
    label: t.actions.period(period),
    command: again(period, ...words),
  });
  const actions = available.slice(0, MOST_OFFERED).map(actionOf);
  return new Refusal("no-period", { unit, wished, lacks, available }, actions);
}
