import * as z from "zod";
import { type Broadcast, type BroadcastRecipe, isOpen, prefixOf } from "#services/broadcasts/broadcast.ts";
import type { Period } from "#services/periods/period.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

const Version = z.number().int().positive();
const Results = z.object({
  kind: z.literal("results"),
  scope: z.string(),
  period: StoredPeriod,
  version: Version,
});

const Stored = z.object({
  id: z.string(),
  code: z.string(),
  recipe: z.discriminatedUnion("kind", [
    Results,
    Results.extend({ kind: z.literal("correction"), from: Version }),
  ]),
  state: z.enum(["draft", "approved", "sending", "done", "cancelled"]),
  approvals: z.array(z.object({ by: z.string(), at: z.string() })),
  trigger: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("publication") }),
    z.object({ kind: z.literal("schedule"), schedule: z.string() }),
    z.object({ kind: z.literal("person"), by: z.string() }),
  ]),
  cancelledBy: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** Part of a commit: several of them make one. */
export interface Pieces {
  readonly checks: NonNullable<Commit["checks"]>;
  readonly puts: NonNullable<Commit["puts"]>;
  readonly deletes?: readonly string[];
}

export type StoredBroadcasts = ReturnType<typeof createStoredBroadcasts>;

/** Broadcasts by id, and a short list of the open ones, so that looking for work reads no history. */
export function createStoredBroadcasts(store: Store) {
  const all = createCollection<Broadcast>({ store, prefix: "broadcasts", version: 1, schema: Stored });
  const open = createCollection({ store, prefix: "broadcasts-open", version: 1, schema: z.object({}) });

  return {
    get: all.get,

    /** In the order of their ids. */
    async list(): Promise<readonly Broadcast[]> {
      return (await all.list()).map(({ value }) => value);
    },

    async open(): Promise<readonly Broadcast[]> {
      const found = await all.getMany((await open.list()).map(({ id }) => id));
      return found.flatMap((item) => (item ? [item.value] : []));
    },

    /** Those of one scope and period, lowest version first. */
    async about(scope: string, period: Period): Promise<readonly Item<Broadcast>[]> {
      const kinds: readonly BroadcastRecipe["kind"][] = ["results", "correction"];
      const found = await Promise.all(
        kinds.map((kind) => all.list({ under: prefixOf(kind, scope, period) })),
      );
      return found.flat().sort((a, b) => a.value.recipe.version - b.value.recipe.version);
    },

    /** What a commit needs to write it, if it still is the one seen. */
    write(broadcast: Broadcast, seen: Item<Broadcast> | null): Required<Pieces> {
      const { id } = broadcast;
      return {
        checks: [all.check(id, seen)],
        puts: [all.put(id, broadcast), ...(isOpen(broadcast) ? [open.put(id, {})] : [])],
        deletes: isOpen(broadcast) ? [] : [open.key(id)],
      };
    },
  };
}
