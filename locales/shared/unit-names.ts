import { capital } from "#services/text/capital.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** "Xã Cương Chính, huyện Tiên Lữ"; of a province the name alone. */
export function placeName(named: Unit, parent: Unit): string {
  return capital(fullName(named)) + (parent.kind === "country" ? "" : `, ${fullName(parent)}`);
}

/** The bare name; one that is a number keeps its title. */
export function shortUnit(named: Unit): string {
  if (named.title === "thị trấn") return `TT ${named.name}`;
  return /^\d/.test(named.name) ? capital(fullName(named)) : named.name;
}
