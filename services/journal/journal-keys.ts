import * as z from "zod";
import { StoredHeard } from "#services/journal/heard.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** How far the items of a holder's pages are; written by that holder alone. */
const StoredProgress = z.object({
  begun: z.array(z.tuple([z.string(), z.enum(["answer", "act"])])).readonly(),
  done: z.array(z.string()).readonly(),
});

export type Progress = z.infer<typeof StoredProgress>;

export type JournalKeys = ReturnType<typeof createJournalKeys>;

/** Where the journal keeps what. */
export function createJournalKeys(store: Store) {
  return {
    /** `<holder>/<channel>/<page>`: what came in at once. */
    pages: createCollection({
      store,
      prefix: "journal/pages",
      version: 1,
      schema: z.array(StoredHeard).readonly(),
    }),
    /** `<holder>/<channel>` */
    progress: createCollection({ store, prefix: "journal/progress", version: 1, schema: StoredProgress }),
    /** `<channel>`: ids of the last batch, which the platform may not know to have come. */
    last: createCollection({
      store,
      prefix: "journal/last",
      version: 1,
      schema: z.array(z.string()).readonly(),
    }),
  };
}
