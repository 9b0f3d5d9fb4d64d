import type { Store } from "#services/store/store.ts";

/**
 * The form in which everything lies in a store. Raised, and written under its key, by a version whose store an older one
 * would misread. Without that key a store is of the first form.
 */
const FORM = 1;
const FORM_KEY = "form";

/** A newer version wrote the store; this one would misread it. */
export class StoreTooNew extends Error {
  override readonly name = "StoreTooNew";
  constructor() {
    super("a newer version wrote the store");
  }
}

/** Rejects with StoreTooNew where a newer version wrote the store, or with StoreUnavailable. */
export async function expectKnownForm(store: Pick<Store, "get">): Promise<void> {
  const entry = await store.get(FORM_KEY);
  if (entry !== null && !(typeof entry.value === "number" && entry.value <= FORM)) throw new StoreTooNew();
}
