import * as z from "zod";
import { FRESH_LINE, type PaceLine } from "#services/delivery/pace-line.ts";
import { createLru } from "#services/lru.ts";
import { createCollection } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Store } from "#services/store/store.ts";

/** Where the pace keeps its lines. */
export interface PaceBook {
  /** Replaces a line and answers what `change` says beside it; nobody else's change comes in between. */
  change<T>(name: string, change: (line: PaceLine) => readonly [PaceLine, T]): Promise<T>;
}

/** A line quiet for long says nothing any more; these many are far more than a minute's chats. */
const LINES_KEPT = 20_000;

/** For one process. */
export function createProcessBook(): PaceBook {
  const lines = createLru<string, PaceLine>(LINES_KEPT);
  return {
    async change(name, change) {
      const [line, answer] = change(lines.get(name) ?? FRESH_LINE);
      lines.set(name, line);
      return answer;
    },
  };
}

/** For several processes over one store. Rejects with StoreUnavailable. */
export function createSharedBook(store: Store): PaceBook {
  const lines = createCollection<PaceLine>({ store, prefix: "pace", version: 1, schema: StoredLine });
  return {
    async change(name, change) {
      const { outcome } = await commitUntilFree(store, async () => {
        const seen = await lines.get(name);
        const before = seen?.value ?? FRESH_LINE;
        const [line, answer] = change(before);
        if (line === before) return { commit: {}, outcome: answer };
        const commit = { checks: [lines.check(name, seen)], puts: [lines.put(name, line)] };
        return { commit, outcome: answer };
      });
      return outcome;
    },
  };
}

const StoredLine = z.object({
  moments: z.array(z.number()).readonly(),
  heldUntil: z.number(),
  heldSince: z.number().optional(),
});
