import * as z from "zod";
import type { DocumentRead } from "#services/documents/extraction.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { StoredChatId } from "#services/ids.ts";
import { StoredExtraction } from "#services/intake/stored-extraction.ts";
import type { Period } from "#services/periods/period.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import type { Receipt } from "#services/receipt.ts";
import { type PersonsWord, StoredWord } from "#services/sheets/persons-word.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** What was pasted in one message. */
export interface Part {
  /** `Inbound.id` of the message as it was first said. */
  readonly message: string;
  readonly text: string;
}

/** What a person pasted so far. */
export interface Draft {
  readonly parts: readonly Part[];
  /** ISO; forgotten from then on. */
  readonly until: string;
  /** The message of ours that says how much was collected. */
  readonly shownIn?: Receipt | undefined;
}

/** One person's word that a paper may be stored as it was shown. */
export interface Approval {
  /** Sender id. */
  readonly by: string;
  readonly at: string;
}

/** A document that was read and waits for its confirmation. */
export interface Paper {
  readonly document: DocumentRead;
  /** What it is read from again when a person says what it leaves open; null = it was read by an older bot. */
  readonly neutral: NeutralDocument | null;
  /** The file's, as it was sent; "" = it was pasted. */
  readonly name: string;
  /** Names the pictures it was read from, where they were sent at once; null = it is no album. */
  readonly album: string | null;
  /** What persons said of it, in that order. */
  readonly words: readonly PersonsWord[];
  /** Who has confirmed it so far, where it takes two. */
  readonly approvals: readonly Approval[];
  /** What it was read from: a message that is corrected is read anew with the others. */
  readonly parts: readonly Part[];
  /** Sender id of whoever pasted it. */
  readonly by: string;
  /** ISO; when it was shown as it is now. */
  readonly at: string;
  /** ISO; forgotten from then on. */
  readonly until: string;
  /** The message of ours that shows what was understood. */
  readonly shownIn?: Receipt | undefined;
}

/** A sheet that a paper made a new version of. */
export interface StoredVersion {
  readonly scope: string;
  readonly period: Period;
  /** The version before; 0 = there was none. */
  readonly replaced: number;
}

/** What was stored of a paper, and the messages it came from; nothing of what they said. */
export interface Settled {
  readonly messages: readonly string[];
  /** Sender ids of those who confirmed it. */
  readonly by: readonly string[];
  readonly versions: readonly StoredVersion[];
  /** What it stored besides figures, which taking it back leaves. */
  readonly besides: StoredBesides;
  /** Sender id of the first of two who want it taken back; null = nobody, or one is enough. */
  readonly undoneBy: string | null;
  /** ISO; when it was stored. */
  readonly at: string;
  /** ISO; forgotten from then on. */
  readonly until: string;
}

/** How many of each. */
export interface StoredBesides {
  readonly targets: number;
  readonly tasks: number;
  readonly units: number;
}

const StoredReceipt = z.object({ chat: StoredChatId, messages: z.array(z.string()).readonly() });

/** Before parts knew their messages they were plain text. */
const StoredPart: z.ZodType<Part> = z.union([
  z.object({ message: z.string(), text: z.string() }),
  z.string().transform((text) => ({ message: "", text })),
]);

const StoredDraft: z.ZodType<Draft> = z.object({
  parts: z.array(StoredPart),
  until: z.string(),
  shownIn: StoredReceipt.optional(),
});

const StoredSettled: z.ZodType<Settled> = z.object({
  messages: z.array(z.string()),
  by: z.array(z.string()).default([]),
  versions: z.array(z.object({ scope: z.string(), period: StoredPeriod, replaced: z.number() })).default([]),
  besides: z
    .object({ targets: z.number(), tasks: z.number(), units: z.number() })
    .default({ targets: 0, tasks: 0, units: 0 }),
  undoneBy: z.string().nullable().default(null),
  at: z.string().default(""),
  until: z.string(),
});

/** Of the shape its reader gives it; what readers add to it comes back as it was. */
const StoredNeutral = z.custom<NeutralDocument>(
  (value) => typeof value === "object" && value !== null && "blocks" in value && Array.isArray(value.blocks),
);

const StoredPaper: z.ZodType<Paper> = z.object({
  document: z.object({ extraction: StoredExtraction, hash: z.string() }),
  neutral: StoredNeutral.nullable().default(null),
  name: z.string().default(""),
  album: z.string().nullable().default(null),
  words: z.array(StoredWord).default([]),
  approvals: z.array(z.object({ by: z.string(), at: z.string() })).default([]),
  parts: z.array(StoredPart).default([]),
  by: z.string(),
  at: z.string().default(""),
  until: z.string(),
  shownIn: StoredReceipt.optional(),
});

export type StoredIntake = ReturnType<typeof createStoredIntake>;

/** Drafts by chat and person, papers and what became of them by chat and code. */
export function createStoredIntake(store: Store) {
  const version = 1;
  return {
    drafts: createCollection<Draft>({ store, prefix: "intake/drafts", version, schema: StoredDraft }),
    papers: createCollection<Paper>({ store, prefix: "intake/papers", version, schema: StoredPaper }),
    settled: createCollection<Settled>({ store, prefix: "intake/settled", version, schema: StoredSettled }),
  };
}

export const draftId = ({ chat, person }: { readonly chat: string; readonly person: string }): string =>
  `${encodeURIComponent(chat)}/${encodeURIComponent(person)}`;

export const paperId = (chat: string, code: string): string => `${papersOf(chat)}${code}`;

/** The chat of a paper, by its id. */
export const chatOf = (id: string): string => decodeURIComponent(id.slice(0, id.lastIndexOf("/")));

/** What the ids of all papers of a chat begin with. */
export const papersOf = (chat: string): string => `${encodeURIComponent(chat)}/`;
