import { changesAnything, compareObservations } from "#services/sheets/overlay.ts";
import type { Restoration } from "#services/sheets/sheets.ts";
import { readSheet, versionKey } from "#services/sheets/stored-sheets.ts";
import {
  builtUpon,
  joinedPublication,
  newVersion,
  type Publication,
  type Stamp,
  seenCurrent,
} from "#services/sheets/versions/new-version.ts";
import type { Store } from "#services/store/store.ts";

/** Versions that hold again what older ones held; null = another one is current than was seen, or there is no such old one. */
export async function planRestoration(
  store: Store,
  wishes: readonly Restoration[],
  stamp: Stamp,
): Promise<Publication | null> {
  const taken = new Set<string>();
  const made: Publication[] = [];
  for (const wish of wishes) {
    const one = await planOne(store, wish, stamp, taken);
    if (!one) return null;
    made.push(one);
  }
  return joinedPublication(made);
}

async function planOne(
  store: Store,
  { scope, period, version, over }: Restoration,
  stamp: Stamp,
  taken: Set<string>,
): Promise<Publication | null> {
  const { current, check } = await seenCurrent(store, scope, period);
  const before = builtUpon(current, stamp);
  const figures = version === 0 ? NO_FIGURES : await figuresOf(store, { scope, period, version });
  if (before?.version !== over || !figures) return null;
  const isOther = changesAnything(compareObservations(before.observations, figures.observations));
  if (!isOther) return { sheets: [], checks: [check], puts: [] };

  const body = { scope, period, version: over + 1, ...figures, restores: version };
  const made = await newVersion(store, { ...body, ...stamp }, taken);
  return { ...made, checks: [check, ...made.checks] };
}

/** Before the first version there was none. */
const NO_FIGURES = { observations: [], documents: [] };

async function figuresOf(store: Store, { scope, period, version }: Omit<Restoration, "over">) {
  const entry = await store.get(versionKey(scope, period, version));
  if (!entry) return null;
  const { observations, documents } = readSheet(entry);
  return { observations, documents };
}
