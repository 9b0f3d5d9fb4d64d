import { z } from "zod";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Restoration, Sheets } from "#services/sheets/sheets.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** What became of the wish that an older version be in force again. */
export type Restoring =
  | { readonly outcome: "restored"; readonly sheet: Sheet }
  /** It holds the figures that are in force. */
  | { readonly outcome: "same" }
  /** Another person has to want it too. */
  | { readonly outcome: "one-more" }
  /** Somebody published since: nothing was done. */
  | { readonly outcome: "later" };

export interface RestoringOptions {
  readonly store: Store;
  readonly sheets: Pick<Sheets, "current" | "restore">;
  /** How many persons must want it. */
  readonly approvers: 1 | 2;
  readonly clock?: () => Date;
}

/** One person's wish, which waits for another's; a later one for the same sheet takes its place. */
const Wish = z.object({
  scope: z.string(),
  period: StoredPeriod,
  version: z.number().int(),
  over: z.number().int(),
  /** Sender id. */
  by: z.string(),
  /** ISO; counts no more from then on. */
  until: z.string(),
});

type Wish = z.infer<typeof Wish>;

/** As long as a paper waits for its second person. */
const LASTS_MS = 24 * 60 * 60 * 1000;

export type AgreedRestoring = ReturnType<typeof createRestoring>;

/** Putting an older version in force again, once as many persons as it takes want the same over the same. */
export function createRestoring({ store, sheets, approvers, clock = () => new Date() }: RestoringOptions) {
  const wishes = createCollection({ store, prefix: "restorings", version: 1, schema: Wish });

  const isSame = (value: Wish, { version, over }: Restoration): boolean =>
    value.version === version && value.over === over && value.until > clock().toISOString();

  /** Who wants it besides; null = nobody else yet. */
  function otherThan(by: string, asked: Restoration, seen: Item<Wish> | null): string | null {
    return seen && isSame(seen.value, asked) && seen.value.by !== by ? seen.value.by : null;
  }

  return {
    /** `by`: sender id of who wants it. Rejects with StoreUnavailable. */
    async restore(asked: Restoration, by: string): Promise<Restoring> {
      const id = `${asked.scope}/${asked.period}`;
      const seen = await wishes.get(id);
      const other = otherThan(by, asked, seen);
      if (approvers === 2 && other === null) {
        const current = await sheets.current(asked.scope, asked.period);
        if (current?.version !== asked.over) return { outcome: "later" };
        const until = new Date(clock().getTime() + LASTS_MS).toISOString();
        await wishes.update(id, () => ({ ...asked, by, until }));
        return { outcome: "one-more" };
      }
      const made = await sheets.restore([asked], {
        by: other === null ? [by] : [other, by],
        ...(seen && { extra: { checks: [wishes.check(id, seen)], deletes: [wishes.key(id)] } }),
      });
      if (!made) return { outcome: "later" };
      const [sheet] = made;
      return sheet ? { outcome: "restored", sheet } : { outcome: "same" };
    },
  };
}
