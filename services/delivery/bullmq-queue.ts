import { setTimeout } from "node:timers/promises";
import { type ConnectionOptions, Queue, Worker } from "bullmq";
import { createListener, type DeliveryQueue, type QueueOptions } from "#services/delivery/queue.ts";

export interface BullmqQueueOptions extends QueueOptions {
  /** `redis://…`, as the store's. */
  readonly url: string;
}

/**
 * The bell of several processes, on BullMQ: one of those that listen hears a ring, and whoever rings. While Redis is
 * away everybody still looks every few seconds.
 */
export function createBullmqQueue({ url, ...options }: BullmqQueueOptions): DeliveryQueue {
  const listener = createListener(options);
  const prefix = prefixOf(url);
  let isStopped = false;
  let isAway = false;
  let worker: Worker | null = null;

  /** Said once an outage. */
  const onError = (error: Error): void => {
    if (!isAway && !isStopped)
      options.log.warn({ err: withoutArguments(error) }, "the delivery queue lost Redis");
    isAway = true;
  };
  const connection: ConnectionOptions = {
    url,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt: number) => (isStopped ? null : Math.min(50 * 2 ** attempt, 1_000)),
  };
  const bell = new Queue(NAME, { prefix, connection: { ...connection, enableOfflineQueue: false } });
  bell.on("error", onError);

  async function hear(): Promise<void> {
    isAway = false;
    listener.wake();
    await listener.done();
  }

  return {
    async ring() {
      if (isStopped) return;
      listener.wake();
      await bell.add("look", {}, RING).catch(onError);
    },

    async listen(work) {
      await listener.listen(work);
      if (worker) return;
      worker = new Worker(NAME, hear, { prefix, connection });
      worker.on("error", onError);
      await worker.waitUntilReady();
    },

    async stop() {
      if (isStopped) return;
      isStopped = true;
      await listener.stop();
      const closing = Promise.all([worker?.close(true), bell.disconnect()]).catch(onError);
      await Promise.race([closing, setTimeout(GOODBYE_MS, null, { ref: false })]);
    },
  };
}

const NAME = "deliveries";

/** A ring that was heard is not kept. */
const RING = { removeOnComplete: true, removeOnFail: true } as const;

/** How long to wait for a server that no longer answers. */
const GOODBYE_MS = 1_000;

/** Deployments share a server apart, as in the store, and one slot of a cluster holds all of one. */
function prefixOf(url: string): string {
  return `{bot766:${new URL(url).searchParams.get("deployment") ?? "main"}}:queue`;
}

/** The driver's errors carry the arguments of the command, a password among them: only their words are kept. */
function withoutArguments(error: Error): Error {
  return new Error(error.message);
}
