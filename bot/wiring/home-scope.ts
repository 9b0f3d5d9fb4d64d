import type { Services } from "#services/services.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

/** The home scope named in the configuration is no unit, or several. */
export class HomeScopeUnclear extends Error {
  override readonly name = "HomeScopeUnclear";
  readonly typed: string;
  readonly candidates: readonly Unit[];
  constructor(typed: string, candidates: readonly Unit[]) {
    super("the home scope is not one unit");
    this.typed = typed;
    this.candidates = candidates;
  }
}

/**
 * The configured unit; without one the scope whose list is the longest, else the whole country. Rejects with
 * HomeScopeUnclear.
 */
export async function homeOf(
  named: string | null,
  { units, results, sheets }: Pick<Services, "units" | "results" | "sheets">,
): Promise<Unit> {
  if (named === null) {
    const [widest] = [...(await sheets.heads())].sort((a, b) => b.units.length - a.units.length);
    const home = units.get(widest?.scope ?? COUNTRY_ID);
    if (!home) throw new HomeScopeUnclear(widest?.scope ?? COUNTRY_ID, []);
    return home;
  }
  const byId = units.get(named);
  if (byId) return byId;
  const match = units.find(named, { preferred: await results.unitsWithData(null) });
  if (match.found === "one" && match.exact) return match.unit;
  if (match.found === "one") throw new HomeScopeUnclear(named, [match.unit]);
  throw new HomeScopeUnclear(named, match.found === "several" ? match.units : match.nearest);
}
