import type { Unit } from "#services/units/unit.ts";

/** Titles in the order officials list them. */
const ORDER = ["tỉnh", "huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thị trấn", "đặc khu"];

/** The distinct titles of some units, in the order officials name them; departments have none. */
export function titlesOf(units: readonly Unit[]): readonly string[] {
  const titles = [...new Set(units.map(({ title }) => title).filter((title) => title !== ""))];
  return titles.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}
