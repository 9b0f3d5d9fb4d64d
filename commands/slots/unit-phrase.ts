import { type Period, periodRange } from "#services/periods/period.ts";
import { COUNTRY_ID, fullName, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/**
 * The shortest words that name just this unit in a command, read from the given home and beside the given period, if
 * one stands in the command too; `#id` when no words do.
 */
export function unitPhrase(unit: Unit, units: Units, home: Unit, period?: Period): string {
  const parent = unit.parent === null || unit.parent === COUNTRY_ID ? undefined : units.get(unit.parent);
  const phrases = [fullName(unit), ...(parent ? [`${fullName(unit)}, ${fullName(parent)}`] : [])];
  const clear = phrases.find((phrase) => {
    const match = units.find(phrase, { scope: home.id, ...(period ? { at: periodRange(period).end } : {}) });
    return match.found === "one" && match.exact && match.unit.id === unit.id;
  });
  return clear ?? `#${unit.id}`;
}
