import { StoreUnavailable } from "#services/store/store.ts";

/** For the `catch` of what is good to have noted, but no reason to be silent while the store is away. */
export function unlessAway(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}
