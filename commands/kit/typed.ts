import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import type { CommandName } from "#locales/catalog.ts";
import type { Period } from "#services/periods/period.ts";
import type { Services } from "#services/services.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

type Word = string | null | false;

/** A command as it would be typed, with its words; empty ones are left out. */
export function typed(
  command: `/${CommandName}` | `/${CommandName} ${string}`,
  ...words: readonly Word[]
): string {
  return joinWords(command, ...words);
}

/** Words with single spaces between them; empty ones are left out. */
export function joinWords(...words: readonly Word[]): string {
  return words.filter((word) => word !== null && word !== false && word !== "").join(" ");
}

/** How a unit is written in a command typed from this home; the home itself goes without saying. */
export function scopeWords(scope: Unit, home: Unit, services: Services, period?: Period): string {
  return scope.id === home.id ? "" : unitPhrase(scope, services.units, home, period);
}

/** The scope as any chat may type it, whatever its own home. */
export function anywhere(scope: Unit, services: Services, period?: Period): string {
  const country = services.units.get(COUNTRY_ID);
  return country ? unitPhrase(scope, services.units, country, period) : `#${scope.id}`;
}
