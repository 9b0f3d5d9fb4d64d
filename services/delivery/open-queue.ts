import { createProcessBook, createSharedBook, type PaceBook } from "#services/delivery/pace-book.ts";
import { createProcessQueue, type DeliveryQueue, type QueueOptions } from "#services/delivery/queue.ts";
import type { Store } from "#services/store/store.ts";

/** A file is one process's own; Redis may be shared by several. */
const isShared = (storeUrl: string): boolean => /^rediss?:/.test(storeUrl);

/** The bell that goes with a store: within the process over a file, between processes over Redis. */
export async function openQueue(storeUrl: string, options: QueueOptions): Promise<DeliveryQueue> {
  if (!isShared(storeUrl)) return createProcessQueue(options);
  const { createBullmqQueue } = await import("#services/delivery/bullmq-queue.ts");
  return createBullmqQueue({ url: storeUrl, ...options });
}

/** Where the pace that goes with a store is kept: one for all processes that share it. */
export function openPaceBook(storeUrl: string, store: Store): PaceBook {
  return isShared(storeUrl) ? createSharedBook(store) : createProcessBook();
}
