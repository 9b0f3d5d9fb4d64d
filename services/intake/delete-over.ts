import type { Collection, Item } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** Deletes what is kept no longer. */
export async function deleteOver<T>(
  store: Store,
  kept: Collection<T>,
  isLive: (item: Item<T>) => boolean,
): Promise<void> {
  for (const item of await kept.list()) {
    if (isLive(item)) continue;
    await store.commit({ checks: [kept.check(item.id, item)], deletes: [kept.key(item.id)] });
  }
}
