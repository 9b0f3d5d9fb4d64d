import type { Store } from "#services/store/store.ts";

/** There while a restore is under way; left behind by one that was broken off. */
export const RESTORE_MARK = "restore-under-way";

/** Whether what is in the store is only a part of what it should be. */
export async function isHalfRestored(store: Pick<Store, "get">): Promise<boolean> {
  return (await store.get(RESTORE_MARK)) !== null;
}
