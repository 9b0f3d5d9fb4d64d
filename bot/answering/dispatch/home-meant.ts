import { Refusal } from "#services/refusal.ts";
import { foldWords } from "#services/text/fold.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** Words for whatever the home is. */
const ANY = new Set(["", "don vi", "dia ban", "dia phuong", "cho", "ben"]);

/** "huyện mình", "tỉnh mình": the home, or the unit of that kind it lies in. Throws the Refusal "unit-needed". */
export function homeMeant(title: string, home: Unit, units: Units): Unit {
  if (ANY.has(title)) return home;
  const bears = (unit: Unit): boolean => foldWords(unit.title) === title;
  const meant = [home, ...units.ancestors(home.id)].find(bears);
  if (meant) return meant;
  throw new Refusal("unit-needed", { command: "xa" });
}
