import { type Remainder, words } from "#commands/slots/remainder.ts";
import { findUnit, type UnitQuestion } from "#commands/slots/unit-slot.ts";
import { periodRange } from "#services/periods/period.ts";
import type { Unit } from "#services/units/unit.ts";

/** What stands between names. */
const BETWEEN = /(?<!\s)\s*[,;&+]\s*(?:(?:và|va)\s+)?|(?<!\s)\s+(?:và|va|với|voi|cùng|cung)\s+/iu;

/**
 * The units named by what is left of the text: "Thụy Lôi, Lệ Xá" are two, "Tiến Thắng, Mê Linh" is one in the other.
 * Rejects as one unit that is not found does.
 */
export async function findUnits(rest: Remainder, question: UnitQuestion): Promise<readonly Unit[]> {
  const parts = words(rest)
    .split(BETWEEN)
    .filter((part) => part !== "");
  const several = parts.length > 1 ? await eachOf(parts, words(rest), question) : null;
  if (several) return several;
  const unit = await findUnit(rest, question);
  return unit ? [unit] : [];
}

/** null = the whole is one name, or some part is no name. */
async function eachOf(
  parts: readonly string[],
  whole: string,
  { services, home, period }: UnitQuestion,
): Promise<readonly Unit[] | null> {
  const preferred = await services.results.unitsWithData(period);
  const at = period?.kind === "exact" ? { at: periodRange(period.period).end } : {};
  const options = { scope: home.id, preferred, ...at };
  if (services.units.find(whole, { ...options, exact: true }).found === "one") return null;
  const found = parts.map((part) => byId(part, services) ?? services.units.find(part, options));
  const units = found.flatMap((match) => (match.found === "one" ? [match.unit] : []));
  return units.length === parts.length ? [...new Set(units)] : null;
}

function byId(part: string, { units }: UnitQuestion["services"]) {
  const unit = part.startsWith("#") ? units.get(part.slice(1)) : undefined;
  return unit && ({ found: "one", unit } as const);
}
