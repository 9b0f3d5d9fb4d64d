import type { Checked } from "#services/documents/plan/checks/checked.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Observation } from "#services/sheets/sheet.ts";

/** So many units with a figure make a list, and a list of at least this share of the last one replaces it. */
const FEWEST_LISTED = 3;
const LEAST_SHARE = 0.25;

/** Units that had a figure last time and have none in a list that gives the others': left out whole, or that figure alone. */
export function missingUnits({
  draft,
  previous,
  nameOf,
}: Pick<Checked, "draft" | "previous" | "nameOf">): readonly ImportWarning[] {
  if (!previous) return [];
  const [now, earlier] = [unitsByIndicator(draft.observations), unitsByIndicator(previous.observations)];
  const present = new Set(draft.observations.map(({ unit }) => unit));
  const absent = new Set<string>();
  const counted = (gone: readonly string[]) => ({
    count: gone.length,
    units: gone.map(nameOf).join(", "),
    earlier: previous.period,
  });
  const warnings: ImportWarning[] = [];
  for (const [indicator, units] of earlier) {
    const held = now.get(indicator) ?? new Set();
    if (!isList(held, units) && !(draft.complete && indicator === TOTAL)) continue;
    const gone = [...units].filter((unit) => !held.has(unit));
    const partly = gone.filter((unit) => present.has(unit));
    for (const unit of gone) if (!present.has(unit)) absent.add(unit);
    if (partly.length > 0)
      warnings.push({ code: "missing-figures", facts: { indicator, ...counted(partly) } });
  }
  return absent.size === 0 ? warnings : [{ code: "missing-units", facts: counted([...absent]) }, ...warnings];
}

function isList(held: ReadonlySet<string>, earlier: ReadonlySet<string>): boolean {
  return held.size >= FEWEST_LISTED && held.size >= LEAST_SHARE * earlier.size;
}

function unitsByIndicator(observations: readonly Observation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const units = new Map<string, Set<string>>();
  for (const { unit, indicator, value } of observations) {
    if (value === null) continue;
    const known = units.get(indicator) ?? new Set();
    units.set(indicator, known.add(unit));
  }
  return units;
}
