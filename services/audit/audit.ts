import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type Deed, StoredDeed } from "#services/audit/deed.ts";
import { type ChatId, StoredChatId } from "#services/ids.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** Who did it, where, and when (ISO). */
export interface AuditEntry {
  readonly at: string;
  readonly by: ChatId;
  /** As the platform gave it at that time; "" = it gave none. */
  readonly name: string;
  readonly chat: ChatId;
  readonly deed: Deed;
}

export interface AuditFilter {
  readonly unit?: string;
  readonly by?: ChatId;
  /** From this moment on. */
  readonly since?: Date;
  /** The newest so many; only where nothing else narrows the list. */
  readonly limit?: number;
}

export interface AuditOptions {
  readonly store: Store;
  readonly clock: () => Date;
}

/** What is older is deleted. */
const KEPT_YEARS = 2;
const KEPT_MS = KEPT_YEARS * 365 * 24 * 3600_000;
/** Of what is too old, so many go with each new entry. */
const SWEPT = 20;

const StoredEntry: z.ZodType<AuditEntry> = z.object({
  at: z.iso.datetime(),
  by: StoredChatId,
  name: z.string(),
  chat: StoredChatId,
  deed: StoredDeed,
});

export type Audit = ReturnType<typeof createAudit>;

/** The audit log: who changed what, kept for two years. */
export function createAudit({ store, clock }: AuditOptions) {
  const entries = createCollection({ store, prefix: "audit", version: 1, schema: StoredEntry });

  return {
    /** Deeds of one answer, in their order. */
    async note(who: Omit<AuditEntry, "at" | "deed">, deeds: readonly Deed[]): Promise<void> {
      const now = clock();
      const at = now.toISOString();
      const id = randomUUID();
      const puts = deeds.map((deed, i) => entries.put(`${at}|${id}|${i}`, { ...who, at, deed }));
      const tooOld = new Date(now.getTime() - KEPT_MS).toISOString();
      const old = await entries.list({ to: tooOld, limit: SWEPT });
      await store.commit({ puts, deletes: old.map((item) => entries.key(item.id)) });
    },

    /** Newest first. */
    async list({ unit, by, since, limit }: AuditFilter = {}): Promise<readonly AuditEntry[]> {
      const found = await entries.list({
        reverse: true,
        ...(since ? { from: since.toISOString() } : {}),
        ...(limit === undefined ? {} : { limit }),
      });
      return found
        .map(({ value }) => value)
        .filter(
          (entry) =>
            (unit === undefined || entry.deed.unit === unit) && (by === undefined || entry.by === by),
        );
    },
  };
}
