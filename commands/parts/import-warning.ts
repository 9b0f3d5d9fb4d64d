import type { Catalog } from "#locales/catalog.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";

/** Facts that are figures of the indicator a warning names. */
const FIGURES: ReadonlySet<string> = new Set([
  "value",
  "before",
  "after",
  "kept",
  "other",
  "maximum",
  "aheadValue",
  "usual",
]);

const PERIODS: ReadonlySet<string> = new Set(["period", "earlier"]);

/** Facts that are changes of it. */
const CHANGES: ReadonlySet<string> = new Set(["published", "reckoned", "changeBefore", "changeAfter"]);

/** The sentence of a warning: indicators by their names, numbers and days as the reader writes them. */
export function warningSentence(
  { code, facts }: ImportWarning,
  { figures, importing, periods }: Catalog,
  indicators: Indicators,
): string {
  const indicator = indicators.get(String(facts.indicator ?? ""));
  const readable = ([name, fact]: [string, string | number]): [string, string | number] => {
    if (name === "indicator" && indicator) return [name, figures.indicatorShort(indicator)];
    if (name === "inferred") return [name, figures.date(String(fact))];
    if (PERIODS.has(name)) return [name, periods.name(toPeriod(String(fact)))];
    if (typeof fact !== "number") return [name, fact];
    if (CHANGES.has(name) && indicator) return [name, figures.change(fact, indicator)];
    if (FIGURES.has(name) && indicator) return [name, figures.value(fact, indicator)];
    return [name, figures.number(fact)];
  };
  return importing.warnings[code](Object.fromEntries(Object.entries(facts).map(readable)));
}
