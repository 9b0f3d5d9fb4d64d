import { setImmediate } from "node:timers/promises";
import * as z from "zod";
import { type DeliveryKeys, failureId, isFailed } from "#services/delivery/stored-delivery.ts";
import { createCollection } from "#services/store/collection.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** Rows looked at in one go, so that others have their turn. */
const PAGE = 200;
const ONLY = "complete";

/**
 * The list of failed rows, which every change of a row keeps up. A store written before there was one gets it when it is
 * asked for first; the key under "failures" says that this is done.
 */
export function createFailureList(store: Store, { rows, failed }: DeliveryKeys) {
  const marks = createCollection({ store, prefix: "deliveries/failures", version: 1, schema: z.object({}) });
  let isComplete = false;

  async function complete(): Promise<void> {
    isComplete ||= (await marks.get(ONLY)) !== null;
    if (isComplete) return;
    for (let from: string | undefined = ""; from !== undefined; ) {
      const page = await rows.list({ from, limit: PAGE });
      const commits = page
        .filter(({ value }) => isFailed(value))
        .map(
          (row): Commit => ({
            checks: [rows.check(row.id, row)],
            puts: [failed.put(failureId(row.value), row.id)],
          }),
        );
      // Somebody changed a row of the page meanwhile: it is read again.
      const isWritten = commits.length === 0 || (await store.commit(joined(commits))).committed;
      if (isWritten) from = page.length < PAGE ? undefined : `${page.at(-1)?.id}\0`;
      await setImmediate();
    }
    await store.commit({ puts: [marks.put(ONLY, {})] });
    isComplete = true;
  }

  return {
    /** Ids of rows, the newest first. */
    async ids(limit: number): Promise<readonly string[]> {
      await complete();
      return (await failed.list({ reverse: true, limit })).map(({ value }) => value);
    },
  };
}
