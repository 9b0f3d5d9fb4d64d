import type { Restoration } from "#services/sheets/sheets.ts";
import { readSheet, versionKey } from "#services/sheets/stored-sheets.ts";
import {
  type Content,
  nextVersions,
  type Publication,
  type Stamp,
} from "#services/sheets/versions/new-version.ts";
import type { Store } from "#services/store/store.ts";

/** Versions that hold again what older ones held; null = another one is current than was seen, or there is no such old one. */
export const planRestoration = (
  store: Store,
  wishes: readonly Restoration[],
  stamp: Stamp,
): Promise<Publication | null> =>
  nextVersions(store, wishes, stamp, async (before, wish) =>
    before?.version === wish.over ? heldOnce(store, wish) : null,
  );

async function heldOnce(store: Store, { scope, period, version }: Restoration): Promise<Content | null> {
  if (version === 0) return { observations: [], documents: [], restores: 0 };
  const entry = await store.get(versionKey(scope, period, version));
  if (!entry) return null;
  const { observations, documents } = readSheet(entry);
  return { observations, documents, restores: version };
}
