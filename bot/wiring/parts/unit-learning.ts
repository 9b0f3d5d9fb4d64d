import { publicationRevision } from "#services/sheets/publications-since.ts";
import type { Store } from "#services/store/store.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import type { Units } from "#services/units/units.ts";

/** Takes in units that a publication, perhaps another process's, added since the last time. */
export function createUnitLearning({ store, units }: { readonly store: Store; readonly units: Units }) {
  const added = createAddedUnits({ store });
  let learned = -1;
  return async (): Promise<void> => {
    const revision = await publicationRevision(store);
    if (revision === learned) return;
    units.learn(await added.all());
    learned = revision;
  };
}
