import type { Listening } from "#bot/answering/dispatch/listening.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import { foldWords } from "#services/text/fold.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** Words for whatever the home is. */
const ANY = new Set(["", "don vi", "dia ban", "dia phuong", "cho", "ben"]);

/**
 * "huyện mình", "tỉnh mình": the home, or the unit of that kind it lies in; of a name in two eras the one that the period
 * has figures of. Rejects with the Refusal "unit-needed".
 */
export async function homeMeant(
  title: string,
  wish: PeriodWish | null,
  { home, services }: Pick<Listening, "home" | "services">,
): Promise<Unit> {
  if (ANY.has(title)) return home;
  const { units, results } = services;
  const bears = (unit: Unit): boolean => foldWords(unit.title) === title;
  const meant = [home, ...units.ancestors(home.id)].find(bears);
  if (!meant) throw new Refusal("unit-needed", { command: "xa" });
  if (meant === home) return home;
  const preferred = await results.unitsWithData(wish);
  const match = units.find(fullName(meant), { preferred, kinds: [meant.kind], exact: true });
  return match.found === "one" ? match.unit : meant;
}
