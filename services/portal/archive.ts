import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import type { PortalFault } from "#services/portal/faults.ts";
import type { Validators } from "#services/portal/portal-client.ts";
import { type Question, questionKey } from "#services/portal/questions.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

const StoredAnswer = z.object({
  /** ISO with offset or Z. */
  fetchedAt: z.string(),
  /** sha256 of the text, hex. */
  hash: z.string(),
  /** The text, raw deflate in base64. */
  packed: z.string(),
  /** Null = believed; else why not. */
  fault: z.object({ code: z.string(), facts: z.array(z.string()) }).nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

/** An answer of the portal as it came. */
export interface KeptAnswer extends Validators {
  /** "2026-11-29/H21/2026/transparency" */
  readonly id: string;
  readonly fetchedAt: string;
  readonly hash: string;
  readonly text: string;
  readonly fault: PortalFault | null;
}

export interface NewAnswer extends Validators {
  readonly day: string;
  readonly question: Question;
  readonly fetchedAt: string;
  readonly text: string;
  readonly fault: PortalFault | null;
}

/** Rows dropped in one commit. */
const SWEPT_AT_ONCE = 200;

export type Archive = ReturnType<typeof createArchive>;

/** Raw answers, believed or not, by the day of asking. */
export function createArchive({ store }: { readonly store: Store }) {
  const collection = createCollection<z.infer<typeof StoredAnswer>>({
    store,
    prefix: "portal/answers",
    version: 1,
    schema: StoredAnswer,
  });
  const idOf = (day: string, question: Question): string => `${day}/${questionKey(question)}`;

  return {
    /** Belongs into the commit that says what became of the answer; a later answer of the same day takes its place. */
    keeping({ day, question, text, fault, ...rest }: NewAnswer): Commit {
      const packed = deflateRawSync(text).toString("base64");
      const kept = {
        ...rest,
        hash: hashOf(text),
        packed,
        fault: fault && { ...fault, facts: [...fault.facts] },
      };
      return { puts: [collection.put(idOf(day, question), kept)] };
    },

    /** Whether the day has a believed answer to a question. */
    async holds(day: string, question: Question): Promise<boolean> {
      return (await collection.get(idOf(day, question)))?.value.fault === null;
    },

    /** The day's answer to a question, believed or not. */
    async get(day: string, question: Question): Promise<KeptAnswer | null> {
      const item = await collection.get(idOf(day, question));
      if (!item) return null;
      const { packed, fault, ...rest } = item.value;
      const text = inflateRawSync(Buffer.from(packed, "base64")).toString();
      return { id: item.id, ...rest, text, fault: fault as PortalFault | null };
    },

    /** Drops the answers of all days before this one (ISO). */
    async dropBefore(day: string): Promise<void> {
      for (;;) {
        const old = await collection.list({ to: day, limit: SWEPT_AT_ONCE });
        if (old.length === 0) return;
        await store.commit({ deletes: old.map(({ id }) => collection.key(id)) });
      }
    },
  };
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
