import { keysUnder, type Store } from "#services/store/store.ts";

/** Puts values by key, in one commit. */
export async function putValues(store: Store, values: Readonly<Record<string, unknown>>): Promise<void> {
  await store.commit({ puts: Object.entries(values).map(([key, value]) => ({ key, value })) });
}

/** Everything a store holds, by key. */
export async function valuesOf(store: Store): Promise<Record<string, unknown>> {
  const entries = await store.list(keysUnder(""));
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}
