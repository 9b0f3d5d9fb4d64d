import type { House } from "#bot/setup/house.ts";
import { type Outcome, refused, type SetupCatalogs, written } from "#bot/setup/outcome.ts";
import type { SetupSettings } from "#bot/setup/settings.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** `unit` is the id of one that was offered, `name` what somebody typed. */
export interface OfficeFields {
  readonly unit?: string | undefined;
  readonly name?: string | undefined;
}

/** Makes a unit the bot's home; a name that several have, or none, is asked back. */
export async function chooseOffice(
  { unit: id, name = "" }: OfficeFields,
  { units }: Pick<House, "units">,
  settings: Pick<SetupSettings, "change">,
  t: SetupCatalogs,
): Promise<Outcome> {
  const { office, troubles, saved } = t.setup;
  const chosen = id === undefined ? undefined : units.get(id);
  if (chosen)
    return written(await settings.change("office", { HOME_SCOPE: named(chosen, units) }), [saved], t);
  if (name.trim() === "") return refused(troubles.noOffice);
  const match = units.find(name);
  if (match.found === "one" && match.exact)
    return chooseOffice({ unit: match.unit.id }, { units }, settings, t);
  if (match.found === "several") return { kind: "choose", said: [office.choose], units: match.units };
  const nearest = match.found === "one" ? [match.unit] : match.nearest;
  if (nearest.length === 0) return refused(office.unknown);
  return { kind: "choose", said: [office.nearest], units: nearest };
}

/** Its name, which people can read in the file, where that says which unit it is; else its id. */
function named(unit: Unit, units: House["units"]): string {
  const match = units.find(fullName(unit));
  return match.found === "one" && match.exact && match.unit.id === unit.id ? fullName(unit) : unit.id;
}
