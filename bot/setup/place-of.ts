import type { House } from "#bot/setup/house.ts";
import { COUNTRY_ID, fullName, type Unit } from "#services/units/unit.ts";

/** "xã Cương Chính, huyện Tiên Lữ, tỉnh Hưng Yên". */
export function placeOf(unit: Unit, { ancestors }: Pick<House["units"], "ancestors">): string {
  const around = ancestors(unit.id).filter(({ id }) => id !== COUNTRY_ID);
  return [unit, ...around].map(fullName).join(", ");
}
